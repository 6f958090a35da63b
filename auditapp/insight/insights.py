# SPDX-License-Identifier: MPL-2.0
"""Answer all that is asked of many audits at first sight, and keep the answers as text."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter

from auditapp.insight.meanings import Break
from auditapp.insight.rollups.actions import ActionCounts, action_counts
from auditapp.insight.rollups.breaks import breaks
from auditapp.insight.rollups.causes import CauseCount, cause_counts
from auditapp.insight.rollups.completeness import Completeness, completeness
from auditapp.insight.rollups.completion import CompletionCount, completion_counts
from auditapp.insight.rollups.concerns import ConcernCount, concern_counts
from auditapp.insight.rollups.criteria import CriterionCounts, criterion_counts
from auditapp.insight.rollups.feedback import FeedbackCount, feedback_counts
from auditapp.insight.rollups.grades import Aspect, GradeCount, grade_counts
from auditapp.insight.rollups.moderation import ModerationCount, moderation_counts
from auditapp.insight.rollups.timescales import TimescaleCount, timescale_counts
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables

ANSWERS_FORM: Final = 3
"""The form of the answers as text; those of another form are not read. Change it with them."""


@dataclass(frozen=True, slots=True)
class Insights:
    """Hold the first answer of every roll-up for one selection, as at ``day``.

    ``unreadable`` counts the audits that could not be read, whether they would be among them or
    not.
    """

    day: dt.date
    practice: tuple[GradeCount, ...]
    impact: tuple[GradeCount, ...]
    criteria: CriterionCounts
    timescales: tuple[TimescaleCount, ...]
    causes: tuple[CauseCount, ...]
    actions: ActionCounts
    concerns: tuple[ConcernCount, ...]
    feedback: tuple[FeedbackCount, ...]
    completeness: tuple[Completeness, ...]
    completion: tuple[CompletionCount, ...]
    moderation: tuple[ModerationCount, ...]
    breaks: tuple[Break, ...]
    unreadable: int = 0

    @property
    def audits(self) -> int:
        """Return how many audits the answers rest on."""
        return sum(each.signed + each.drafts for each in self.completion)

    def text(self) -> str:
        """Return it as JSON."""
        text: bytes = _adapter().dump_json(self)
        return text.decode()

    @classmethod
    def read(cls, text: str) -> "Insights":
        """Return what ``text`` made."""
        found: Insights = _adapter().validate_json(text)
        return found


def read_insights(
    tables: InsightTables, selection: Selection, day: dt.date, unreadable: int = 0
) -> Insights:
    """Ask every roll-up about a selection."""
    return Insights(
        day,
        grade_counts(tables, selection),
        grade_counts(tables, selection, Aspect.IMPACT),
        criterion_counts(tables, selection),
        timescale_counts(tables, selection),
        cause_counts(tables, selection),
        action_counts(tables, selection, day),
        concern_counts(tables, selection),
        feedback_counts(tables, selection),
        completeness(tables, selection),
        completion_counts(tables, selection),
        moderation_counts(tables, selection),
        breaks(tables, selection),
        unreadable,
    )


@cache
def _adapter() -> TypeAdapter[Any]:
    """Return what turns the answers into text and back; made late, because it takes time."""
    return TypeAdapter(Insights)
