# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of audits that were signed off, or removed, when a package has them, too."""

import pytest

from auditapp.errors import (
    NotAllowedError,
)
from auditapp.model.audit import AuditStatus
from auditapp.model.exchange import Choice, Outcome, Purpose
from tests.auditapp.exchange.desks import KEY, WORDS


def test_what_was_signed_there_takes_the_place_of_a_draft_only_if_wanted(desks, shared):
    """The draft, with what is in it alone, stays as an audit of its own."""
    desks.ana.answer(shared, note="Only here.")
    desks.ben.answer(shared, note="At school.")
    desks.ben.sign(shared)
    sent = desks.ben.send(shared)
    before = desks.ana.audit(shared)

    left = desks.ana.take_in(sent)
    assert (Outcome.SIGNED_THERE, False) == (left.plan.outcome, left.is_changed)
    assert before == desks.ana.audit(shared)

    with pytest.raises(NotAllowedError, match="is open"):
        desks.ana.take_in(sent, {shared: Choice.TAKE})
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(sent, {shared: Choice.TAKE})

    assert AuditStatus.SIGNED_OFF is desks.ana.audit(shared).status
    assert [] == desks.ana.workspace.signing_faults(shared)
    kept = desks.ana.audit(done.set_aside)
    assert before.answers == kept.answers
    assert kept.is_draft
    assert desks.ana.send(done.set_aside, name="kept").path.exists()
    assert Outcome.NOTHING_NEW is desks.ana.take_in(sent, {shared: Choice.TAKE}).plan.outcome


def test_a_draft_with_nothing_of_its_own_is_not_kept_twice(desks, shared):
    """All of it is in what was signed."""
    desks.ben.sign(shared)
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})

    assert done.set_aside is None
    assert {shared} == desks.ana.ids()


def test_what_is_kept_beside_an_audit_stays(desks, shared):
    """A hold is a matter of this computer, and never travels."""
    desks.ana.workspace.hold_audit(shared, "An inquiry.", desks.ana.by)
    desks.ana.workspace.close_audit(shared)
    desks.ben.sign(shared)
    desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})
    desks.ben.take_in(desks.ana.send(shared))
    rows = {row.id: row for desk in (desks.ana,) for row in desk.workspace.audits()}
    (there,) = (row for row in desks.ben.workspace.audits() if row.id == shared)

    assert rows[shared].is_held
    assert not there.is_held


def test_a_signed_audit_is_never_merged_into(desks, shared):
    """The draft of the package may stand beside it, once."""
    desks.ana.sign(shared)
    signed = desks.ana.audit(shared)
    desks.ben.answer(shared, note="At school.")
    sent = desks.ben.send(shared)

    assert Outcome.SIGNED_HERE is desks.ana.take_in(sent).plan.outcome
    done = desks.ana.take_in(sent, {shared: Choice.KEEP_BOTH})
    again = desks.ana.take_in(sent, {shared: Choice.KEEP_BOTH})

    assert signed == desks.ana.audit(shared)
    assert "At school." == desks.ana.audit(done.set_aside).answers[KEY].note
    assert done.set_aside == again.set_aside
    assert {shared, done.set_aside} == desks.ana.ids()


def test_a_choice_that_is_not_offered_is_not_followed(desks, shared):
    """A signed audit does not give way to a draft, whatever was asked."""
    desks.ana.sign(shared)
    desks.ben.answer(shared, note="At school.")
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})

    assert not done.is_changed
    assert AuditStatus.SIGNED_OFF is desks.ana.audit(shared).status


def test_two_that_were_signed_differently_both_stay_where_they_are(desks, shared):
    """Nobody is offered to replace one."""
    desks.ana.sign(shared)
    desks.ben.sign(shared)
    (plan,) = desks.ana.look(desks.ben.send(shared)).plans

    assert (Outcome.BOTH_SIGNED, frozenset()) == (plan.outcome, plan.choices)


def test_an_amendment_made_elsewhere_can_be_taken(desks, shared):
    """What was signed before it is in it, whole."""
    desks.ana.sign(shared)
    signed = desks.ana.send(shared, purpose=Purpose.RE_AUDIT)
    desks.ben.workspace.close_audit(shared)
    desks.ben.take_in(signed, {shared: Choice.TAKE})
    desks.ben.workspace.amend(shared, desks.ben.by, "A visit was overlooked.")
    desks.ben.answer(shared, note="Amended.")
    desks.ben.sign(shared)
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})

    assert Outcome.NEWER_SIGNED is done.plan.outcome
    assert "Amended." == desks.ana.audit(shared).answers[KEY].note
    assert [] == desks.ana.workspace.signing_faults(shared)
    assert 1 == len(desks.ana.workspace.signed_versions(shared))


def test_what_was_removed_here_comes_back_only_if_wanted(desks, shared):
    """Somebody removed it on purpose."""
    sent = desks.ana.send(shared, name="again")
    desks.ben.workspace.close_audit(shared)
    row = next(each for each in desks.ben.workspace.audits() if each.id == shared)
    desks.ben.workspace._repository.remove(row.id)

    assert Outcome.REMOVED_HERE is desks.ben.take_in(sent).plan.outcome
    assert set() == desks.ben.ids()
    desks.ben.take_in(sent, {shared: Choice.TAKE})
    assert WORDS == desks.ben.audit(shared).answers[KEY].note
