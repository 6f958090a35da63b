# SPDX-License-Identifier: MPL-2.0
"""Test audits that were amended, or signed with other contents, on two computers."""

from auditapp.model.exchange import Choice, Outcome
from auditapp.model.follow_up import ActionStatus
from tests.auditapp.exchange.desks import KEY
from tests.auditapp.operations.follow_up_hands import ACTION, both, signed, step

__all__ = ["signed"]


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
    assert {shared: None, done.set_aside: shared} == {
        row.id: row.copy_of for row in desks.ana.workspace.audits()
    }
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
