# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of the main window: that of somebody who has one audit."""

import pytest

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit
from tests.ui.full_disk import fill_disk
from ui.app import make_window


@pytest.fixture
def paths(tmp_path):
    """Return the folders of somebody who has one audit."""
    workspace = make_workspace(tmp_path)
    start_audit(workspace)
    workspace.close()
    return find_paths(tmp_path)


@pytest.fixture
def window(qapp, qtbot, paths):
    """Return the window, shown and locked."""
    window = make_window(qapp, paths)
    qtbot.addWidget(window)
    window.resize(1100, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def unlock(window, paths):
    """Return a function that unlocks the window as if the passphrase had been typed."""

    def unlock():
        workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
        window.start_view.unlocked.emit(workspace)
        return workspace

    return unlock


@pytest.fixture
def audit_id(window, unlock):
    """Unlock, open the audit and return its id."""
    (row,) = unlock().audits()
    window.home_view.audit_chosen.emit(row.id)
    return row.id


@pytest.fixture
def full_disk(monkeypatch, window, audit_id):
    """Return a switch, which is set: until it is cleared, nothing can be written."""
    is_full = fill_disk(monkeypatch, window.workspace)
    is_full.set()
    return is_full
