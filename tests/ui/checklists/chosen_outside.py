# SPDX-License-Identifier: MPL-2.0
"""Stand in for the computer's own dialogs and programs when a paper is saved."""

from ui.outside import Outside


class ChosenOutside(Outside):
    """Choose a file in the folder ``path`` without asking, and remember what was opened."""

    def __init__(self, path, *, opens=True):
        self.path = path
        self.opens = opens
        self.opened = []

    def ask_save_path(self, _parent, _title, name):
        """Return the file to save to, under the name that was suggested."""
        return self.path and self.path / name

    def open_file(self, path):
        """Remember it."""
        self.opened.append(path)
        return self.opens
