# SPDX-License-Identifier: MPL-2.0
"""Test that a round says how far its cases are also when an audit goes, or becomes another's."""

import pytest

from auditapp.model.edits import change_front
from auditapp.model.round_edits import change_progress
from auditapp.model.round_kinds import CaseState
from tests.making import make_front
from tests.working_rounds import begin_round, draw_listed, sign


@pytest.fixture
def drawn(workspace, by):
    """Return a round with its sample."""
    return draw_listed(workspace, begin_round(workspace, by), by)


@pytest.fixture
def begun(workspace, drawn):
    """Begin the audit of the first case; return the case and the audit."""
    case = drawn.sample[0]
    return case, workspace.start_case(drawn.id, case, make_front())


def test_a_draft_that_was_deleted_leaves_its_case_to_be_begun(workspace, drawn, begun, by):
    """And as nothing of the sample has begun, the draw can be taken back again."""
    case, audit_id = begun
    workspace.remove_audit(audit_id)
    whole = workspace.refresh_round(drawn.id)
    assert CaseState.DRAWN is whole.state(case)
    assert {} == whole.progress
    assert workspace.take_back_sample(drawn.id, "The list was wrong", by).draw is None


def test_an_audit_that_is_of_another_case_now_does_not_count(workspace, drawn, begun, by):
    """Somebody had begun the wrong file, and put the reference right."""
    case, audit_id = begun
    other = drawn.sample[1]
    front = workspace.open_audit(audit_id).front.model_copy(update={"case_reference": other})
    workspace.commit(audit_id, change_front(front, by))
    whole = workspace.refresh_round(drawn.id)
    assert (CaseState.DRAWN, CaseState.STARTED) == (whole.state(case), whole.state(other))
    assert audit_id == whole.progress[other].audit


def test_what_was_said_of_a_case_stays_when_its_draft_goes(workspace, drawn, begun, by):
    """Why it is late, for one; and its day."""
    case, audit_id = begun
    workspace.edit_round(
        drawn.id, lambda whole: change_progress(whole, case, by, late_reason="The file was away")
    )
    workspace.remove_audit(audit_id)
    whole = workspace.refresh_round(drawn.id)
    assert CaseState.DRAWN is whole.state(case)
    assert "The file was away" == whole.progress[case].late_reason
    lines = len(workspace.round_history(drawn.id))
    workspace.refresh_round(drawn.id)
    assert lines == len(workspace.round_history(drawn.id))


def test_what_was_signed_off_counts_though_it_is_erased(workspace, drawn, begun):
    """It was done, and figures of a programme do not fall because a time to keep is over."""
    case, audit_id = begun
    sign(workspace, audit_id)
    workspace.refresh_round(drawn.id)
    workspace.remove_audit(audit_id)
    assert CaseState.SIGNED is workspace.refresh_round(drawn.id).state(case)
