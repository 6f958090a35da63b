# SPDX-License-Identifier: MPL-2.0
"""Check that a test fits the kind of question it is made on."""

from collections.abc import Iterator, Mapping
from datetime import date

from auditapp.checklist.condition_models import (
    EQUALITY_VERBS,
    SIZE_VERBS,
    Measured,
    OtherAnswer,
    QuestionTest,
    Today,
    Verb,
)
from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.known_questions import KnownQuestions
from auditapp.checklist.models import Question, QuestionKind
from auditapp.checklist.patterns import PatternError, check_pattern
from auditapp.checklist.suggestions import suggestion
from auditapp.i18n import _

_ANSWERS = frozenset({QuestionKind.RATING, QuestionKind.CHOICE, QuestionKind.CHOICES})
_DATES = frozenset({QuestionKind.DATE, QuestionKind.DATES})
_NUMBER = frozenset({QuestionKind.NUMBER})
_TEXT = frozenset({QuestionKind.TEXT})
_LIKE: Mapping[QuestionKind, frozenset[QuestionKind]] = {
    kind: kinds for kinds in (_ANSWERS, _DATES, _NUMBER, _TEXT) for kind in kinds
}
"""The kinds whose answers can be compared with those of a kind."""

_SEVERAL = frozenset({QuestionKind.CHOICES, QuestionKind.DATES})
_SINGLE = frozenset(QuestionKind) - _SEVERAL

_FITTING: Mapping[Verb, tuple[frozenset[QuestionKind], str]] = {
    Verb.IS: (_SINGLE, _("It can have several answers: write includes.")),
    Verb.IS_NOT: (_SINGLE, _("It can have several answers: write includes inside not.")),
    Verb.INCLUDES: (_SEVERAL, _("It has one answer: write is.")),
    Verb.MATCHES: (_TEXT, _("Only text can match a pattern: write is.")),
    Verb.WITHIN: (frozenset({QuestionKind.DATE}), _("Only a single date can be within a time.")),
} | {
    verb: (
        frozenset({QuestionKind.NUMBER, QuestionKind.DATE}),
        _("It cannot be compared by size: write is, or of: count or of: length."),
    )
    for verb in SIZE_VERBS
}
_MEASURABLE: Mapping[Measured, tuple[frozenset[QuestionKind], str]] = {
    Measured.COUNT: (_SEVERAL, _("Only several choices or dates can be counted.")),
    Measured.LENGTH: (_TEXT, _("Only text has a length.")),
}


def verb_faults(
    test: QuestionTest, question: Question, known: KnownQuestions, path: Path
) -> Iterator[PathFault]:
    """Yield what is wrong with a test of a question that exists."""
    verb_path = (*path, test.verb.value)
    if fault := _misuse(test, question, path):
        yield fault
    elif test.matches is not None:
        yield from _pattern(test.matches, verb_path)
    elif test.within is not None:
        kinds = (QuestionKind.DATE,)
        if fault := known.wrong_kind(test.within.of, kinds, (*verb_path, "of")):
            yield fault
    elif test.verb in EQUALITY_VERBS | SIZE_VERBS:
        side = test.right_side
        for number, value in enumerate(side if isinstance(side, tuple) else (side,)):
            if fault := _value(value, test, question, known, (*verb_path, number)):
                yield fault


def _misuse(test: QuestionTest, question: Question, path: Path) -> PathFault | None:
    """Return the fault of a test that no answer of the question could ever pass."""
    if test.of is not Measured.VALUE:
        return _measured(test, question, path)
    if test.verb is Verb.TIMESCALE and question.timescale is None:
        remedy = _("Give it a timescale, or test another question.")
        return PathFault(
            (*path, "timescale"),
            _("Question '{question}' has no timescale.").format(question=question.id),
            remedy,
        )
    kinds, remedy = _FITTING.get(test.verb, (frozenset(QuestionKind), ""))
    return None if question.kind in kinds else _unfit(test, question, path, remedy)


def _measured(test: QuestionTest, question: Question, path: Path) -> PathFault | None:
    if test.verb not in SIZE_VERBS | {Verb.IS, Verb.IS_NOT}:
        return PathFault(
            (*path, "of"),
            _("A count or length cannot be tested with {verb}.").format(verb=test.verb),
            _("Write is, is_not, less_than, at_most, more_than or at_least."),
        )
    kinds, remedy = _MEASURABLE[test.of]
    return None if question.kind in kinds else _unfit(test, question, path, remedy)


def _unfit(test: QuestionTest, question: Question, path: Path, remedy: str) -> PathFault:
    return PathFault(
        (*path, test.verb.value),
        _("{verb} does not fit question '{question}', which is of kind {kind}.").format(
            verb=test.verb, question=question.id, kind=question.kind
        ),
        remedy,
    )


def _pattern(pattern: str, path: Path) -> Iterator[PathFault]:
    try:
        check_pattern(pattern)
    except PatternError as error:
        yield PathFault(path, str(error), error.remedy)


def _value(
    value: object, test: QuestionTest, question: Question, known: KnownQuestions, path: Path
) -> PathFault | None:
    """Return what is wrong with one value that an answer is compared with."""
    if isinstance(value, OtherAnswer):
        kinds = _LIKE[question.kind] if test.of is Measured.VALUE else _NUMBER
        return known.wrong_kind(value.question, kinds, (*path[:-1], "question"))
    if test.of is not Measured.VALUE:
        return None if isinstance(value, int) else _not_number(value, path)
    if question.kind in _ANSWERS:
        return _answer(value, question, known, path)
    if question.kind in _DATES:
        return None if isinstance(value, Today) or _is_date(value) else _not_date(value, path)
    if question.kind is QuestionKind.NUMBER:
        return None if isinstance(value, int | float) else _not_number(value, path)
    return None if isinstance(value, str) else _not_text(value, path)


def _answer(
    value: object, question: Question, known: KnownQuestions, path: Path
) -> PathFault | None:
    offered = known.answer_ids(question)
    if value in offered or not offered:
        return None
    return PathFault(
        path,
        _("'{value}' is not an answer of '{question}'.").format(
            value=_shown(value), question=question.id
        ),
        suggestion(str(value), offered),
    )


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _not_date(value: object, path: Path) -> PathFault:
    return PathFault(
        path,
        _("'{value}' is not a date.").format(value=_shown(value)),
        _("Write a date like 2026-03-31, or {today: -30}."),
    )


def _not_number(value: object, path: Path) -> PathFault:
    return PathFault(
        path,
        _("'{value}' is not a number.").format(value=_shown(value)),
        _("Write digits only, without quotes."),
    )


def _not_text(value: object, path: Path) -> PathFault:
    return PathFault(
        path,
        _("'{value}' is not text.").format(value=_shown(value)),
        _("Put it in quotes."),
    )


def _shown(value: object) -> str:
    return "today" if isinstance(value, Today) else str(value)
