# SPDX-License-Identifier: MPL-2.0
"""Model conditions: when a question is shown, what a rule wants, when a cap applies.

A condition is data, never an expression: one test, or tests joined by ``all``, ``any`` and ``not``.
"""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag, model_validator

from auditapp.checklist.field_types import (
    AnswerIdField,
    Flag,
    Number,
    QuestionIdField,
    SectionIdField,
    Text,
    WholeNumber,
    listed,
    refusal,
)
from auditapp.i18n import _
from auditapp.model.front_sheet import Cohort
from auditapp.model.frozen import Frozen

HUNDRED_YEARS = 36_525
"""In days; a date farther away than that is a slip of the finger."""


class Verb(StrEnum):
    """Name each test that can be made on a question."""

    IS = "is"
    IS_NOT = "is_not"
    INCLUDES = "includes"
    ANSWERED = "answered"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    MATCHES = "matches"
    WITHIN = "within"
    TIMESCALE = "timescale"


EQUALITY_VERBS = frozenset({Verb.IS, Verb.IS_NOT, Verb.INCLUDES})
SIZE_VERBS = frozenset({Verb.LESS_THAN, Verb.AT_MOST, Verb.MORE_THAN, Verb.AT_LEAST})
_SIDES = {verb: "is_" if verb is Verb.IS else verb.value for verb in Verb}
"""The field of a test that holds what the answer is tested against."""


class Measured(StrEnum):
    """Say what of an answer is tested: itself, how many it holds, or how long its text is."""

    VALUE = "value"
    COUNT = "count"
    LENGTH = "length"


class Today(Frozen):
    """Stand for the day of the audit plus ``today`` days."""

    today: Annotated[int, Field(strict=True, ge=-HUNDRED_YEARS, le=HUNDRED_YEARS)]


class OtherAnswer(Frozen):
    """Stand for the answer of another question."""

    question: QuestionIdField


_OPERAND_SHAPES: dict[type[object], str] = {Today: "<today>", OtherAnswer: "<other>"}


def _shape(value: object) -> str:
    """Tell which member of a union ``value`` is meant to be, so that one error is reported."""
    if isinstance(value, dict):
        return "<today>" if "today" in value else "<other>"
    if isinstance(value, list | tuple):
        return "<list>"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "<whole>" if isinstance(value, int) else "<number>"
    return _OPERAND_SHAPES.get(type(value), "<text>")


_Text = Annotated[Text, Tag("<text>")]
_Whole = Annotated[WholeNumber, Tag("<whole>")]
_Number = Annotated[Number, Tag("<number>")]
_Today = Annotated[Today, Tag("<today>")]
_Other = Annotated[OtherAnswer, Tag("<other>")]

Literals = tuple[Annotated[_Text | _Whole | _Number, Discriminator(_shape)], ...]
_List = Annotated[Literals, Field(min_length=1), Tag("<list>")]

Operand = Annotated[_Text | _Whole | _Number | _Today | _Other, Discriminator(_shape)]
OperandOrList = Annotated[_Text | _Whole | _Number | _Today | _Other | _List, Discriminator(_shape)]

TimescaleStateId = Literal["met", "late", "due", "no_date", "not_applicable"]

# One alone may stand for a list of one; the schema for editors has to be told so each time.
_States = Annotated[
    tuple[TimescaleStateId, ...],
    Field(min_length=1),
    BeforeValidator(listed, json_schema_input_type=TimescaleStateId | tuple[TimescaleStateId, ...]),
]
_Answers = Annotated[
    tuple[AnswerIdField, ...],
    Field(min_length=1),
    BeforeValidator(listed, json_schema_input_type=AnswerIdField | tuple[AnswerIdField, ...]),
]
_Cohorts = Annotated[
    tuple[Cohort, ...],
    Field(min_length=1),
    BeforeValidator(listed, json_schema_input_type=Cohort | tuple[Cohort, ...]),
]


