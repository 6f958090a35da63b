# SPDX-License-Identifier: MPL-2.0
"""The window: PySide6 only, and no rules about audits."""
