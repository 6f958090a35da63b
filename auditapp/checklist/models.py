# SPDX-License-Identifier: MPL-2.0
"""Model a checklist as its author wrote it: frozen, complete, without any rule about audits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from auditapp.checklist.condition_models import Condition
from auditapp.checklist.field_types import (
    ChecklistIdField,
    IsoDate,
    PlainId,
    SectionIdField,
    Text,
    Version,
    refusal,
)
from auditapp.checklist.header_models import (
    Agency,
    Approval,
    ChecklistStatus,
    Effective,
    LookBack,
    Publisher,
    QuestionChange,
    VersionChange,
)
from auditapp.checklist.question_models import (
    AnswerOption,
    NotApplicable,
    Question,
    QuestionKind,
    Rule,
    Timescale,
)
from auditapp.checklist.scales import (
    BUILT_IN_SCALES,
    Compliance,
    Measure,
    Quality,
    Scale,
    ScaleAnswer,
)
from auditapp.checklist.translation_models import Translation
from auditapp.i18n import _
from auditapp.model.front_sheet import Cohort
from auditapp.model.frozen import Frozen
from auditapp.model.ids import AnswerId, QuestionId, SectionId

__all__ = [
    "SHORTFALLS",
    "WHOLE_CHECKLIST",
    "Agency",
    "AnswerOption",
    "Approval",
    "Cap",
    "Checklist",
    "ChecklistStatus",
    "Cohort",
    "Condition",
    "Effective",
    "LookBack",
    "Measure",
    "NotApplicable",
    "Publisher",
    "Quality",
    "Question",
    "QuestionChange",
    "QuestionKind",
    "Rule",
    "Scale",
    "ScaleAnswer",
    "Section",
    "SectionGrade",
    "Timescale",
    "VersionChange",
]

WHOLE_CHECKLIST = SectionId("checklist")
"""Stands for all sections in ``answers_in``; no section may have this id."""

SHORTFALLS = frozenset(
    AnswerId(answer)
    for answer in (
        Compliance.PARTLY_MET,
        Compliance.NOT_MET,
        Quality.REQUIRES_IMPROVEMENT,
        Quality.INADEQUATE,
    )
)
"""The answers after which the cause is asked unless a question says otherwise."""


class SectionGrade(StrEnum):
    """Say whether a section is graded."""

    PRACTICE = "practice"
    NONE = "none"


class Section(Frozen):
    """Group questions that are answered, and mostly graded, together."""

    id: SectionIdField
    title: Text
    intro: Text | None = None
    grade: SectionGrade = SectionGrade.PRACTICE
    cohorts: tuple[Cohort, ...] = ()
    when: Condition | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Cap(Frozen):
    """Limit a suggested grade while ``when`` is true, for the reason in ``because``."""

    id: PlainId
    when: Condition
    section: SectionIdField | None = None
    section_at_most: Quality | None = None
    audit_at_most: Quality | None = None
    because: Text

    @model_validator(mode="after")
    def _limits_something(self) -> Self:
        if (self.section is None) != (self.section_at_most is None):
            raise refusal(
                _("Cap '{cap}' has only one of section and section_at_most.").format(cap=self.id),
                _("Write both: the section’s id, and the best grade it may have."),
            )
        if self.section_at_most is None and self.audit_at_most is None:
            raise refusal(
                _("Cap '{cap}' does not say what it limits.").format(cap=self.id),
                _("Write section and section_at_most, or audit_at_most."),
            )
        return self


class Checklist(Frozen):
    """Hold one version of one checklist."""

    format: Literal["checklist/1"] = Field(alias="schema")
    id: ChecklistIdField
    version: Version
    status: ChecklistStatus
    title: Text
    purpose: Text
    publisher: Publisher | None = None
    licence: Text
    effective: Effective = Effective()
    approved: Approval | None = None
    last_review: IsoDate | None = None
    look_back: LookBack = LookBack()
    replaces: Version | None = None
    min_app: Version | None = None
    changes: tuple[VersionChange, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    agencies: tuple[Agency, ...] = ()
    scales: tuple[Scale, ...] = ()
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    caps: tuple[Cap, ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions in the order in which they are asked, retired ones among them."""
        return tuple(self._index.questions.values())

    def question(self, question_id: QuestionId) -> Question:
        """Return one question.

        Raises:
            KeyError: the checklist has no such question.
        """
        return self._index.questions[question_id]

    def section(self, section_id: SectionId) -> Section:
        """Return one section.

        Raises:
            KeyError: the checklist has no such section.
        """
        return self._index.sections[section_id]

    def section_of(self, question_id: QuestionId) -> Section:
        """Return the section that asks a question.

        Raises:
            KeyError: the checklist has no such question.
        """
        return self._index.section_of[question_id]

    def scale(self, scale_id: str) -> Scale:
        """Return one of the checklist's own scales, or a built-in one.

        Raises:
            KeyError: there is no such scale.
        """
        return self._index.scales[scale_id]

    def answer_texts(self, question_id: QuestionId) -> dict[AnswerId, str]:
        """Return the answers that a question offers, in order: id and text; none for free kinds.

        Raises:
            KeyError: the checklist has no such question or scale.
        """
        question = self.question(question_id)
        if question.scale is not None:
            return {answer.id: answer.text for answer in self.scale(question.scale).answers}
        return {answer.id: answer.text for answer in question.answers}

    def agency_texts(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names of agencies, in order; an id stands for itself when it has none."""
        texts = {agency.id: agency.text for agency in self.agencies}
        return tuple(texts.get(each, each) for each in ids)

    def causes_asked(self, question_id: QuestionId) -> tuple[AnswerId, ...]:
        """Return the answers of a rating question after which the cause is asked.

        Raises:
            KeyError: the checklist has no such question.
        """
        question = self.question(question_id)
        if question.cause_when is not None:
            return question.cause_when
        if question.scale is None:
            return ()
        answers = self.scale(question.scale).answers
        return tuple(answer.id for answer in answers if answer.counts_as in SHORTFALLS)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields changed, which looks things up in its own sections."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("_index", None)
        return copy

    @cached_property
    def _index(self) -> "_Index":
        pairs = [(section, each) for section in self.sections for each in section.questions]
        return _Index(
            questions={question.id: question for _section, question in pairs},
            sections={section.id: section for section in self.sections},
            section_of={question.id: section for section, question in pairs},
            scales=BUILT_IN_SCALES | {scale.id: scale for scale in self.scales},
        )


@dataclass(frozen=True, slots=True)
class _Index:
    """Find the parts of a checklist by their ids."""

    questions: Mapping[QuestionId, Question]
    sections: Mapping[SectionId, Section]
    section_of: Mapping[QuestionId, Section]
    scales: Mapping[str, Scale]