class Span(StrEnum):
    """Name the units in which the distance of two dates is given."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


_Length = Annotated[int, Field(strict=True, ge=0, le=HUNDRED_YEARS)]


class Within(Frozen):
    """Want a date from the date of question ``of`` on, and no later than a span after it."""

    of: QuestionIdField
    days: _Length | None = None
    working_days: _Length | None = None
    weeks: Annotated[_Length, Field(le=HUNDRED_YEARS // 7)] | None = None
    months: Annotated[_Length, Field(le=HUNDRED_YEARS // 31)] | None = None

    @model_validator(mode="after")
    def _has_one_span(self) -> Self:
        if len(self._spans()) != 1:
            raise refusal(
                _("'within' needs one length of time."),
                _("Write one of days, working_days, weeks or months, with a whole number."),
            )
        return self

    def _spans(self) -> list[tuple[Span, int]]:
        given = ((span, getattr(self, span.value)) for span in Span)
        return [(span, length) for span, length in given if length is not None]

    @property
    def span(self) -> tuple[Span, int]:
        """Return the unit and how many of it."""
        return self._spans()[0]


class QuestionTest(Frozen):
    """Test one question with exactly one verb."""

    question: QuestionIdField
    of: Measured = Measured.VALUE
    is_: OperandOrList | None = Field(default=None, alias="is")
    is_not: OperandOrList | None = None
    includes: OperandOrList | None = None
    answered: Flag | None = None
    less_than: Operand | None = None
    at_most: Operand | None = None
    more_than: Operand | None = None
    at_least: Operand | None = None
    matches: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = None
    within: Within | None = None
    timescale: _States | None = None

    @model_validator(mode="after")
    def _has_one_verb(self) -> Self:
        if len(self._verbs()) != 1:
            raise refusal(
                _("A test of question '{question}' needs exactly one verb; it has {count}.").format(
                    question=self.question, count=len(self._verbs())
                ),
                _("Write one of {verbs}; join several tests with all or any.").format(
                    verbs=", ".join(Verb)
                ),
            )
        return self

    def _verbs(self) -> list[Verb]:
        return [verb for verb, name in _SIDES.items() if getattr(self, name) is not None]

    @property
    def verb(self) -> Verb:
        """Return the test that is made."""
        return self._verbs()[0]

    @property
    def right_side(self) -> object:
        """Return what the answer is tested against."""
        side: object = getattr(self, _SIDES[self.verb])
        return side


class AnswersTest(Frozen):
    """Test how many answers of a section, or of the whole ``checklist``, are among ``equal``."""

    answers_in: SectionIdField
    equal: _Answers
    at_least: Annotated[int, Field(strict=True, ge=1)]


class CohortTest(Frozen):
    """Test that the child is in at least one of the cohorts."""

    cohort: _Cohorts


class AllOf(Frozen):
    """Want every one of the conditions."""

    conditions: tuple["Condition", ...] = Field(alias="all", min_length=1)


class AnyOf(Frozen):
    """Want at least one of the conditions."""

    conditions: tuple["Condition", ...] = Field(alias="any", min_length=1)


class Not(Frozen):
    """Want the condition to be false."""

    condition: "Condition" = Field(alias="not")


_KEYS: dict[type[object], str] = {
    AllOf: "all",
    AnyOf: "any",
    Not: "not",
    AnswersTest: "answers_in",
    CohortTest: "cohort",
}


def _condition_tag(value: object) -> str:
    """Tell which condition ``value`` is meant to be; tags are no keys, so paths stay readable."""
    if isinstance(value, dict):
        key = next((key for key in _KEYS.values() if key in value), "question")
    else:
        key = _KEYS.get(type(value), "question")
    return f"<{key}>"


Condition = Annotated[
    Annotated[AllOf, Tag("<all>")]
    | Annotated[AnyOf, Tag("<any>")]
    | Annotated[Not, Tag("<not>")]
    | Annotated[AnswersTest, Tag("<answers_in>")]
    | Annotated[CohortTest, Tag("<cohort>")]
    | Annotated[QuestionTest, Tag("<question>")],
    Discriminator(_condition_tag),
]

for _model in (AllOf, AnyOf, Not):
    _model.model_rebuild()
