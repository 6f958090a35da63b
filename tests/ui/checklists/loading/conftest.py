# SPDX-License-Identifier: MPL-2.0
"""Fixtures of loading a checklist: a workspace with trust, revised files, and the page."""

import pytest

from auditapp.model.answer import Evidence
from auditapp.model.edits import Author, change_answer
from auditapp.paths import PROGRAM
from tests.auditapp.checklist.desk import KEY, Desk
from tests.auditapp.loading_fixtures import workspace
from tests.making import start_audit
from tests.ui.view_fixtures import jobs, preferences, show, theme
from ui.checklists.load_view import LoadView
from ui.widgets.surfaces.window import Window

__all__ = ["jobs", "preferences", "show", "theme", "workspace"]

OLD_TEXT = "Was the child seen alone, and where they were not, is there a good reason?"
NEW_TEXT = "Was the child seen alone whenever that was possible?"
CHANGES = (
    ('version: "1.0"', 'version: "2.0"'),
    (OLD_TEXT, NEW_TEXT),
    ("      - id: VS4-words\n", "      - id: VS4-said\n        renamed_from: [VS4-words]\n"),
    ("      - id: VS4-tools\n", "      - id: VS4-tools\n        retired: true\n"),
)


@pytest.fixture
def desk(tmp_path):
    """Return the file of an organisation that trusts `KEY` for the checklist of visits."""
    desk = Desk(tmp_path)
    desk.trust(may_sign=["visits"])
    return desk


@pytest.fixture
def revision(tmp_path):
    """Return a function that writes a revised checklist of visits and returns its path."""

    def write(*changes, key=None, version="2.0", tail=""):
        text = (PROGRAM / "checklists" / "visits.yaml").read_text("utf-8")
        for old, new in changes or CHANGES:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "visits-new.yaml"
        path.write_bytes((text + tail).encode())
        if key is not None:
            signature = key.sign(text.encode(), f"template visits version {version}")
            path.with_name(f"{path.name}.minisig").write_bytes(signature)
        return path

    return write


@pytest.fixture
def draft(workspace):
    """Return a function that starts a draft with one answer for each state, and closes it."""

    def start(case_reference="HX-2047"):
        audit_id = start_audit(workspace, "visits", case_reference=case_reference)
        by = Author("R. Okafor", workspace.clock())
        for name, fields in {
            "VS2": {"value": "not_met", "evidence": (Evidence(document="Visit 1"),)},
            "VS3-count": {"value": 4},
            "VS4-tools": {"value": ("play", "talk"), "note": "In May."},
            "VS4-words": {"value": "She likes school."},
        }.items():
            audit = workspace.open_audit(audit_id)
            workspace.commit(audit_id, change_answer(audit, f"visits/{name}", by, **fields))
        workspace.close_audit(audit_id)
        return audit_id

    return start


@pytest.fixture
def load(theme, workspace, preferences, jobs, show, qtbot):
    """Return a function that shows the page of a file once everything about it is known."""

    def load(path, width=1366, height=768, prepare=None):
        view = LoadView(theme, workspace, preferences, jobs, path)
        if prepare is not None:
            prepare(view)
        window = Window()
        window.setCentralWidget(view)
        show(window, width, height)
        view.setFocus()
        qtbot.waitUntil(lambda: view.decision.isVisible() and not jobs.is_busy)
        qtbot.waitUntil(lambda: all(row.isVisible() for row in view.drafts.rows))
        return view

    return load


@pytest.fixture
def signed(revision):
    """Return the path of the revision, signed by a key that the organisation trusts."""
    return revision(key=KEY)
