# SPDX-License-Identifier: MPL-2.0
"""Test how the steps of an action are written."""

from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.follow_up import ActionStatus
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
