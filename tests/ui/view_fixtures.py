# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of whole views: a theme, settings, jobs and a workspace of their own."""

import pytest

from tests.making import make_workspace
from tests.ui.full_disk import fill_disk
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.surfaces.window import Window


@pytest.fixture
def theme(qapp):
    """Return a light theme at 100 %, applied to the application."""
    theme = Theme()
    theme.apply(qapp)
    return theme


@pytest.fixture
def preferences(tmp_path):
    """Return the settings of a person who has given a name."""
    preferences = Preferences(tmp_path / "settings.json")
    preferences.change(auditor="R. Okafor", organisation="Northshire")
    return preferences


@pytest.fixture
def jobs(qapp):
    """Return what runs work in threads; nothing is left of it after the test."""
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


@pytest.fixture
def workspace(tmp_path):
    """Return a new workspace, unlocked; it is closed after the test."""
    workspace = make_workspace(tmp_path)
    yield workspace
    workspace.close()


@pytest.fixture
def full_disk(monkeypatch, workspace):
    """Return a switch: while it is set, nothing can be written."""
    return fill_disk(monkeypatch, workspace)


@pytest.fixture
def show(qtbot):
    """Return a function that shows a view in a window and returns the view."""
    kept = []

    def show(view, width=1366, height=768):
        qtbot.addWidget(view)
        kept.append(view)  # a window that nobody keeps is gone at once
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        return view

    yield show
    kept.clear()


@pytest.fixture
def in_window(show):
    """Return a function that puts what a test has made into a window like the main window."""

    def in_window(widget):
        window = Window()
        window.setCentralWidget(widget.window())
        show(window)

    return in_window
