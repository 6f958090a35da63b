# SPDX-License-Identifier: MPL-2.0
"""Model a question: what is asked, what may be answered, and the guidance beside it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from auditapp.checklist.condition_models import Condition
from auditapp.checklist.field_types import (
    AnswerIdField,
    Flag,
    Number,
    PlainId,
    Points,
    QuestionIdField,
    RuleIdField,
    Text,
)
from auditapp.model.front_sheet import Cohort
from auditapp.model.frozen import Frozen


class QuestionKind(StrEnum):
    """Say what an answer of a question is made of."""

    RATING = "rating"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    DATES = "dates"


class AnswerOption(Frozen):
    """Offer one answer of a choice; an exclusive one cannot stand beside others."""

    id: AnswerIdField
    text: Text
    exclusive: Flag = False
    raises: Literal["concern"] | None = None
    retired: Flag = False
    renamed_from: tuple[AnswerIdField, ...] = ()


class Rule(Frozen):
    """Warn beside an answer, with ``message``, while ``must`` is false; never block."""

    must: Condition
    message: Text


class NotApplicable(Frozen):
    """Say whether "not applicable" is offered, whether it wants a reason, and an example."""

    allowed: Flag = True
    reason: Literal["required", "optional"] = "required"
    example: Text | None = None


class Timescale(Frozen):
    """Name the timescale rule of a question, and the questions that hold what it needs."""

    rule: RuleIdField
    starts_from: QuestionIdField | None = None
    ends_on: QuestionIdField | None = None
    situation: QuestionIdField | None = None
    changes_on: QuestionIdField | None = None
    reason_for_late: Literal["required", "optional"] = "optional"


class Question(Frozen):
    """Ask one thing of the case file."""

    id: QuestionIdField
    kind: QuestionKind
    text: Text
    hint: Text | None = None
    criteria: tuple[PlainId, ...] = ()
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]
    scale: PlainId | None = None
    answers: tuple[AnswerOption, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    when: Condition | None = None
    required: Flag = True
    rules: tuple[Rule, ...] = ()
    where: tuple[Text, ...] = ()
    good: Points = ()
    shortfall: Points = ()
    looks_like: dict[AnswerIdField, Text] = Field(default_factory=dict)
    cause_when: tuple[AnswerIdField, ...] | None = None
    not_applicable: NotApplicable | None = None
    weight: Annotated[Number, Field(ge=0.5, le=3)] = 1
    critical: Flag = False
    counts: Flag = True
    timescale: Timescale | None = None
    unit: Text | None = None
    min: Number | None = None
    max: Number | None = None
    whole: Flag = False
    renamed_from: tuple[QuestionIdField, ...] = ()
    retired: Flag = False

    @property
    def can_be_not_applicable(self) -> bool:
        """Say whether the auditor may answer "not applicable"."""
        return self.not_applicable is not None and self.not_applicable.allowed
