# SPDX-License-Identifier: MPL-2.0
"""Stand in for the dialogs of the computer, which no keyboard of ours can reach."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ui.outside import Outside


class StraightOutside(Outside):
    """Save to one path without asking, and neither print nor open anything."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def ask_save_path(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Return the path."""
        return self._path

    def ask_checklist_path(self, parent: QWidget) -> Path | None:
        """Return no file."""
        return None

    def ask_printer(self, parent: QWidget, page_count: int = 1) -> QPrinter | None:
        """Return no printer."""
        return None

    def open_file(self, path: Path) -> bool:
        """Open nothing."""
        return False
