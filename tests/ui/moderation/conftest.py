# SPDX-License-Identifier: MPL-2.0
"""Fixtures of moderation in the window: a first reading, and a second one that came back."""

import pytest

from auditapp.model.edits import change_answer, give_grade, put_action
from auditapp.model.exchange import Purpose
from auditapp.model.follow_up import Action
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from tests.auditapp.operations.conftest import desks
from tests.making import start_audit
from tests.ui.view_fixtures import jobs, preferences, show, theme

__all__ = ["desks", "jobs", "preferences", "show", "theme"]

RATED = "visits/VS2"
ACTION = "0" * 32


def rate(desk, audit_id, value, band):
    """Rate one question with a note, grade the practice, and sign."""
    workspace, by = desk.workspace, desk.by
    edit = change_answer(
        workspace.open_audit(audit_id), RATED, by, value=value, note=f"{desk.name} saw it"
    )
    workspace.commit(audit_id, edit)
    grade = Grade(band=band, reason=f"{desk.name} says", given_at=by.now, given_by=by.name)
    workspace.commit(audit_id, give_grade(PRACTICE, grade, by))
    desk.sign(audit_id)
    workspace.close_audit(audit_id)


def read_first(ana, **front):
    """Sign a first reading with an action; return its id."""
    audit_id = start_audit(ana.workspace, auditor="Ana", **front)
    action = Action(what="Visit her", question=RATED, created_at=ana.clock())
    ana.workspace.commit(audit_id, put_action(ACTION, action, ana.by))
    rate(ana, audit_id, "met", GradeBand.GOOD)
    return audit_id


def read_second(ana, ben, first):
    """Bring back a second reading that differs by two steps and a grade; return its id."""
    blind = ben.take_in(ana.send(first, purpose=Purpose.FOR_MODERATION))
    rate(ben, blind.plan.here, "not_met", GradeBand.REQUIRES_IMPROVEMENT)
    ana.take_in(ben.send(blind.plan.here, purpose=Purpose.MODERATED))
    return blind.plan.here


def read_again(ana, first):
    """Audit the case again, and find it worse; return the later audit's id."""
    ana.clock.move(days=60)
    audit_id = ana.workspace.audit_again(first, ana.by)
    rate(ana, audit_id, "partly_met", GradeBand.GOOD)
    return audit_id


@pytest.fixture
def first(desks):
    """Sign a first reading with an action; return its id."""
    return read_first(desks.ana)


@pytest.fixture
def second(desks, first):
    """Bring back a second reading that differs by two steps and a grade; return its id."""
    return read_second(desks.ana, desks.ben, first)


@pytest.fixture
def again(desks, first):
    """Have Cleo audit the case again, and find it worse; return the later audit's id."""
    return read_again(desks.ana, first)
