# SPDX-License-Identifier: MPL-2.0
"""Test how what is done about signed audits on two computers is put together."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import put_action
from auditapp.model.exchange import Outcome
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.settling import settle, unsettled
from auditapp.model.tables import with_follow_ups
from tests.auditapp.operations.follow_up_hands import ACTION, LATER, agree, both, signed, step, swap

__all__ = ["signed"]


def test_steps_that_were_taken_apart_are_joined(desks, signed):
    """Both have every step in one order; what was signed is what it was."""
    before = desks.ana.audit(signed)
    step(desks.ana, signed, ActionStatus.DONE, "Seen on Monday.")
    step(desks.ben, signed, ActionStatus.DROPPED, "No longer here.", LATER)
    done = swap(desks, signed)
    ana, ben = both(desks, signed)

    assert [Outcome.FOLLOWED_UP] * 2 == [each.plan.outcome for each in done]
    assert all(each.is_changed for each in done)
    assert ana == ben
    assert (ActionStatus.DONE, ActionStatus.DROPPED) == (
        ana.action_now(ACTION).status,
        ana.action_now(LATER).status,
    )
    assert before == with_follow_ups(ana, None)
    assert [] == desks.ana.workspace.signing_faults(signed)


def test_what_both_said_of_one_action_is_no_difference(desks, signed):
    """Both called it done: both pieces of evidence are kept, and nothing is to settle."""
    step(desks.ana, signed, ActionStatus.DONE, "Seen on Monday.")
    step(desks.ben, signed, ActionStatus.DONE, "Seen on Tuesday.")
    swap(desks, signed)
    ana, ben = both(desks, signed)

    assert ana == ben
    assert ["Seen on Monday.", "Seen on Tuesday."] == sorted(
        each.words for each in ana.action_progress[ACTION].steps
    )
    assert [] == unsettled(ana)
    desks.ben.workspace.progress_action(
        signed, ACTION, ActionStatus.OPEN, desks.ben.by, words="Not alone."
    )
    assert ActionStatus.OPEN is desks.ben.audit(signed).action_now(ACTION).status


def test_what_contradicts_is_listed_and_a_person_chooses(desks, signed):
    """Until then it stands as what leaves most to be done, and goes no further."""
    step(desks.ana, signed, ActionStatus.DONE, "Seen.", done_by="R. Okafor")
    step(desks.ben, signed, ActionStatus.DROPPED, "Moved away.")
    swap(desks, signed)
    (row,) = desks.ana.workspace.differences(signed)
    now = desks.ana.audit(signed).action_now(ACTION).status
    with pytest.raises(NotAllowedError, match="different things"):
        step(desks.ana, signed, ActionStatus.VERIFIED)
    chosen = next(each.row for each in row.versions if each.by == "Ben")
    settling = desks.ana.workspace.settle_follow_up
    settling(signed, row.table, row.key, chosen, desks.ana.by)
    swap(desks, signed)
    ana, ben = both(desks, signed)

    assert ActionStatus.DONE is now
    assert {"Ana", "Ben"} == {each.by for each in row.versions}
    assert ana == ben
    assert ("Moved away.", []) == (ana.action_now(ACTION).dropped_reason, unsettled(ben))
    assert 3 == len(ben.action_progress[ACTION].steps)
    with pytest.raises(NotAllowedError, match="nothing to settle"):
        settling(signed, row.table, row.key, chosen, desks.ana.by)


def test_nobody_chooses_that_their_own_work_is_verified(desks, signed):
    """A colleague does."""
    step(desks.ana, signed, ActionStatus.DONE, "Seen.")
    swap(desks, signed)
    step(desks.ben, signed, ActionStatus.VERIFIED)
    step(desks.ana, signed, ActionStatus.OPEN, "Not after all.")
    swap(desks, signed)
    (row,) = desks.ana.workspace.differences(signed)
    chosen = next(each.row for each in row.versions if each.by == "Ben")
    settling = desks.ana.workspace.settle_follow_up
    with pytest.raises(NotAllowedError, match="somebody else"):
        settling(signed, row.table, row.key, chosen, desks.ana.by)
    desks.ben.workspace.settle_follow_up(signed, row.table, row.key, chosen, desks.ben.by)

    assert ("Ben", "Seen.") == (
        desks.ben.audit(signed).action_now(ACTION).verified_by,
        desks.ben.audit(signed).action_now(ACTION).completion_evidence,
    )


def test_grades_that_were_agreed_apart_stand_beside_each_other(desks, signed):
    """One is shown, the other is not lost, and a person chooses."""
    agree(desks.ana, signed, GradeBand.GOOD, "We talked.")
    agree(desks.ben, signed, GradeBand.INADEQUATE, "We talked as well.")
    swap(desks, signed)
    ana, ben = both(desks, signed)
    (row,) = desks.ben.workspace.differences(signed)
    chosen = next(each.row for each in row.versions if each.by == "Ana")
    desks.ben.workspace.settle_follow_up(signed, row.table, row.key, chosen, desks.ben.by)
    swap(desks, signed)

    assert ana == ben
    assert AuditStatus.MODERATED is ana.status
    assert {"good", "inadequate"} == {each.row["band"] for each in row.versions}
    for each in both(desks, signed):
        assert ("We talked.", ()) == (each.agreed[PRACTICE].reason, each.agreed[PRACTICE].others)
        assert [] == unsettled(each)
    assert [] == desks.ana.workspace.signing_faults(signed)


def test_two_who_choose_the_same_leave_nothing_to_settle(desks, signed):
    """Each of them settled it at home; both choices are on record."""
    agree(desks.ana, signed, GradeBand.GOOD, "We talked.")
    agree(desks.ben, signed, GradeBand.INADEQUATE, "We talked as well.")
    swap(desks, signed)
    for desk in (desks.ana, desks.ben):
        (row,) = desk.workspace.differences(signed)
        chosen = next(each.row for each in row.versions if each.by == "Ana")
        desk.workspace.settle_follow_up(signed, row.table, row.key, chosen, desk.by)
    swap(desks, signed)
    ana, ben = both(desks, signed)

    assert ana == ben
    assert ("We talked.", 1) == (ana.agreed[PRACTICE].reason, len(ana.agreed[PRACTICE].others))
    assert [] == unsettled(ana)


def test_agreeing_anew_knowingly_is_no_difference(desks, signed):
    """Whoever saw the first grade and agreed on another one replaced it."""
    agree(desks.ana, signed, GradeBand.GOOD, "We talked.")
    swap(desks, signed)
    agree(desks.ben, signed, GradeBand.INADEQUATE, "We talked again.")
    step(desks.ana, signed, ActionStatus.DONE, "Seen.")
    swap(desks, signed)
    ana, ben = both(desks, signed)

    assert ana == ben
    assert (GradeBand.INADEQUATE, []) == (ana.agreed[PRACTICE].band, unsettled(ana))


def test_an_audit_that_was_closed_is_open_with_a_step_nobody_knew_of(desks, signed):
    """Whoever closed it had not seen that; nor is it closed while anything contradicts."""
    for action in (ACTION, LATER):
        step(desks.ana, signed, ActionStatus.DROPPED, "Moved away.", action)
    swap(desks, signed)
    desks.ana.workspace.mark_closed(signed, desks.ana.by)
    step(desks.ben, signed, ActionStatus.OPEN, "Came back.")
    swap(desks, signed)
    ana, ben = both(desks, signed)
    step(desks.ben, signed, ActionStatus.DROPPED, "Left again.")
    desks.ben.workspace.mark_closed(signed, desks.ben.by)
    step(desks.ana, signed, ActionStatus.DROPPED, "Left for good.")
    swap(desks, signed)

    assert ana == ben
    assert AuditStatus.SIGNED_OFF is ana.status
    assert [AuditStatus.SIGNED_OFF] * 2 == [each.status for each in both(desks, signed)]


def test_an_audit_stays_closed_with_a_grade_that_was_agreed_meanwhile(desks, signed):
    """No step is new to whoever closed it; but it is not closed while grades contradict."""
    for action in (ACTION, LATER):
        step(desks.ana, signed, ActionStatus.DROPPED, "Moved away.", action)
    swap(desks, signed)
    desks.ana.workspace.mark_closed(signed, desks.ana.by)
    agree(desks.ben, signed, GradeBand.GOOD, "We talked.")
    swap(desks, signed)
    closed = [each.status for each in both(desks, signed)]
    step(desks.ana, signed, ActionStatus.OPEN, "Came back.")
    step(desks.ana, signed, ActionStatus.DROPPED, "Left again.")
    agree(desks.ana, signed, GradeBand.INADEQUATE, "Read again.")
    agree(desks.ben, signed, GradeBand.OUTSTANDING, "Read again, too.")
    swap(desks, signed)

    assert [AuditStatus.CLOSED] * 2 == closed
    with pytest.raises(NotAllowedError, match="two computers"):
        desks.ana.workspace.mark_closed(signed, desks.ana.by)


def test_only_what_was_listed_can_be_chosen(desks, signed):
    """A step that nobody took is not made up by choosing it."""
    step(desks.ana, signed, ActionStatus.DONE, "Seen.")
    step(desks.ben, signed, ActionStatus.DROPPED, "Moved away.")
    swap(desks, signed)
    (row,) = desks.ana.workspace.differences(signed)
    other = {"steps": [{**row.versions[0].row["steps"][0], "words": "Never said."}]}
    with pytest.raises(NotAllowedError, match="no longer to choose"):
        desks.ana.workspace.settle_follow_up(signed, row.table, row.key, other, desks.ana.by)


def test_nothing_is_joined_twice(desks, signed):
    """However often a package comes; nor does an old one bring anything back."""
    old = desks.ben.send(signed, name="old")
    step(desks.ana, signed, ActionStatus.DONE, "Seen.")
    step(desks.ben, signed, ActionStatus.DROPPED, "Moved.", LATER)
    swap(desks, signed)
    before = desks.ana.audit(signed)
    lines = len(desks.ana.workspace.history(signed))
    again = desks.ana.take_in(desks.ben.send(signed))
    stale = desks.ana.take_in(old)

    assert [Outcome.NOTHING_NEW] * 2 == [each.plan.outcome for each in (again, stale)]
    assert (before, lines) == (desks.ana.audit(signed), len(desks.ana.workspace.history(signed)))


def test_steps_of_a_draft_are_joined_as_well(desks, shared):
    """An action may be followed up before the sign-off."""
    by = desks.ana.by
    action = Action(what="See the child alone", created_at=by.now)
    desks.ana.workspace.commit(shared, put_action(ACTION, action, by))
    desks.ben.take_in(desks.ana.send(shared))
    step(desks.ana, shared, ActionStatus.DONE, "Seen.")
    step(desks.ben, shared, ActionStatus.DROPPED, "Moved.")
    swap(desks, shared)
    ana, ben = both(desks, shared)

    assert ana == ben
    assert 2 == len(ana.action_progress[ACTION].steps)
    assert 1 == len(unsettled(ana))
    with pytest.raises(NotAllowedError, match="nothing to settle"):
        settle(ana, "action_progress", ACTION, None, desks.ana.by)
