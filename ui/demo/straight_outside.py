# SPDX-License-Identifier: MPL-2.0
"""Stand in for the dialogs of the computer, which no keyboard of ours can reach."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ui.outside import Outside

BACKUP = "backup.zip"
CHECKLIST = "revision.yaml"


class StraightOutside(Outside):
    """Save to one path without asking, and neither print nor open anything.

    With a ``desk``, a folder, backups go there and come from there, and so does a checklist.
    """

    def __init__(self, path: Path, desk: Path | None = None) -> None:
        self._path = path
        self._backup = None if desk is None else desk / BACKUP
        self._checklist = None if desk is None else desk / CHECKLIST

    def ask_save_path(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Return the path; of a backup the one on the desk."""
        return self._backup if name.endswith(".zip") else self._path

    def ask_checklist_path(self, parent: QWidget) -> Path | None:
        """Return the checklist on the desk."""
        return self._checklist

    def ask_backup_path(self, parent: QWidget) -> Path | None:
        """Return the backup on the desk."""
        return self._backup

    def ask_printer(self, parent: QWidget, page_count: int = 1) -> QPrinter | None:
        """Return no printer."""
        return None

    def open_file(self, path: Path) -> bool:
        """Open nothing."""
        return False
