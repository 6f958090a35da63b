# SPDX-License-Identifier: MPL-2.0
"""Test what the store command says about keeping, as somebody types it."""

import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.commands.store_keeping import list_due
from auditapp.model.edits import Author
from auditapp.model.register import LearningMessage
from auditapp.settings import Settings, save
from tests.making import Clock, start_audit


@pytest.fixture
def audit_id(change_workspace):
    """Return an audit that is on hold."""

    def start(workspace):
        audit_id = start_audit(workspace)
        workspace.hold_audit(audit_id, "Court", Author("R. Okafor", workspace.clock()))
        return audit_id

    return change_workspace(start)


def test_what_is_due_is_listed(typed, workspace_home, change_workspace, audit_id):
    """With its day, and whether it is on hold; without a time that was set nothing is due."""
    assert (0, 1) == (typed("store due")[0], len(typed("store due")[1]))

    save(workspace_home / "settings.json", Settings().with_changes(keep_months=1))
    assert ["0 audits were kept as long as they are to be."] == typed("store due")[1]

    lines = []
    change_workspace(lambda workspace: list_due(_later(workspace), lines.append))
    assert f"HX-2047 ({audit_id}), 2026-11-21, on hold" == lines[0]


def _later(workspace):
    workspace.clock.move(days=40)
    return workspace


def test_a_case_is_found_and_written(typed, audit_id, tmp_path):
    """The report of its audit, and one file with all of it."""
    folder = tmp_path / "out"
    folder.mkdir()
    code, lines = typed(f"store find-case hx2047 -o {folder}")

    assert 0 == code
    assert f"Audit {audit_id}: 0 answers, 0 set aside, 0 reports made" == lines[0]
    assert ["audit-1.pdf", "everything.json"] == sorted(path.name for path in folder.iterdir())
    with pytest.raises(WrongUseError, match="empty"):
        typed(f"store find-case hx2047 -o {folder}")


def test_a_case_that_is_unknown(typed, tmp_path):
    """It is said, and nothing is written."""
    assert (0, ["Nothing is held on this case reference."]) == typed(
        f"store find-case HX-1 -o {tmp_path / 'workspace' / 'store' / 'audits'}"
    )


def test_entries_of_registers_are_named(typed, change_workspace, audit_id):
    """By their register and their id; their words are in the file that is written."""
    clock = Clock()
    by = Author("R. Okafor", clock.now)
    message = LearningMessage(
        author=by.name,
        created_at=by.now,
        message="As with HX-2047, see the child alone.",
        audience="All",
        sent_on=clock.now.date(),
    )
    entry_id = change_workspace(lambda workspace: workspace.add_to_register(message, by))
    assert f"Learning log: entry {entry_id}" in typed("store find-case HX-2047")[1]
