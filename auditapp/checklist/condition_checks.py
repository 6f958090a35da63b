# SPDX-License-Identifier: MPL-2.0
"""Check that every condition of a checklist can do what its author meant."""

from collections.abc import Iterator, Mapping

from auditapp.checklist.condition_models import (
    AllOf,
    AnswersTest,
    AnyOf,
    CohortTest,
    Condition,
    Not,
    QuestionTest,
)
from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.known_questions import KnownQuestions
from auditapp.checklist.models import WHOLE_CHECKLIST, Checklist, QuestionKind
from auditapp.checklist.suggestions import suggestion
from auditapp.checklist.verb_checks import verb_faults
from auditapp.i18n import _
from auditapp.model.ids import AnswerId, SectionId

MOST_PARTS = 500
DEEPEST = 20


def conditions(checklist: Checklist) -> Iterator[tuple[Path, Condition]]:
    """Yield every condition of a checklist with the path to it."""
    for number, section in enumerate(checklist.sections):
        section_path: Path = ("sections", number)
        if section.when is not None:
            yield (*section_path, "when"), section.when
        for place, question in enumerate(section.questions):
            path: Path = (*section_path, "questions", place)
            if question.when is not None:
                yield (*path, "when"), question.when
            for index, rule in enumerate(question.rules):
                yield (*path, "rules", index, "must"), rule.must
    for number, cap in enumerate(checklist.caps):
        yield ("caps", number, "when"), cap.when


def condition_faults(checklist: Checklist) -> Iterator[PathFault]:
    """Yield the faults of every condition of a checklist."""
    checks = _ConditionChecks(checklist)
    for path, condition in conditions(checklist):
        parts, depth = _measure(condition)
        if parts > MOST_PARTS or depth > DEEPEST:
            yield PathFault(
                path,
                _("This condition is too large."),
                _("Use at most {parts} tests, and {depth} levels.").format(
                    parts=MOST_PARTS, depth=DEEPEST
                ),
            )
        else:
            yield from checks.faults(condition, path)


def _measure(condition: Condition) -> tuple[int, int]:
    """Return how many parts a condition has, and how deep it is."""
    if isinstance(condition, AllOf | AnyOf):
        sizes = [_measure(part) for part in condition.conditions]
    elif isinstance(condition, Not):
        sizes = [_measure(condition.condition)]
    else:
        return 1, 1
    return sum(parts for parts, _depth in sizes) + 1, max(depth for _parts, depth in sizes) + 1


class _ConditionChecks:
    """Check conditions against the questions and sections of one checklist."""

    def __init__(self, checklist: Checklist) -> None:
        self._questions = KnownQuestions(checklist)
        self._offered = _offered(checklist, self._questions)

    def faults(self, condition: Condition, path: Path) -> Iterator[PathFault]:
        """Yield the faults of a condition and its parts."""
        if isinstance(condition, AllOf | AnyOf):
            key = "all" if isinstance(condition, AllOf) else "any"
            for number, part in enumerate(condition.conditions):
                yield from self.faults(part, (*path, key, number))
        elif isinstance(condition, Not):
            yield from self.faults(condition.condition, (*path, "not"))
        elif isinstance(condition, AnswersTest):
            yield from self._answers_in(condition, path)
        elif not isinstance(condition, CohortTest):
            yield from self._question_test(condition, path)

    def _answers_in(self, test: AnswersTest, path: Path) -> Iterator[PathFault]:
        offered = self._offered.get(test.answers_in)
        if offered is None:
            yield PathFault(
                (*path, "answers_in"),
                _("There is no section '{section}'.").format(section=test.answers_in),
                suggestion(test.answers_in, self._offered),
            )
            return
        for number, answer in enumerate(test.equal):
            if answer not in offered:
                yield PathFault(
                    (*path, "equal", number),
                    _("No rating or choice in '{section}' offers '{answer}'.").format(
                        section=test.answers_in, answer=answer
                    ),
                    suggestion(answer, offered),
                )

    def _question_test(self, test: QuestionTest, path: Path) -> Iterator[PathFault]:
        question = self._questions.get(test.question)
        if question is None:
            yield self._questions.no_question(test.question, (*path, "question"))
        elif question.retired:
            yield PathFault(
                (*path, "question"),
                _("Question '{question}' is retired and never answered.").format(
                    question=question.id
                ),
                _("Test another question, or remove the test."),
            )
        else:
            yield from verb_faults(test, question, self._questions, path)


def _offered(checklist: Checklist, known: KnownQuestions) -> Mapping[SectionId, set[AnswerId]]:
    """Return the answers that can be counted in each section, and in the whole checklist."""
    offered: dict[SectionId, set[AnswerId]] = {WHOLE_CHECKLIST: set()}
    for section in checklist.sections:
        answers = offered.setdefault(section.id, set())
        for question in section.questions:
            if question.kind in (QuestionKind.RATING, QuestionKind.CHOICE):
                answers.update(known.answer_ids(question))
        offered[WHOLE_CHECKLIST] |= answers
    return offered
