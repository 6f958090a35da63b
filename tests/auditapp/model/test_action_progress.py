# SPDX-License-Identifier: MPL-2.0
"""Test how the steps of an action are written."""

import datetime as dt

from auditapp.model.action_progress import ActionNow, ActionProgress, ActionStep, as_it_stands
from auditapp.model.follow_up import Action, ActionStatus
from tests.making import Clock

ROW = {
    "steps": [
        {
            "status": "done",
            "by": "D. Worker",
            "at": "2026-11-21T09:30:00Z",
            "words": "Seen.",
            "done_by": "",
        }
    ]
}


def test_a_step_of_before_is_written_as_it_was():
    """Or what was done about an audit would seem to be other than its history says."""
    assert ROW == ActionProgress.model_validate(ROW).record()


def test_a_step_that_left_an_action_says_so():
    """It comes back as it was."""
    step = ActionStep(
        status=ActionStatus.OPEN, by="A. Auditor", at=Clock().now, words="Soon.", is_left=True
    )
    progress = ActionProgress(steps=(step,))
    assert progress == ActionProgress.model_validate(progress.record())
    assert progress.record()["steps"][0]["is_left"] is True


def test_date_and_owner_are_those_of_the_last_step_that_gave_them():
    """What they were at first, and how often they changed, is there beside them."""
    now, first = Clock().now, dt.date(2026, 12, 1)
    stamp = {"status": ActionStatus.OPEN, "by": "A. Manager", "at": now, "words": "Ill."}
    steps = (
        ActionStep(**stamp, due=dt.date(2026, 12, 15)),
        ActionStep(**stamp, owner_role="Team manager"),
        ActionStep(**stamp, due=dt.date(2027, 1, 4)),
    )
    action = Action(what="Visit.", owner_role="Social worker", due=first, created_at=now)
    moved = as_it_stands(action, ActionProgress(steps=steps))
    assert (dt.date(2027, 1, 4), first, 2) == (moved.due, moved.first_due, moved.due_moves)
    assert ("Team manager", "Social worker", 1) == (
        moved.owner_role,
        moved.first_owner,
        moved.owner_moves,
    )
    assert moved == ActionNow.model_validate(moved.record())


def test_an_action_that_was_never_moved_is_written_as_it_was():
    """What is summed up of it need not be made again."""
    action = Action(what="Visit.", created_at=Clock().now)
    assert action.record() == as_it_stands(action, None).record()
