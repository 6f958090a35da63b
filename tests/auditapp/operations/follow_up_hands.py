# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the exchange a signed audit, and hands that follow it up."""

import pytest

from auditapp.model.edits import give_grade, put_action
from auditapp.model.follow_up import Action
from auditapp.model.grade import PRACTICE, Grade, GradeBand
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
