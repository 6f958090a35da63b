# SPDX-License-Identifier: MPL-2.0
"""Test what is known of reports before they go out, on real audits."""

from importlib.util import find_spec

import pytest

from auditapp.errors import NotAllowedError, SignatureError
from auditapp.exports.orders import ReportAcross, ReportCopy, SealFile
from auditapp.insight.selection import Selection
from auditapp.model.edits import put_action, put_feedback
from auditapp.model.follow_up import Action, Feedback, FeedbackFrom
from auditapp.model.ids import new_record_id
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.outgoing import Outgoing
from tests.making import start_audit

ALL = Selection(has_drafts=True)
SHARED = ReportCopy(is_shared=True)


@pytest.fixture
def audits(workspace, by):
    """Start two audits: one with a number in an action, one with the other's name in feedback."""
    first = start_audit(workspace, case_reference="HX-1")
    action = Action(what="Ring 07700 900123", created_at=by.now)
    workspace.commit(first, put_action(new_record_id(), action, by))
    workspace.avoid_names(first, ["Marigold Pym"], by)
    second = start_audit(workspace, case_reference="HX-2")
    said = Feedback(asked=True, said="Marigold Pym is kind.")
    workspace.commit(second, put_feedback(FeedbackFrom.CHILD, said, by))
    return first, second


def found(outgoing):
    """Return what was found: the audit, the words and the table."""
    return [
        (each.reference, one.words, one.place.table)
        for each in outgoing.audits
        for one in each.found
    ]


def test_a_report_of_each_goes_out_with_all_its_words(workspace, audits):
    """Names to be avoided in one audit are looked for in all of them."""
    outgoing = workspace.look_over(ReportAcross(ReportKind.AUDIT, ALL), is_each=True)
    assert {
        ("HX-1", "07700 900123", "actions"),
        ("HX-2", "Marigold Pym", "feedback"),
    } == set(found(outgoing))
    assert ((), False) == (outgoing.left_out, outgoing.is_plain)


@pytest.mark.parametrize(
    ("kind", "references"),
    [
        (ReportKind.ACTIONS, {"HX-1"}),
        (ReportKind.SUMMARY, {"HX-1", "HX-2"}),
        (ReportKind.BOARD_PACK, {"HX-1", "HX-2"}),
        (ReportKind.LEARNING, set()),
    ],
)
def test_only_what_a_report_of_them_all_prints_is_looked_at(workspace, audits, kind, references):
    """A plan prints actions, a summary quotes people too, and a learning note no words at all."""
    outgoing = workspace.look_over(ReportAcross(kind, ALL))
    assert references == {each.reference for each in outgoing.audits}


@pytest.mark.parametrize("is_each", [True, False])
def test_a_copy_to_be_shared_has_nothing_to_find(workspace, audits, is_each):
    """It is taken out. What is left out is left out there as well."""
    wanted = ReportAcross(ReportKind.ACTIONS, ALL)
    outgoing = workspace.look_over(wanted, is_each=is_each, copy=SHARED)
    assert () == outgoing.audits
    assert "What the child, the parents or the carers said, in 1 audit" in outgoing.left_out
    assert "Most of the front sheet, in 2 audits" in outgoing.left_out


def test_what_counts_leaves_nothing_out(workspace, audits):
    """There is nothing to ask about, if nothing is found either."""
    wanted = ReportAcross(ReportKind.SUMMARY, ALL)
    outgoing = workspace.look_over(wanted, copy=SHARED)
    assert (Outgoing(), True) == (outgoing, outgoing.is_plain)


def test_looking_can_be_stopped_between_two_audits(workspace, audits):
    """As reading can."""
    steps = []
    with pytest.raises(NotAllowedError, match="stopped"):
        workspace.look_over(
            ReportAcross(ReportKind.AUDIT, ALL),
            is_each=True,
            report_progress=lambda *step: steps.append(step),
            is_cancelled=lambda: len(steps) == 2,
        )
    assert [(1, 2), (2, 2)] == steps


def test_a_certificate_that_is_not_there_is_refused(workspace, tmp_path):
    """Or anything, where nothing can be sealed; `can_seal` says which."""
    assert (find_spec("pyhanko") is not None) == workspace.can_seal()
    said = "cannot be read" if workspace.can_seal() else "is not installed"
    with pytest.raises(SignatureError, match=said):
        workspace.check_seal(SealFile(tmp_path / "gone.p12"))
