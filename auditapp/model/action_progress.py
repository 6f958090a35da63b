# SPDX-License-Identifier: MPL-2.0
"""Define what became of an action after it was set, step by step.

The action itself is part of what is signed. These steps are kept beside that, so that they go on
after the sign-off; nothing takes one back, and a mistake is put right by the next.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, ClassVar

from pydantic import AwareDatetime, Field

from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.frozen import Frozen
from auditapp.model.records import Record
from auditapp.model.step_order import StepOrder
from auditapp.model.text import Text


class ActionStep(Frozen):
    """Hold one step: how the action stands from then on, who said so, and when.

    ``words`` are the evidence that it is done, what the person who verified it looked at, or the
    reason why it was dropped or opened again. ``done_by`` is who did it, where it was done.
    With ``is_left`` a later audit looked at the action and left it as it stood, for a reason.
    ``due`` and ``owner_role`` are those from then on, where the step changes them; it leaves the
    status as it was then, and ``words`` are why.
    ``after`` names the steps that whoever took this one knew to be the last, by their ids
    (`step_order`); None stands for the step before it in the list, which it nearly always is.
    ``keeps`` names the step that was chosen to stand, of several that were taken apart.
    """

    LATER: ClassVar = frozenset({"is_left", "due", "owner_role", "after", "keeps"})

    status: ActionStatus
    by: str
    at: AwareDatetime
    words: Text = ""
    done_by: Text = ""
    is_left: bool = False
    due: dt.date | None = None
    owner_role: Text = ""
    after: tuple[str, ...] | None = None
    keeps: str = ""

    @property
    def is_move(self) -> bool:
        """Tell whether it changes when the action is due, or whose it is."""
        return self.due is not None or bool(self.owner_role)

    @property
    def is_telling(self) -> bool:
        """Tell whether it says how the action stands; else it leaves that as it was."""
        return not (self.is_left or self.is_move)

    @property
    def says_done(self) -> bool:
        """Tell whether it says that the action is done."""
        return self.status is ActionStatus.DONE and self.is_telling


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


_MOST_TO_DO_FIRST = (
    ActionStatus.OPEN,
    ActionStatus.DONE,
    ActionStatus.DROPPED,
    ActionStatus.VERIFIED,
)


class ActionProgress(Frozen):
    """Hold the steps of one action in their order (`step_order`). There is at least one.

    Steps that were taken on two computers, neither of which knew of the other's, stand beside each
    other. Where they say different things of how the action stands, it is `is_split` until a
    person chooses; meanwhile it stands as that which leaves most to be done.
    """

    steps: tuple[ActionStep, ...] = Field(min_length=1)

    def record(self) -> Record:
        """Return the row that the store keeps, each step as it was when it was written."""
        return {"steps": [step.record() for step in self.steps]}

    @property
    def last(self) -> ActionStep:
        """Return the step that says how the action stands."""
        ways = self._latest(_is_telling) or self.steps[-1:]
        standing = min(ways, key=lambda step: _MOST_TO_DO_FIRST.index(step.status))
        return self._kept(standing)

    @property
    def due(self) -> dt.date | None:
        """Return the date that it was moved to, if it was; of several taken apart the earliest."""
        return min((step.due for step in self._latest(_has_due) if step.due), default=None)

    @property
    def owner_role(self) -> str:
        """Return whom it was handed to, if it was."""
        return next((step.owner_role for step in self._latest(_has_owner)), "")

    @property
    def ways(self) -> tuple[ActionStep, ...]:
        """Return the steps to choose from: those that say different things of one matter.

        One matter after the other: how it stands, when it is due, whose it is. Without a difference
        it is the one step that says how the action stands.
        """
        matters = (
            (_is_telling, lambda step: step.status),
            (_has_due, lambda step: step.due),
            (_has_owner, lambda step: step.owner_role),
        )
        for is_about, said in matters:
            found = self._latest(is_about)
            if len(set(map(said, found))) > 1:
                return found
        return (self.last,)

    @property
    def is_split(self) -> bool:
        """Tell whether people who knew nothing of each other said different things of it."""
        return not self._is_line and len(self.ways) > 1

    @property
    def status(self) -> ActionStatus:
        """Return how the action stands."""
        return self.last.status

    @property
    def done(self) -> ActionStep | None:
        """Return the step that said that it is done, as long as that holds."""
        last = self.last
        if not is_done(last.status):
            return None
        if self._is_line:
            found = (step for step in reversed(self.steps) if step.says_done)
            return next(found, None)
        order = StepOrder(self.steps)
        led_to = order.before(order.id_of(last)) | {order.id_of(last)}
        found = (
            step for key, step in reversed(order.steps.items()) if key in led_to and step.says_done
        )
        return next(map(self._kept, found), None)

    def with_step(self, step: ActionStep) -> "ActionProgress":
        """Return the progress with one more step, which goes on from all that there are."""
        heads = StepOrder(self.steps).heads
        after = heads if len(heads) > 1 else None
        return ActionProgress(steps=(*self.steps, step.model_copy(update={"after": after})))

    def choosing(self, chosen: ActionStep, by: str, at: AwareDatetime) -> "ActionProgress":
        """Return the progress with a step that lets ``chosen``, one of the `ways`, stand."""
        keeps = StepOrder(self.steps).id_of(chosen)
        what = {"status": chosen.status, "due": chosen.due, "owner_role": chosen.owner_role}
        return self.with_step(ActionStep(by=by, at=at, keeps=keeps, **what))

    def joined(self, other: "ActionProgress") -> "ActionProgress":
        """Return every step of both, each once. Whose they are makes no difference, nor how often.

        This is a set that only grows (Shapiro and others, INRIA RR-7506, 2011, section 3.3.1).
        """
        steps = {**StepOrder(self.steps).steps, **StepOrder(other.steps).steps}
        return ActionProgress(steps=StepOrder.arranged(steps))

    def _latest(self, is_about: Callable[[ActionStep], bool]) -> tuple[ActionStep, ...]:
        """Return the last steps about a matter; more than one where they were taken apart."""
        if self._is_line:
            return tuple(step for step in reversed(self.steps) if is_about(step))[:1]
        order = StepOrder(self.steps)
        about = {key for key, step in order.steps.items() if is_about(step)}
        passed = {key for each in about for key in order.before(each)}
        return tuple(step for key, step in order.steps.items() if key in about - passed)

    @property
    def _is_line(self) -> bool:
        """Tell whether each step followed the one before it."""
        return all(step.after is None for step in self.steps)

    def _kept(self, step: ActionStep) -> ActionStep:
        """Return the step itself, or the one that it chose."""
        return StepOrder(self.steps).steps.get(step.keeps, step) if step.keeps else step


def _is_telling(step: ActionStep) -> bool:
    return step.is_telling


def _has_due(step: ActionStep) -> bool:
    return step.due is not None


def _has_owner(step: ActionStep) -> bool:
    return bool(step.owner_role)


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
    given = [step for step in progress.steps if not step.keeps]
    moved: dict[str, Any] = {
        "due_moves": sum(map(_has_due, given)), "owner_moves": sum(map(_has_owner, given)),
    }  # fmt: skip
    if moved["due_moves"]:
        moved |= {"due": progress.due, "first_due": action.due}
    if moved["owner_moves"]:
        moved |= {"owner_role": progress.owner_role, "first_owner": action.owner_role}
    return moved
