# SPDX-License-Identifier: MPL-2.0
"""Define what became of an action after it was set, step by step.

The action itself is part of what is signed. These steps are kept beside that, so that they go on
after the sign-off; nothing takes one back, and a mistake is put right by the next.
"""

from typing import ClassVar

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

    ``after`` names the steps that whoever took this one knew to be the last, by their ids
    (`step_order`); None stands for the step before it in the list, which it nearly always is.
    ``keeps`` names the step that was chosen to stand, of several that were taken apart.
    """

    LATER: ClassVar = frozenset({"is_left", "after", "keeps"})

    status: ActionStatus
    by: str
    at: AwareDatetime
    words: Text = ""
    done_by: Text = ""
    is_left: bool = False
    after: tuple[str, ...] | None = None
    keeps: str = ""


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
        standing = min(self.ways, key=lambda step: _MOST_TO_DO_FIRST.index(step.status))
        return self._kept(standing)

    @property
    def ways(self) -> tuple[ActionStep, ...]:
        """Return the last steps of those that were taken apart; nearly always there is one.

        What was only left as it stood says nothing new, unless nothing else was ever said.
        """
        if self._is_line and not self.steps[-1].is_left:
            return self.steps[-1:]
        order = StepOrder(self.steps)
        telling = {key for key, step in order.steps.items() if not step.is_left}
        passed = {key for each in telling for key in order.before(each)}
        found = tuple(step for key, step in order.steps.items() if key in telling - passed)
        return found or self.steps[-1:]

    @property
    def is_split(self) -> bool:
        """Tell whether people who knew nothing of each other said different things of it."""
        return len({step.status for step in self.ways}) > 1

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
            found = (step for step in reversed(self.steps) if _says_done(step))
            return next(found, None)
        order = StepOrder(self.steps)
        led_to = order.before(order.id_of(last)) | {order.id_of(last)}
        found = (
            step
            for key, step in reversed(order.steps.items())
            if key in led_to and _says_done(step)
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
        return self.with_step(ActionStep(status=chosen.status, by=by, at=at, keeps=keeps))

    def joined(self, other: "ActionProgress") -> "ActionProgress":
        """Return every step of both, each once. Whose they are makes no difference, nor how often.

        This is a set that only grows (Shapiro and others, INRIA RR-7506, 2011, section 3.3.1).
        """
        steps = {**StepOrder(self.steps).steps, **StepOrder(other.steps).steps}
        return ActionProgress(steps=StepOrder.arranged(steps))

    @property
    def _is_line(self) -> bool:
        """Tell whether each step followed the one before it."""
        return all(step.after is None for step in self.steps)

    def _kept(self, step: ActionStep) -> ActionStep:
        """Return the step itself, or the one that it chose."""
        return StepOrder(self.steps).steps.get(step.keeps, step) if step.keeps else step


def _says_done(step: ActionStep) -> bool:
    return step.status is ActionStatus.DONE and not step.is_left


def is_done(status: ActionStatus) -> bool:
    """Tell whether somebody said that an action is done, verified or not."""
    return status in (ActionStatus.DONE, ActionStatus.VERIFIED)


def as_it_stands(action: Action, progress: ActionProgress | None) -> Action:
    """Return ``action`` as it stands after the steps of ``progress``; as it was set without any."""
    if progress is None:
        return action
    last, done = progress.last, progress.done
    evidence = done.words if done else action.completion_evidence
    return action.model_copy(
        update={
            "status": last.status,
            "completion_evidence": evidence if is_done(last.status) else "",
            "verified_by": last.by if last.status is ActionStatus.VERIFIED else "",
            "dropped_reason": last.words if last.status is ActionStatus.DROPPED else "",
        }
    )
