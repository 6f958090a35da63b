# SPDX-License-Identifier: MPL-2.0
"""The window: PySide6 only, and no rules about audits.

PySide is imported here, before anything else, in the way of `ui.pyside_import`.
"""

from ui import pyside_import

pyside_import.run()
