# SPDX-License-Identifier: MPL-2.0
"""The fixtures of the main window."""

from tests.ui.view_fixtures import theme
from tests.ui.window_fixtures import audit_id, full_disk, paths, unlock, window

__all__ = ["audit_id", "full_disk", "paths", "theme", "unlock", "window"]
