# SPDX-License-Identifier: MPL-2.0
"""Test the workspace: everything a person can do, on the real store in a temporary folder."""

import pytest

from auditapp.errors import ChecklistNotFoundError, NotAllowedError
from auditapp.model.audit import AuditStatus
from tests.auditapp.workspace_fixtures import kinds, reopened, write
from tests.making import ALL_FOUR, make_front, start_audit


def test_a_new_audit_is_on_the_list(workspace):
    """The row shows what the front sheet says, and how much there is to do."""
    audit_id = start_audit(workspace, *ALL_FOUR)
    (row,) = workspace.audits()

    assert (audit_id, "HX-2047", "Children in care, north", AuditStatus.DRAFT) == (
        row.id,
        row.case_reference,
        row.team,
        row.status,
    )
    assert 4 == len(row.checklists)
    assert (0, True) == (row.answered, row.asked > 20)


def test_the_list_is_ordered_by_the_last_change(workspace, clock):
    """The audit worked on last stands first."""
    first = start_audit(workspace)
    clock.move(minutes=1)
    second = start_audit(workspace)
    assert [second, first] == [row.id for row in workspace.audits()]

    clock.move(minutes=1)
    write(workspace, first, "visits/VS2", value="met")

    assert [first, second] == [row.id for row in workspace.audits()]
    assert [1, 0] == [row.answered for row in workspace.audits()]


def test_an_audit_needs_a_checklist_that_exists(workspace):
    """Each refusal has its sentence, and no audit is left behind."""
    with pytest.raises(NotAllowedError):
        workspace.start_audit(make_front(), [])
    with pytest.raises(ChecklistNotFoundError):
        workspace.start_audit(make_front(), ["nothing"])

    assert [] == workspace.audits()


def test_an_answer_is_durable_when_it_returns(workspace, audit_id):
    """What commit returned is what the disk has."""
    change = write(workspace, audit_id, "visits/VS2", value="met", note="Seen at school.")

    assert change.touches("answers", "visits/VS2")
    assert change.touches("answers")
    assert not change.touches("grades")
    assert change.audit == reopened(workspace, audit_id)


def test_an_edit_that_changes_nothing_is_not_written(workspace, audit_id):
    """The history does not grow by an answer given twice."""
    write(workspace, audit_id, "visits/VS2", value="met")
    change = write(workspace, audit_id, "visits/VS2", value="met")

    assert not change.touches("answers")
    assert ["created", "answer"] == kinds(workspace, audit_id)
