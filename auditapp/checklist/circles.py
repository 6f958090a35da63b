# SPDX-License-Identifier: MPL-2.0
"""Find questions that show each other in a circle, so that nobody could say which comes first."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from auditapp.checklist.condition_models import (
    AllOf,
    AnswersTest,
    AnyOf,
    Condition,
    Not,
    OtherAnswer,
    QuestionTest,
)
from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.models import WHOLE_CHECKLIST, Checklist, Question
from auditapp.i18n import _
from auditapp.model.ids import QuestionId, SectionId

_Group = tuple[SectionId]
"""Stands for all questions of a section, or of the checklist, where their answers are counted."""

_Needs = dict[QuestionId | _Group, Sequence[QuestionId | _Group]]


def circle_faults(checklist: Checklist) -> Iterator[PathFault]:
    """Yield one fault when what is shown depends on itself."""
    places: dict[QuestionId, Path] = {}
    needs: _Needs = {}
    questions = {question.id: question for question in checklist.questions}
    for number, section in enumerate(checklist.sections):
        for place, question in enumerate(section.questions):
            places[question.id] = ("sections", number, "questions", place, "when")
            conditions = [each for each in (section.when, question.when) if each is not None]
            needs[question.id] = [name for each in conditions for name in _named(each, questions)]
    needs |= _groups(checklist)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = [each for each in error.args[1][1:] if each in questions]
        first = next(question for question in questions if question in circle)
        yield PathFault(
            places[first],
            _("Whether '{question}' is shown depends on itself: {circle}.").format(
                question=first, circle=_(" needs ").join(_turned(circle, first))
            ),
            _("Remove one of these show-conditions."),
        )


def _groups(checklist: Checklist) -> _Needs:
    """Return what each section needs, and the checklist: so a count is one need, not hundreds."""
    groups: _Needs = {
        (section.id,): [question.id for question in section.questions]
        for section in checklist.sections
    }
    return groups | {(WHOLE_CHECKLIST,): [question.id for question in checklist.questions]}


def _turned(ring: list[QuestionId], first: QuestionId) -> list[QuestionId]:
    """Return the ring from ``first`` round to ``first`` again."""
    start = ring.index(first)
    return [*ring[start:], *ring[:start], first]


def _named(
    condition: Condition, questions: Mapping[QuestionId, Question]
) -> Iterator[QuestionId | _Group]:
    """Yield everything that must be worked out before ``condition`` can be."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.conditions:
            yield from _named(part, questions)
    elif isinstance(condition, Not):
        yield from _named(condition.condition, questions)
    elif isinstance(condition, AnswersTest):
        yield (condition.answers_in,)
    elif isinstance(condition, QuestionTest):
        yield from _named_by_test(condition, questions)


def _named_by_test(
    test: QuestionTest, questions: Mapping[QuestionId, Question]
) -> Iterator[QuestionId]:
    yield test.question
    if isinstance(test.right_side, OtherAnswer):
        yield test.right_side.question
    if test.within is not None:
        yield test.within.of
    question = questions.get(test.question)
    if test.timescale is not None and question is not None and question.timescale is not None:
        timescale = question.timescale
        named = (timescale.starts_from, timescale.ends_on)
        for name in (*named, timescale.situation, timescale.changes_on):
            if name is not None:
                yield name
