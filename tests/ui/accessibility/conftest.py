# SPDX-License-Identifier: MPL-2.0
"""The main window of the walk, on a store of its own, and who walks through it."""

from shutil import copytree

import pytest

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from tests.ui.accessibility.stock import LATER, REVISION, fill_store
from tests.ui.accessibility.visitor import Visitor
from ui.app import make_window
from ui.outside import Outside


class ChoosingOutside(Outside):
    """Choose the revised checklist without asking."""

    def __init__(self, folder):
        self._folder = folder

    def ask_checklist_path(self, _parent):
        """Return it."""
        return self._folder / REVISION


@pytest.fixture(scope="session")
def stock(tmp_path_factory):
    """Make the store once, because signing takes a while; return its folder."""
    folder = tmp_path_factory.mktemp("stock") / "ana"
    fill_store(folder)
    return folder


@pytest.fixture
def visitor(qapp, qtbot, stock, tmp_path):
    """Return who goes through the window, which is shown and locked."""
    home = copytree(stock, tmp_path / "copy")
    paths = find_paths(home)
    window = make_window(qapp, paths, ChoosingOutside(home))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()

    def unlock():
        return Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=LATER)

    yield Visitor(window, unlock, qtbot)
    window._theme.set_still(False)
    window.close()
