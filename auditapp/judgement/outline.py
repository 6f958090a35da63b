# SPDX-License-Identifier: MPL-2.0
"""Work out what an audit asks at this moment: which sections and questions, and how far it is.

Made anew after each change; moving from one question to the next only looks things up in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from auditapp.checklist.models import Checklist, Question, Section, SectionGrade
from auditapp.checklist.question_numbers import question_numbers
from auditapp.judgement.case_facts import CaseFacts, Standards
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.judgement.timescales import TimescaleResult
from auditapp.model.audit import Audit
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import (
    ChecklistId,
    QuestionKey,
    SectionKey,
    question_key,
    section_key,
)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """Place one question in the audit. Numbers count from 1.

    ``number`` is that of the blank checklist: it stays the same when questions come and go.
    ``number_in_section`` passes over optional questions, as progress does; theirs is 0.
    """

    key: QuestionKey
    checklist: Checklist
    section: SectionKey
    question: Question
    number: int
    number_in_section: int


@dataclass(frozen=True, slots=True)
class AskedSection:
    """Hold the questions of a section that apply to this child."""

    key: SectionKey
    checklist: Checklist
    section: Section
    questions: tuple[AskedQuestion, ...]

    @property
    def required_count(self) -> int:
        """Count the questions that must be answered, as progress does."""
        return sum(asked.question.required for asked in self.questions)

    @property
    def is_graded(self) -> bool:
        """Tell whether a practice grade is given for the section."""
        return self.section.grade is SectionGrade.PRACTICE


@dataclass(frozen=True)
class Outline:
    """Hold the sections of an audit in order, and what the checklists say about its answers."""

    audit: Audit
    sections: tuple[AskedSection, ...]
    facts: Mapping[ChecklistId, CaseFacts]
    compiled: Sequence[CompiledChecklist]

    @cached_property
    def questions(self) -> tuple[AskedQuestion, ...]:
        """Return all questions that apply, in the order in which they are asked."""
        return tuple(asked for section in self.sections for asked in section.questions)

    @cached_property
    def by_key(self) -> Mapping[QuestionKey, AskedQuestion]:
        """Find a question that applies by its key."""
        return {asked.key: asked for asked in self.questions}

    @cached_property
    def by_number(self) -> Mapping[int, AskedQuestion]:
        """Find a question that applies by its number; those that do not apply leave gaps."""
        return {asked.number: asked for asked in self.questions}

    @cached_property
    def last_number(self) -> int:
        """Return the number of the last question, whether it applies or not."""
        return len(question_numbers(compiled.checklist for compiled in self.compiled))

    @cached_property
    def section_by_key(self) -> Mapping[SectionKey, AskedSection]:
        """Find a section that applies by its key."""
        return {section.key: section for section in self.sections}

    @cached_property
    def hidden_answers(self) -> tuple[QuestionKey, ...]:
        """Return the questions that were answered and no longer apply. Their answers are kept."""
        return tuple(key for key in self.audit.answers if key not in self.by_key)

    def timescale(self, asked: AskedQuestion) -> TimescaleResult | None:
        """Return how the dates of a question stand against its timescale."""
        return self.facts[asked.checklist.id].timescale(asked.question.id)

    def warnings(self, asked: AskedQuestion) -> list[str]:
        """Return what the checklist warns of about the answer to a question."""
        if self.audit.answer(asked.key).value is None:
            return []
        facts = self.facts[asked.checklist.id]
        rules = self._compiled_by_id[asked.checklist.id].warnings[asked.question.id]
        return [message for must, message in rules if not must(facts)]

    def find_question(self, key: QuestionKey) -> tuple[Checklist, Question] | None:
        """Find a question of the audit's checklists, whether it applies or not."""
        checklist = self.checklist_of(key)
        if checklist is None:
            return None
        _id, _slash, question_id = key.partition("/")
        question = next((q for q in checklist.questions if q.id == question_id), None)
        return None if question is None else (checklist, question)

    def checklist_of(self, key: QuestionKey) -> Checklist | None:
        """Find the checklist that asks a question, or asked it in an earlier version."""
        checklist_id, _slash, _question_id = key.partition("/")
        compiled = self._compiled_by_id.get(ChecklistId(checklist_id))
        return None if compiled is None else compiled.checklist

    @cached_property
    def _compiled_by_id(self) -> Mapping[ChecklistId, CompiledChecklist]:
        return {compiled.checklist.id: compiled for compiled in self.compiled}


def read_outline(
    audit: Audit, compiled: Sequence[CompiledChecklist], standards: Standards
) -> Outline:
    """Work out the outline of ``audit`` over its checklists, in the order of ``compiled``."""
    facts = {each.checklist.id: CaseFacts(audit, each, standards) for each in compiled}
    numbers = question_numbers(each.checklist for each in compiled)
    sections = [
        section
        for each in compiled
        for section in _sections(each.checklist, facts[each.checklist.id], numbers)
    ]
    return Outline(audit, tuple(sections), facts, compiled)


def most_questions(checklist: Checklist, cohorts: Iterable[Cohort]) -> int:
    """Return how many questions a child in ``cohorts`` may be asked, whatever is answered."""
    groups = frozenset(cohorts)

    def applies(part: Checklist | Section | Question) -> bool:
        """Tell whether a part may be for this child, whatever is answered."""
        return not part.cohorts or not groups.isdisjoint(part.cohorts)

    if not applies(checklist):
        return 0
    sections = (section for section in checklist.sections if applies(section))
    return sum(not each.retired and applies(each) for part in sections for each in part.questions)


def _sections(
    checklist: Checklist, facts: CaseFacts, numbers: Mapping[QuestionKey, int]
) -> Iterator[AskedSection]:
    """Yield the sections of a checklist that have something to ask."""
    for section in checklist.sections:
        key = section_key(checklist.id, section.id)
        shown = [question for question in section.questions if facts.is_shown(question.id)]
        keys = [question_key(checklist.id, question.id) for question in shown]
        required = list(accumulate(int(question.required) for question in shown))
        questions = tuple(
            AskedQuestion(
                keys[i],
                checklist,
                key,
                question,
                number=numbers[keys[i]],
                number_in_section=required[i] if question.required else 0,
            )
            for i, question in enumerate(shown)
        )
        if questions:
            yield AskedSection(key, checklist, section, questions)
