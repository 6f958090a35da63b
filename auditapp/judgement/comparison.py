# SPDX-License-Identifier: MPL-2.0
"""Lay two audits of the same checklists side by side, line by line: what differs, and how far.

The second is a moderator's reading of the same file, or a later audit of the same case. What counts
is what an answer stands for on the built-in scale, so that two words for the same are the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditapp.checklist.models import QuestionKind
from auditapp.checklist.revision.field_words import answer_words
from auditapp.checklist.scales import Compliance, Quality
from auditapp.i18n import _
from auditapp.judgement.action_steps import is_same_person
from auditapp.judgement.compared_questions import Partner, first_questions
from auditapp.judgement.day_words import dates_in_words
from auditapp.judgement.grading import counts_as
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.answer import Answer
from auditapp.model.grade import IMPACT, PRACTICE, Grade
from auditapp.model.ids import QuestionKey

NOT_APPLICABLE = "not_applicable"
_ORDERS: tuple[tuple[str, ...], ...] = (
    tuple(each for each in Compliance if each is not Compliance.COULD_NOT_FIND),
    tuple(Quality),
)
"""The answers that are better or worse than each other, best first.

What could not be found is none of them: it is a recording finding.
"""


class LineState(StrEnum):
    """Say how two answers stand to each other.

    ``TO_READ``: both wrote something, which only a person can compare. ``CHANGED_MEANING``: the
    question no longer asks the same.
    """

    SAME = "same"
    DIFFERENT = "different"
    TO_READ = "to_read"
    FIRST_ONLY = "first_only"
    SECOND_ONLY = "second_only"
    NEITHER = "neither"
    CHANGED_MEANING = "changed_meaning"


@dataclass(frozen=True, slots=True)
class Side:
    """Hold one answer: in words, and what a rating counts as; None where there is no rating."""

    words: str
    rating: str | None
    answer: Answer


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """Hold a question with the two answers to it.

    Args:
        key: the question, as the second audit asks it, or else the first.
        first_key: the question of the first audit's checklists that it is compared with, if any.
        section: the title of its section.
        text: the question.
        state: how the answers stand to each other.
        steps: how far the second rating is above the first; below 0 it is worse. None where they
            have no order.
        first: the first answer; None where the first audit did not ask.
        second: the second answer, likewise.
        why: why the question does not ask the same; empty where it does.
    """

    key: QuestionKey
    first_key: QuestionKey | None
    section: str
    text: str
    state: LineState
    steps: int | None
    first: Side | None
    second: Side | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ComparedGrade:
    """Hold a grade by both, and what they agreed on; ``steps`` as in a line."""

    key: str
    title: str
    first: Grade | None
    second: Grade | None
    agreed: AgreedGrade | None

    @property
    def steps(self) -> int | None:
        """Return how far the second grade is above the first; None where one is missing."""
        if self.first is None or self.second is None:
            return None
        return self.first.band.rank - self.second.band.rank


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold every line and every grade of two audits, in the order of the second.

    ``is_same_reader`` says that one person made both.
    """

    lines: tuple[ComparedLine, ...]
    grades: tuple[ComparedGrade, ...]
    is_same_reader: bool = False

    @property
    def differences(self) -> tuple[ComparedLine, ...]:
        """Return the lines that two people should talk about."""
        telling = (LineState.DIFFERENT, LineState.FIRST_ONLY, LineState.SECOND_ONLY)
        return tuple(line for line in self.lines if line.state in telling)


def compare(first: Outline, second: Outline) -> Comparison:
    """Return two audits side by side; ``first`` is the earlier one."""
    partners = first_questions(first, second)
    lines = [*_lines_of_second(first, second, partners), *_lines_alone(first, second, partners)]
    readers = (first.audit.front.auditor, second.audit.front.auditor)
    return Comparison(
        tuple(lines), tuple(_grades(first, second)), all(readers) and is_same_person(*readers)
    )


def steps_between(first: str | None, second: str | None) -> int | None:
    """Return how far the second rating is above the first; None where they have no order."""
    for order in _ORDERS:
        if first in order and second in order:
            return order.index(first) - order.index(second)
    return None


def _lines_of_second(
    first: Outline, second: Outline, partners: Mapping[QuestionKey, Partner]
) -> Iterator[ComparedLine]:
    for asked in second.questions:
        key, why = partners[asked.key]
        earlier = first.by_key.get(key) if key is not None else None
        then = _side(first, earlier) if earlier else None
        yield _line(asked, key, (then, _side(second, asked)), why if earlier else "")


def _lines_alone(
    first: Outline, second: Outline, partners: Mapping[QuestionKey, Partner]
) -> Iterator[ComparedLine]:
    """Yield what only the first audit asks, so that none of its answers goes unseen."""
    paired = {partners[asked.key][0] for asked in second.questions}
    for asked in first.questions:
        if asked.key not in paired:
            sides = _side(first, asked), None
            yield _line(asked, asked.key, sides, _("Only the first audit asks this."))


def _line(
    asked: AskedQuestion,
    first_key: QuestionKey | None,
    sides: tuple[Side | None, Side | None],
    why: str,
) -> ComparedLine:
    first, second = sides
    state = _state(asked, first, second, why)
    steps = None
    if first and second and state is not LineState.CHANGED_MEANING:
        steps = steps_between(first.rating, second.rating)
    title = asked.checklist.section_of(asked.question.id).title
    text = asked.question.text
    return ComparedLine(asked.key, first_key, title, text, state, steps, first, second, why)


def _state(asked: AskedQuestion, first: Side | None, second: Side | None, why: str) -> LineState:
    is_first, is_second = (side is not None and side.answer.is_given for side in (first, second))
    if first is not None and second is not None and why:
        return LineState.CHANGED_MEANING
    if first is None or second is None or not (is_first and is_second):
        alone = LineState.FIRST_ONLY if is_first else LineState.NEITHER
        return LineState.SECOND_ONLY if is_second else alone
    if _says(first) == _says(second):
        return LineState.SAME
    return LineState.TO_READ if asked.question.kind is QuestionKind.TEXT else LineState.DIFFERENT


def _says(side: Side) -> object:
    """Return what of an answer is compared: what it counts as, or else its value."""
    answer = side.answer
    return side.rating or (answer.value, answer.not_applicable, answer.none_on_file)


def _side(outline: Outline, asked: AskedQuestion) -> Side:
    answer = outline.audit.answer(asked.key)
    rating = None
    if asked.question.kind is QuestionKind.RATING:
        rating = NOT_APPLICABLE if answer.not_applicable else counts_as(outline, asked)
    words = answer_words(asked.checklist, asked.question, answer)
    if asked.question.kind in (QuestionKind.DATE, QuestionKind.DATES):
        words = dates_in_words(words)
    return Side(words, rating, answer)


def _grades(first: Outline, second: Outline) -> Iterator[ComparedGrade]:
    titles = {PRACTICE: _("Practice grade"), IMPACT: _("Impact grade")}
    for outline in (second, first):
        sections = (section for section in outline.sections if section.is_graded)
        titles |= {s.key: s.section.title for s in sections if s.key not in titles}
    for key in sorted(titles, key=lambda each: each in (PRACTICE, IMPACT)):
        before, after = (each.audit.grades.get(key) for each in (first, second))
        yield ComparedGrade(key, titles[key], before, after, first.audit.agreed.get(key))
