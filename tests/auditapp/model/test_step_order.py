# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.model.step_order``, and of how the progress of an action uses it."""

import datetime as dt
from functools import reduce
from itertools import permutations

from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.follow_up import ActionStatus
from auditapp.model.step_order import StepOrder
from tests.making import Clock

NOW = Clock().now
START = ActionProgress(
    steps=(ActionStep(status=ActionStatus.DONE, by="Ana", at=NOW, words="Seen."),)
)


def with_step(progress, status, by, minutes=0, **fields):
    """Return the progress with a step so many minutes later."""
    at = NOW + dt.timedelta(minutes=minutes)
    return progress.with_step(ActionStep(status=status, by=by, at=at, **fields))


def test_what_is_joined_is_the_same_in_any_order():
    """Of three that went apart, and of one that went on from two of them."""
    ana = with_step(START, ActionStatus.OPEN, "Ana", 5, words="Not yet.")
    ben = with_step(START, ActionStatus.VERIFIED, "Ben", 3)
    both = with_step(ana.joined(ana), ActionStatus.DROPPED, "Cy", -9, words="Moved.")
    found = {reduce(ActionProgress.joined, each) for each in permutations((ana, ben, both))}

    (joined,) = found
    assert ["Ana", "Ben", "Ana", "Cy"] == [step.by for step in joined.steps]
    assert joined == joined.joined(START) == joined.joined(joined)


def test_a_clock_that_was_set_back_does_not_turn_steps_round():
    """Whoever knew of a step comes after it."""
    later = with_step(START, ActionStatus.OPEN, "Ana", -60, words="Not yet.")

    assert later == START.joined(later)
    assert (ActionStatus.OPEN, ("Ana",)) == (later.status, tuple(e.by for e in later.ways))


def test_steps_of_one_computer_are_kept_as_they_always_were():
    """Nothing is written of what they followed, so old rows stay what they are."""
    row = with_step(START, ActionStatus.VERIFIED, "Ben").record()

    assert all("after" not in step and "keeps" not in step for step in row["steps"])


def test_what_was_only_left_says_nothing_new():
    """Beside a step that does; alone it stands as it was left."""
    left = with_step(START, ActionStatus.DONE, "Cy", 1, words="Waits.", is_left=True)
    other = with_step(START, ActionStatus.OPEN, "Ben", 2, words="Not done.")
    joined = left.joined(other)

    assert not joined.is_split
    assert ActionStatus.OPEN is joined.status
    alone = ActionProgress(steps=(left.steps[-1].model_copy(update={"status": ActionStatus.OPEN}),))
    assert ActionStatus.OPEN is alone.status


def test_a_choice_lets_the_chosen_step_stand_with_its_words():
    """And whatever came before it; it can be gone on from as any other."""
    ben = with_step(START, ActionStatus.VERIFIED, "Ben", 3)
    joined = with_step(START, ActionStatus.OPEN, "Ana", 5, words="No.").joined(ben)
    chosen = next(step for step in joined.ways if step.by == "Ben")
    settled = joined.choosing(chosen, "Cy", NOW)

    assert (True, False) == (joined.is_split, settled.is_split)
    assert (ActionStatus.OPEN, ActionStatus.VERIFIED) == (joined.status, settled.status)
    assert ("Ben", "Seen.") == (settled.last.by, settled.done.words)
    assert 2 == len(StepOrder(joined.steps).heads)
    assert settled.status is ActionStatus.VERIFIED
    assert ActionStatus.OPEN is with_step(settled, ActionStatus.OPEN, "Cy", 9, words="!").status
