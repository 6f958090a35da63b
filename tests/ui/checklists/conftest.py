# SPDX-License-Identifier: MPL-2.0
"""The fixtures of the list of checklists and of a try-out."""

import pytest

from tests.making import edited_checklists, make_workspace
from tests.ui.view_fixtures import in_window, jobs, preferences, show, theme
from ui.checklists.checklist_list_model import ROW_ROLE
from ui.checklists.checklists_view import ChecklistsView

__all__ = ["in_window", "jobs", "preferences", "show", "theme"]

NAMES = ("education", "seen-and-safe", "visits")


@pytest.fixture
def folder(tmp_path):
    """Return a folder with three checklists, one of which has a fault, and a file without head."""
    folder = edited_checklists(tmp_path, "visits.yaml", "kind: rating", "kind: ratting")
    for path in folder.glob("*.yaml"):
        if path.stem not in NAMES and b"schema: checklist/" in path.read_bytes():
            path.unlink()
    (folder / "headless.yaml").write_text("schema: checklist/1\nid: headless\n", "utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path, folder):
    """Return a workspace on the checklists of the folder."""
    workspace = make_workspace(tmp_path / "home", checklists=folder)
    yield workspace
    workspace.close()


@pytest.fixture
def view(qtbot, theme, workspace, jobs, show):
    """Return the list of checklists, shown and read to its end."""
    view = show(ChecklistsView(theme, workspace, jobs))
    view.refresh()
    qtbot.waitUntil(lambda: not view.is_reading, timeout=20000)
    return view


@pytest.fixture
def rows():
    """Return a function that returns the rows on show of a list."""

    def rows(view):
        model = view.list.model()
        return [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]

    return rows
