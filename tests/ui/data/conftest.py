# SPDX-License-Identifier: MPL-2.0
"""The fixtures of whole views, and dialogs that may be asked of the system."""

import pytest
from PySide6.QtGui import QPdfWriter

from tests.making import WEAK
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace
from ui.outside import Outside

__all__ = ["jobs", "preferences", "show", "theme", "workspace"]


class Answers(Outside):
    """Answer every dialog of the system with the path that the test wants."""

    def __init__(self, path):
        self.path = path
        self.name = None

    def ask_save_path(self, parent, title, name):
        """Choose the file, and remember what was suggested."""
        del parent, title
        self.name = name
        return self.path

    def ask_printer(self, parent, page_count=1):
        """Choose a printer that writes a PDF."""
        del parent, page_count
        return QPdfWriter(str(self.path))


@pytest.fixture
def outside(tmp_path):
    """Return the outside world: whatever is saved or printed goes to one file."""
    return Answers(tmp_path / "sheet.txt")


@pytest.fixture(autouse=True)
def weak_computer(monkeypatch):
    """Let a guess cost nothing, so that no test waits for one."""
    monkeypatch.setattr("auditapp.store.keyed_folder.strength_here", lambda: WEAK)
