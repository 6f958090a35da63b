# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the home: that of somebody who has one audit."""

import pytest
from PySide6.QtCore import Qt

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, start_audit
from tests.ui.view_fixtures import in_window, show
from ui.home.home_view import HomeView
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.theme.theme import Theme

__all__ = ["in_window", "show"]


@pytest.fixture
def made(tmp_path):
    """Make a workspace with one audit; return it with its recovery key."""
    workspace, key = Workspace.create(
        find_paths(tmp_path), PASSPHRASE, strength=WEAK, clock=Clock()
    )
    start_audit(workspace)
    yield workspace, key
    workspace.close()


@pytest.fixture
def make_home(qtbot, qapp, made, tmp_path):
    """Return a function that shows the home of the workspace."""
    theme = Theme()
    theme.apply(qapp)
    kept = []

    def make_home(outside=None):
        preferences = Preferences(tmp_path / "settings.json")
        view = HomeView(theme, made[0], preferences, Jobs(), outside=outside)
        kept.append(view)
        qtbot.addWidget(view)
        view.resize(1366, 768)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        return view

    yield make_home
    for view in kept:
        view._jobs.shut_down()


@pytest.fixture
def home_view(make_home):
    """Return the home, shown."""
    return make_home()


def open_try_out(home_view, qtbot):
    """Open the first checklist of the list."""
    home_view.places.checklists_button.click()
    checklists = home_view.checklists
    qtbot.waitUntil(lambda: not checklists.is_reading, timeout=30000)
    checklists.list.setFocus()
    qtbot.keyClick(checklists.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: home_view.try_out is not None, timeout=20000)
    return home_view.try_out
