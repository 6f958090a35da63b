# SPDX-License-Identifier: MPL-2.0
"""Dates and owners of an action that were changed on two computers: none is settled by nobody."""

import datetime as dt

import pytest

from auditapp.model.action_progress import ActionProgress, ActionStep, as_it_stands
from auditapp.model.follow_up import Action, ActionStatus

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
FIRST, EARLY, LATE = dt.date(2026, 12, 1), dt.date(2027, 1, 10), dt.date(2027, 2, 20)
ACTION = Action(what="See her at school", owner_role="Team manager", due=FIRST, created_at=NOON)


def step(minute, by="Ana", **fields):
    """Return a step, which leaves the action open unless ``fields`` say otherwise."""
    fields.setdefault("status", ActionStatus.OPEN)
    return ActionStep(by=by, at=NOON + dt.timedelta(minutes=minute), words="Why", **fields)


def apart(start, one, other):
    """Return what is known when two people each took a step after ``start``, in both orders."""
    begun = ActionProgress(steps=(start,))
    mine, theirs = begun.with_step(one), begun.with_step(other)
    both = mine.joined(theirs)
    assert both == theirs.joined(mine) == both.joined(mine)
    return both


@pytest.fixture
def begun():
    """Return a step that both people know of."""
    return step(0, is_left=True)


def test_two_dates_are_to_choose_from_and_meanwhile_the_earlier_counts(begun):
    """Whoever waits for it is not kept waiting by a computer."""
    both = apart(begun, step(1, due=LATE), step(2, by="Ben", due=EARLY))
    assert both.is_split
    assert {LATE, EARLY} == {each.due for each in both.ways}
    assert EARLY == as_it_stands(ACTION, both).due
    chosen = next(each for each in both.ways if each.due == LATE)
    settled = both.choosing(chosen, "Cy", NOON + dt.timedelta(hours=1))
    now = as_it_stands(ACTION, settled)

    assert not settled.is_split
    assert (LATE, FIRST, 2) == (now.due, now.first_due, now.due_moves)


def test_two_owners_are_to_choose_from(begun):
    """As dates are."""
    both = apart(begun, step(1, owner_role="Social worker"), step(2, by="Ben", owner_role="IRO"))

    assert both.is_split
    assert {"Social worker", "IRO"} == {each.owner_role for each in both.ways}


def test_another_date_and_done_are_no_difference(begun):
    """One says when, the other how it stands: both hold."""
    done = step(2, by="Ben", status=ActionStatus.DONE)
    both = apart(begun, step(1, due=LATE), done)
    now = as_it_stands(ACTION, both)

    assert not both.is_split
    assert (ActionStatus.DONE, LATE, "Why") == (now.status, now.due, now.completion_evidence)


def test_the_same_date_twice_is_no_difference(begun):
    """Two people had the same thought."""
    assert not apart(begun, step(1, due=LATE), step(2, by="Ben", due=LATE)).is_split


def test_how_it_stands_is_chosen_before_the_date(begun):
    """One matter after the other, until nothing is left to choose."""
    begun_apart = ActionProgress(steps=(begun,))
    mine = begun_apart.with_step(step(1, due=LATE)).with_step(step(3, status=ActionStatus.DONE))
    other = step(4, by="Ben", status=ActionStatus.DROPPED)
    theirs = begun_apart.with_step(step(2, by="Ben", due=EARLY)).with_step(other)
    both = mine.joined(theirs)
    statuses = {each.status for each in both.ways}
    chosen = both.choosing(both.ways[0], "Cy", NOON + dt.timedelta(hours=1))

    assert {ActionStatus.DONE, ActionStatus.DROPPED} == statuses
    assert {LATE, EARLY} == {each.due for each in chosen.ways}
    last = chosen.choosing(chosen.ways[0], "Cy", NOON + dt.timedelta(hours=2))
    assert not last.is_split
    assert both.ways[0].status is last.status
