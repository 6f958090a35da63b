# SPDX-License-Identifier: MPL-2.0
"""Turn conditions into functions that say whether they hold.

A question that is unanswered, hidden or not applicable makes every test of it false but ``is_not``
and ``answered: false``. A test never raises: values that cannot be compared are different, and no
text of more than 500 characters matches a pattern.
"""

import operator
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Protocol

from auditapp.checklist.condition_models import (
    EQUALITY_VERBS,
    SIZE_VERBS,
    AllOf,
    AnswersTest,
    AnyOf,
    CohortTest,
    Condition,
    Measured,
    Not,
    OtherAnswer,
    QuestionTest,
    Span,
    Today,
    Verb,
    Within,
)
from auditapp.checklist.patterns import fits
from auditapp.model.answer import Value
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import QuestionId, SectionId


class Facts(Protocol):
    """Say what conditions ask about one audit and one of its checklists."""

    @property
    def cohorts(self) -> frozenset[Cohort]:
        """Return the groups that the child belongs to."""

    @property
    def today(self) -> date:
        """Return the day for which ``{today: n}`` is worked out."""

    def value(self, question_id: QuestionId) -> Value | None:
        """Return an answer; None when unanswered, hidden or not applicable."""

    def answers_in(self, section_id: SectionId) -> Iterable[str]:
        """Return the answers given in a section, or in the whole ``checklist``."""

    def timescale_state(self, question_id: QuestionId) -> str | None:
        """Return the state of a question's timescale; None when there is none."""

    def add_working_days(self, day: date, count: int) -> date:
        """Return the day that is ``count`` working days after ``day``."""


Test = Callable[[Facts], bool]
_Get = Callable[[Facts], Value | None]

_COMPARE: Mapping[Verb, Callable[[Any, Any], bool]] = {
    Verb.LESS_THAN: operator.lt,
    Verb.AT_MOST: operator.le,
    Verb.MORE_THAN: operator.gt,
    Verb.AT_LEAST: operator.ge,
}


def compile_condition(condition: Condition) -> Test:
    """Return the function that says whether ``condition`` holds."""
    match condition:
        case AllOf(conditions=parts):
            return _all([compile_condition(part) for part in parts])
        case AnyOf(conditions=parts):
            return _any([compile_condition(part) for part in parts])
        case Not(condition=part):
            return _not(compile_condition(part))
        case AnswersTest():
            return _answers(condition)
        case CohortTest(cohort=cohorts):
            wanted = frozenset(cohorts)
            return lambda facts: not wanted.isdisjoint(facts.cohorts)
    return _question(condition)


def _all(tests: list[Test]) -> Test:
    return lambda facts: all(test(facts) for test in tests)


def _any(tests: list[Test]) -> Test:
    return lambda facts: any(test(facts) for test in tests)


def _not(test: Test) -> Test:
    return lambda facts: not test(facts)


def _answers(test: AnswersTest) -> Test:
    section, wanted, least = test.answers_in, frozenset(test.equal), test.at_least
    return lambda facts: sum(answer in wanted for answer in facts.answers_in(section)) >= least


def _question(test: QuestionTest) -> Test:
    get = _getter(test.question, test.of)
    if test.verb in EQUALITY_VERBS:
        return _equality(test, get)
    if test.verb in SIZE_VERBS:
        return _size(test, get)
    if test.matches is not None:
        return _matches(test.matches, get)
    if test.within is not None:
        return _within(test.within, get)
    if test.timescale is not None:
        question, states = test.question, frozenset[str](test.timescale)
        return lambda facts: facts.timescale_state(question) in states
    wanted = test.answered
    return lambda facts: (get(facts) is not None) is wanted


def _getter(question: QuestionId, of: Measured = Measured.VALUE) -> _Get:
    """Return the function that gives the value, count or length; None when unanswered."""

    def value(facts: Facts) -> Value | None:
        """Return the answer; None when nothing was written or chosen."""
        found = facts.value(question)
        return None if found in ("", ()) else found

    def count(facts: Facts) -> int | None:
        """Return how many answers there are: one of anything that is not a list."""
        found = value(facts)
        return len(found) if isinstance(found, tuple) else None if found is None else 1

    def length(facts: Facts) -> int | None:
        """Return the number of characters of a text; None of anything else."""
        found = value(facts)
        return len(found) if isinstance(found, str) else None

    return {Measured.VALUE: value, Measured.COUNT: count, Measured.LENGTH: length}[of]


def _right(side: object) -> _Get:
    """Return the function that gives what an answer is compared with."""
    if isinstance(side, OtherAnswer):
        return _getter(side.question)
    if isinstance(side, Today):
        days = side.today
        return lambda facts: _shifted(facts.today, days).isoformat()
    literal: Value = side  # type: ignore[assignment]
    return lambda _facts: literal


def _equality(test: QuestionTest, get: _Get) -> Test:
    """Test whether an answer, or one of several answers, is among those wanted."""
    right = _right(test.right_side)
    includes = test.verb is Verb.INCLUDES

    def holds(facts: Facts) -> bool:
        """Tell whether what is found is among what is wanted."""
        found, wanted = get(facts), right(facts)
        if found is None or wanted is None:
            return False
        several = wanted if isinstance(wanted, tuple) else (wanted,)
        if isinstance(found, tuple):
            return (includes or len(found) == 1) and any(each in several for each in found)
        return found in several

    return _not(holds) if test.verb is Verb.IS_NOT else holds


def _size(test: QuestionTest, get: _Get) -> Test:
    right, compare = _right(test.right_side), _COMPARE[test.verb]

    def holds(facts: Facts) -> bool:
        """Compare both sides; what is not there, or a date with a number, is false."""
        left_size, right_size = _sortable(get(facts)), _sortable(right(facts))
        if isinstance(left_size, date) is not isinstance(right_size, date):
            return False
        if left_size is None or right_size is None:
            return False
        return compare(left_size, right_size)

    return holds


def _matches(pattern: str, get: _Get) -> Test:
    def holds(facts: Facts) -> bool:
        """Tell whether there is a text of this form."""
        found = get(facts)
        return isinstance(found, str) and fits(pattern, found)

    return holds


def _within(within: Within, get: _Get) -> Test:
    start = _getter(within.of)
    span, length = within.span

    def holds(facts: Facts) -> bool:
        """Tell whether a day is in the span that begins with another; both must be known."""
        first, day = _sortable(start(facts)), _sortable(get(facts))
        if not isinstance(first, date) or not isinstance(day, date):
            return False
        return first <= day <= _end(first, span, length, facts)

    return holds


def _sortable(value: Value | None) -> float | date | None:
    """Return a number as it is, the text of a date as that date, and None for all else."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None if isinstance(value, tuple) else value


def _end(first: date, span: Span, length: int, facts: Facts) -> date:
    """Return the last day of a span that begins after ``first``."""
    if span is Span.WORKING_DAYS:
        return _working_days_later(first, length, facts)
    if span is Span.MONTHS:
        return _months_later(first, length)
    return _shifted(first, length * (7 if span is Span.WEEKS else 1))


def _shifted(day: date, days: int) -> date:
    """Return the day ``days`` after ``day``, or the last or first day there is."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _working_days_later(day: date, count: int, facts: Facts) -> date:
    try:
        return facts.add_working_days(day, count)
    except OverflowError:
        return date.max


def _months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day if it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))
