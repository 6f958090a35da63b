# SPDX-License-Identifier: MPL-2.0
"""Find questions that show each other in a circle, so that nobody could say which comes first."""

from collections.abc import Iterator, Mapping
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
from auditapp.model.ids import QuestionId


def circle_faults(checklist: Checklist) -> Iterator[PathFault]:
    """Yield one fault when what is shown depends on itself."""
    places: dict[QuestionId, Path] = {}
    needs: dict[QuestionId, set[QuestionId]] = {}
    questions = {question.id: question for question in checklist.questions}
    for number, section in enumerate(checklist.sections):
        for place, question in enumerate(section.questions):
            places[question.id] = ("sections", number, "questions", place, "when")
            conditions = [each for each in (section.when, question.when) if each is not None]
            named = (name for each in conditions for name in _named(each, checklist, questions))
            needs[question.id] = {name for name in named if name in questions}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = error.args[1]
        first = next(question for question in questions if question in circle)
        yield PathFault(
            places[first],
            _("Whether '{question}' is shown depends on itself: {circle}.").format(
                question=first, circle=_(" needs ").join(_turned(circle, first))
            ),
            _("Remove one of these show-conditions."),
        )


def _turned(circle: list[QuestionId], first: QuestionId) -> list[QuestionId]:
    """Return the circle from ``first`` round to ``first`` again."""
    ring = circle[:-1]
    start = ring.index(first)
    return [*ring[start:], *ring[:start], first]


def _named(
    condition: Condition, checklist: Checklist, questions: Mapping[QuestionId, Question]
) -> Iterator[QuestionId]:
    """Yield every question that must be worked out before ``condition`` can be."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.conditions:
            yield from _named(part, checklist, questions)
    elif isinstance(condition, Not):
        yield from _named(condition.condition, checklist, questions)
    elif isinstance(condition, AnswersTest):
        for section in checklist.sections:
            if condition.answers_in in (WHOLE_CHECKLIST, section.id):
                yield from (question.id for question in section.questions)
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
        for name in (timescale.starts_from, timescale.situation, timescale.changes_on):
            if name is not None:
                yield name
