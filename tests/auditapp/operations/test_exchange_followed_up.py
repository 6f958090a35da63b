# SPDX-License-Identifier: MPL-2.0
"""Test how what is done about signed audits on two computers is put together."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import give_grade, put_action
from auditapp.model.exchange import Choice, Outcome
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.settling import settle, unsettled
from auditapp.model.tables import with_follow_ups
from tests.auditapp.exchange.desks import KEY
from tests.making import start_audit

ACTION, LATER = "0" * 32, "1" * 32


@pytest.fixture
def signed(desks):
    """Give both the same signed audit, with two actions and a grade; return its id."""
    audit_id = start_audit(desks.ana.workspace)
    commit, by = desks.ana.workspace.commit, desks.ana.by
    for key in (ACTION, LATER):
        action = Action(what="See the child alone", created_at=by.now)
        commit(audit_id, put_action(key, action, by))
    grade = Grade(band=GradeBand.GOOD, reason="Seen.", given_at=by.now, given_by=by.name)
    commit(audit_id, give_grade(PRACTICE, grade, by))
    desks.ana.sign(audit_id)
    desks.ben.take_in(desks.ana.send(audit_id))
    for desk in (desks.ana, desks.ben):
        desk.clock.move(days=1)
    return audit_id


def step(desk, audit_id, status, words="", action=ACTION, **fields):
    """Take a step with an action."""
    change = desk.workspace.progress_action
    return change(audit_id, action, status, desk.by, words=words, **fields)


def agree(desk, audit_id, band, reason):
    """Agree on the practice grade."""
    desk.workspace.agree_grade(audit_id, PRACTICE, band, reason, desk.by)


def swap(desks, audit_id):
    """Send the audit both ways; return what was done on Ana's and on Ben's side."""
    there, back = desks.ana.send(audit_id), desks.ben.send(audit_id)
    return desks.ana.take_in(back), desks.ben.take_in(there)


def both(desks, audit_id):
    """Return the audit of each."""
    return desks.ana.audit(audit_id), desks.ben.audit(audit_id)


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


def test_an_amendment_is_taken_with_what_was_done_here_meanwhile(desks, signed):
    """Steps taken here go on under the amended audit; steps come into it from the older one."""
    desks.ben.workspace.amend(signed, desks.ben.by, "A visit was overlooked.")
    desks.ben.answer(signed, note="Amended.")
    desks.ben.sign(signed)
    step(desks.ana, signed, ActionStatus.DONE, "Seen.")
    desks.ana.workspace.close_audit(signed)
    there = desks.ana.send(signed)
    done = desks.ana.take_in(desks.ben.send(signed), {signed: Choice.TAKE})
    came = desks.ben.take_in(there)
    ana, ben = both(desks, signed)

    assert (Outcome.NEWER_SIGNED, Outcome.FOLLOWED_UP) == (done.plan.outcome, came.plan.outcome)
    assert ("Amended.", ActionStatus.DONE) == (
        ana.answers[KEY].note,
        ana.action_now(ACTION).status,
    )
    assert ana == ben
    assert [] == desks.ana.workspace.signing_faults(signed)


def test_an_amendment_is_given_up_with_what_came_meanwhile(desks, signed):
    """The lines that were brought stay, or the history would name what is not there."""
    desks.ben.workspace.amend(signed, desks.ben.by, "A visit was overlooked.")
    step(desks.ana, signed, ActionStatus.DONE, "Seen.")
    done = desks.ben.take_in(desks.ana.send(signed))
    desks.ben.workspace.give_up_amendment(signed, desks.ben.by)

    assert Outcome.FOLLOWED_UP is done.plan.outcome
    assert ActionStatus.DONE is desks.ben.audit(signed).action_now(ACTION).status
    assert not desks.ben.workspace._sessions.get(signed).has_broken_merges
    assert [] == desks.ben.workspace.signing_faults(signed)


def test_two_that_were_signed_differently_are_both_kept(desks, shared):
    """Each side has both, each as it was signed; a second package brings no third."""
    desks.ana.answer(shared, note="At home.")
    desks.ben.answer(shared, note="At school.")
    for desk in (desks.ana, desks.ben):
        desk.sign(shared)
    mine = desks.ana.audit(shared)
    done = desks.ana.take_in(desks.ben.send(shared))
    again = desks.ana.take_in(desks.ben.send(shared))
    theirs = desks.ana.audit(done.set_aside)

    assert Outcome.BOTH_SIGNED is done.plan.outcome
    assert mine == desks.ana.audit(shared)
    assert ("At school.", shared) == (theirs.answers[KEY].note, theirs.copy_of)
    assert [] == desks.ana.workspace.signing_faults(done.set_aside)
    assert (Outcome.NOTHING_NEW, {shared, done.set_aside}) == (
        again.plan.outcome,
        desks.ana.ids(),
    )


def test_what_is_done_about_the_other_copy_comes_into_it(desks, signed):
    """So it does when the copy was amended, or removed and is wanted back."""
    for desk in (desks.ana, desks.ben):
        desk.workspace.amend(signed, desk.by, "A visit was overlooked.")
        desk.answer(signed, note=f"Amended by {desk.name}.")
        desk.sign(signed)
    kept = desks.ana.take_in(desks.ben.send(signed)).set_aside
    step(desks.ben, signed, ActionStatus.DONE, "Seen.")
    came = desks.ana.take_in(desks.ben.send(signed))
    copy = desks.ana.audit(kept)
    desks.ana.workspace.close_audit(kept)
    desks.ana.workspace._repository.remove(kept)
    sent = desks.ben.send(signed)
    left = desks.ana.take_in(sent)
    desks.ana.take_in(sent, {kept: Choice.TAKE})

    assert (Outcome.FOLLOWED_UP, kept) == (came.plan.outcome, came.plan.here)
    assert ActionStatus.DONE is copy.action_now(ACTION).status
    assert ActionStatus.OPEN is desks.ana.audit(signed).action_now(ACTION).status
    assert Outcome.REMOVED_HERE is left.plan.outcome
    assert copy.answers == desks.ana.audit(kept).answers


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
