# SPDX-License-Identifier: MPL-2.0
"""Say what became of a case since it was audited before: criteria then and now, and the actions.

Inspectors found the same drift that an earlier audit had found (``hull-2015 para 133``): so a
re-audit shows for each earlier action what its question says today.
"""

from dataclasses import dataclass
from enum import StrEnum

from auditapp.judgement.comparison import ComparedLine, Comparison, LineState, Side, compare
from auditapp.judgement.grading import UNMET
from auditapp.judgement.outline import Outline
from auditapp.model.action_progress import is_done
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.ids import QuestionKey, RecordId

_SHORTFALLS = UNMET | {"partly_met", "requires_improvement"}


class Direction(StrEnum):
    """Say how a criterion stands now against then; ``UNKNOWN`` where that cannot be said."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


class Pointer(StrEnum):
    """Say what the re-audit points to for an earlier action. A person decides.

    ``VERIFY``: said to be done, and its question shows no shortfall now. ``REOPEN``: said to be
    done, and its question does. ``OPEN``: nobody said yet that it is done.
    """

    VERIFY = "verify"
    REOPEN = "reopen"
    OPEN = "open"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class EarlierAction:
    """Hold an action of the earlier audit as it stands, and its question then and now.

    ``line`` is None where the action came from no question, or from one that neither asks.
    """

    id: RecordId
    action: Action
    line: ComparedLine | None

    @property
    def points_to(self) -> Pointer:
        """Return what the re-audit points to."""
        if self.action.status is ActionStatus.OPEN:
            return Pointer.OPEN
        rating = self.line.second.rating if self.line and self.line.second else None
        if not is_done(self.action.status) or rating is None:
            return Pointer.NOTHING
        if rating in _SHORTFALLS:
            return Pointer.REOPEN
        is_good = rating in ("met", "good", "outstanding")
        is_verified = self.action.status is ActionStatus.VERIFIED
        return Pointer.VERIFY if is_good and not is_verified else Pointer.NOTHING


@dataclass(frozen=True, slots=True)
class Reaudit:
    """Hold the two audits side by side, and the actions of the earlier one."""

    comparison: Comparison
    actions: tuple[EarlierAction, ...]

    def count(self, direction: Direction) -> int:
        """Count the criteria that were rated in both and stand so."""
        return sum(
            direction_of(line) is direction
            for line in self.comparison.lines
            if _is_rated(line.first) and _is_rated(line.second)
        )


def compare_with_earlier(earlier: Outline, now: Outline) -> Reaudit:
    """Return a re-audit beside the audit that it comes back to."""
    comparison = compare(earlier, now)
    then: dict[QuestionKey, ComparedLine] = {}
    for line in comparison.lines:
        if line.first_key is not None:
            then.setdefault(line.first_key, line)
    actions = tuple(
        EarlierAction(key, action, then.get(action.question) if action.question else None)
        for key, action in earlier.audit.actions_now.items()
    )
    return Reaudit(comparison, actions)


def direction_of(line: ComparedLine) -> Direction:
    """Return how a criterion stands now against then."""
    if line.steps is None:
        return Direction.SAME if line.state is LineState.SAME else Direction.UNKNOWN
    if line.steps == 0:
        return Direction.SAME
    return Direction.BETTER if line.steps > 0 else Direction.WORSE


def _is_rated(side: Side | None) -> bool:
    return side is not None and side.rating is not None
