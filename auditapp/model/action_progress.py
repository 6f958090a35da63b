# SPDX-License-Identifier: MPL-2.0
"""Define what became of an action after it was set, step by step.

The action itself is part of what is signed. These steps are kept beside that, so that they go on
after the sign-off; nothing takes one back, and a mistake is put right by the next.
"""

import datetime as dt
from typing import Any, ClassVar

from pydantic import AwareDatetime, Field

from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.frozen import Frozen
from auditapp.model.records import Record
from auditapp.model.text import Text


class ActionStep(Frozen):
    """Hold one step: how the action stands from then on, who said so, and when.

    ``words`` are the evidence that it is done, what the person who verified it looked at, or the
    reason why it was dropped or opened again. ``done_by`` is who did it, where it was done.
    With ``is_left`` a later audit looked at the action and left it as it stood, for a reason.
    ``due`` and ``owner_role`` are those from then on, where the step changes them; it leaves the
    status as it was then, and ``words`` are why.
    """

    LATER: ClassVar = frozenset({"is_left", "due", "owner_role"})

    status: ActionStatus
    by: str
    at: AwareDatetime
    words: Text = ""
    done_by: Text = ""
    is_left: bool = False
    due: dt.date | None = None
    owner_role: Text = ""

    @property
    def is_move(self) -> bool:
        """Tell whether it changes when the action is due, or whose it is."""
        return self.due is not None or bool(self.owner_role)


class ActionNow(Action):
    """Hold an action as it stands now, and what its date and owner were when it was set.

    ``first_due`` and ``first_owner`` say so where those were changed, and are empty where there was
    none; ``due_moves`` and ``owner_moves`` count how often they were.
    """

    LATER: ClassVar = frozenset({"first_due", "first_owner", "due_moves", "owner_moves"})

    first_due: dt.date | None = None
    first_owner: Text = ""
    due_moves: int = 0
    owner_moves: int = 0


class ActionProgress(Frozen):
    """Hold the steps of one action, oldest first. There is at least one."""

    steps: tuple[ActionStep, ...] = Field(min_length=1)

    def record(self) -> Record:
        """Return the row that the store keeps, each step as it was when it was written."""
        return {"steps": [step.record() for step in self.steps]}

    @property
    def last(self) -> ActionStep:
        """Return the step that says how the action stands."""
        return self.steps[-1]

    @property
    def status(self) -> ActionStatus:
        """Return how the action stands."""
        return self.last.status

    @property
    def done(self) -> ActionStep | None:
        """Return the step that said that it is done, as long as that holds."""
        if not is_done(self.status):
            return None
        found = (
            each
            for each in reversed(self.steps)
            if each.status is ActionStatus.DONE and not each.is_left
        )
        return next(found, None)

    def with_step(self, step: ActionStep) -> "ActionProgress":
        """Return the progress with one more step."""
        return ActionProgress(steps=(*self.steps, step))


def is_done(status: ActionStatus) -> bool:
    """Tell whether somebody said that an action is done, verified or not."""
    return status in (ActionStatus.DONE, ActionStatus.VERIFIED)


def as_it_stands(action: Action, progress: ActionProgress | None) -> ActionNow:
    """Return ``action`` as it stands after the steps of ``progress``; as it was set without any."""
    now = dict(action)
    if progress is not None:
        last, done = progress.last, progress.done
        evidence = done.words if done else action.completion_evidence
        now |= {
            "status": last.status,
            "completion_evidence": evidence if is_done(last.status) else "",
            "verified_by": last.by if last.status is ActionStatus.VERIFIED else "",
            "dropped_reason": last.words if last.status is ActionStatus.DROPPED else "",
            **_moved(action, progress),
        }
    return ActionNow.model_construct(**now)  # each part of it was looked at when it was made


def _moved(action: Action, progress: ActionProgress) -> dict[str, Any]:
    """Return date and owner as they are after all steps, and what they were."""
    dates = [step.due for step in progress.steps if step.due is not None]
    owners = [step.owner_role for step in progress.steps if step.owner_role]
    moved: dict[str, Any] = {"due_moves": len(dates), "owner_moves": len(owners)}
    if dates:
        moved |= {"due": dates[-1], "first_due": action.due}
    if owners:
        moved |= {"owner_role": owners[-1], "first_owner": action.owner_role}
    return moved
