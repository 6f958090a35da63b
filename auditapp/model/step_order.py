# SPDX-License-Identifier: MPL-2.0
"""Tell which step of an action was taken in the knowledge of which, and arrange them alike.

The id of a step is a hash of what it says and of the ids of the steps that it followed: the same on
every computer, and of no other step. The order is that of how many steps came before one, then
that of their times, their people and their ids; so it depends on nothing but which steps there are.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Generic, Protocol, Self, TypeVar

from auditapp.model.records import Record


class OrderedStep(Protocol):
    """What a step has to have."""

    @property
    def at(self) -> datetime:
        """When it was taken."""

    @property
    def by(self) -> str:
        """Who took it."""

    @property
    def after(self) -> tuple[str, ...] | None:
        """The ids of the steps that it followed; None for the one before it in its list."""

    def record(self) -> Record:
        """Return it as plain values."""

    def model_copy(self, *, update: Mapping[str, object]) -> Self:
        """Return it with other values."""


Step = TypeVar("Step", bound=OrderedStep)


class StepOrder(Generic[Step]):
    """Know the ids of steps, and what each of them followed. ``steps`` has them by their ids."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        """Read a list of steps in which none comes before one that it followed."""
        self.steps: dict[str, Step] = {}
        self._parents: dict[str, tuple[str, ...]] = {}
        for step in steps:
            parents = tuple(self.steps)[-1:] if step.after is None else step.after
            key = _id_of(step, parents)
            self._parents[key] = parents
            self.steps[key] = step.model_copy(update={"after": parents})

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the ids of the steps that none followed, in their order."""
        followed = {parent for parents in self._parents.values() for parent in parents}
        return tuple(key for key in self.steps if key not in followed)

    def id_of(self, step: Step) -> str:
        """Return the id of a step that was read from here.

        Raises:
            StopIteration: It was not.
        """
        return next(key for key, each in self.steps.items() if _said(each) == _said(step))

    def before(self, key: str) -> set[str]:
        """Return the ids of all steps that led to one."""
        found: set[str] = set()
        waiting = list(self._parents.get(key, ()))
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += self._parents.get(each, ())
        return found

    @classmethod
    def arranged(cls, steps: Mapping[str, Step]) -> tuple[Step, ...]:
        """Return steps that are known by their ids, each with what it followed, in their order."""
        depths: dict[str, int] = {}
        waiting = dict(steps)
        while waiting:
            ready = [
                key for key, step in waiting.items() if not set(step.after or ()) & waiting.keys()
            ]
            for key in ready:
                depths[key] = 1 + max(
                    (depths.get(p, 0) for p in waiting[key].after or ()), default=0
                )
            waiting = {key: step for key, step in waiting.items() if key not in depths}
        order = sorted(steps, key=lambda key: (depths[key], steps[key].at, steps[key].by, key))
        return tuple(
            steps[key].model_copy(update={"after": None})
            if (steps[key].after or ()) == tuple(order[max(number - 1, 0) : number])
            else steps[key]
            for number, key in enumerate(order)
        )


def _said(step: OrderedStep) -> Record:
    return {name: value for name, value in step.record().items() if name != "after"}


def _id_of(step: OrderedStep, parents: tuple[str, ...]) -> str:
    text = json.dumps([_said(step), sorted(parents)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
