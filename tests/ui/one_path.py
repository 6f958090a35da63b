# SPDX-License-Identifier: MPL-2.0
"""Stand in for the computer's own dialogs."""

from PySide6.QtGui import QPdfWriter

from ui.outside import Outside


class OnePath(Outside):
    """Answer every dialog with one path, and remember under which names a file was to be saved."""

    def __init__(self, path):
        self.path = path
        self.names = []

    def ask_save_path(self, _parent, _title, name):
        """Choose the file."""
        self.names.append(name)
        return self.path

    def ask_backup_path(self, _parent):
        """Choose the file."""
        return self.path

    def ask_printer(self, _parent, _page_count=1):
        """Choose a printer that writes a PDF."""
        return QPdfWriter(str(self.path))
