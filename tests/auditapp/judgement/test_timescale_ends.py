# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of a series of dates when it ends."""

from datetime import date

import pytest

from auditapp.judgement.timescales import (
    IgnoredDate,
    Step,
    TimescaleInputs,
    TimescaleState,
    WhyIgnored,
    judge,
)
from auditapp.judgement.working_days import WorkingDays
from tests.auditapp.judgement.sample_rules import (
    AS_OF,
    LETTER,
    LONG_AGO,
    PERIOD_FROM,
    START,
    series,
    single,
)

FIRST_VISIT = date(2026, 1, 8)
"""The next would be due on 19 February 2026."""


def test_after_its_end_nothing_is_due():
    """Visits in time up to the end of the plan are met, however long ago that was."""
    result = series(FIRST_VISIT, ends_on=date(2026, 2, 1))
    assert (Step(FIRST_VISIT, FIRST_VISIT, 0),) == result.steps
    assert (TimescaleState.MET, None, None, None) == (
        result.state,
        result.due_on,
        result.next_due,
        result.due_in,
    )
    assert (date(2026, 2, 1), True) == (result.ends_on, result.has_ended)


def test_the_gap_before_the_end_still_counts():
    """What fell due before it is late until the end, not until the day judged on."""
    result = series(FIRST_VISIT, ends_on=date(2026, 3, 1))
    assert Step(date(2026, 2, 19), None, 10) == result.steps[-1]
    assert ("late", 10, 1, 0) == (
        result.state,
        result.late_by,
        result.number_late,
        result.overdue_by,
    )
    assert (52, date(2026, 2, 19), None) == (result.longest_gap, result.due_on, result.next_due)


@pytest.mark.parametrize(
    ("ends_on", "state"),
    [
        (date(2026, 2, 18), "met"),
        (date(2026, 2, 19), "met"),
        (date(2026, 2, 20), "late"),
    ],
)
def test_on_the_last_day_nothing_is_late(ends_on, state):
    """A visit that was due on the day on which the plan ended was not late yet."""
    assert state == series(FIRST_VISIT, ends_on=ends_on).state


def test_dates_after_the_end_are_named():
    """They were not made under the plan; one on its last day was."""
    late, last = date(2026, 2, 11), date(2026, 2, 10)
    result = series(FIRST_VISIT, last, late, AS_OF.replace(day=2), ends_on=last)
    whys = WhyIgnored.AFTER_END, WhyIgnored.AFTER_AS_OF
    assert tuple(map(IgnoredDate, (late, AS_OF.replace(day=2)), whys)) == result.ignored
    assert (last, 33) == (result.last, result.longest_gap)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2026, 2, 1), ("met", None, None, False)),
        (date(2026, 2, 10), ("met", None, None, True)),
    ],
)
def test_an_end_to_come_takes_what_is_due_after_it(as_of, expected):
    """Nobody is told to visit on a day on which the plan will be over."""
    result = series(FIRST_VISIT, as_of=as_of, ends_on=date(2026, 2, 10))
    assert expected == (result.state, result.due_on, result.due_in, result.has_ended)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2026, 2, 1), ("met", date(2026, 2, 19), 18, 0)),
        (date(2026, 2, 21), ("late", date(2026, 2, 19), None, 2)),
    ],
)
def test_before_an_end_to_come_all_is_as_without(as_of, expected):
    """What falls due before it is due, and overdue."""
    result = series(FIRST_VISIT, as_of=as_of, ends_on=date(2026, 3, 1))
    assert expected == (result.state, result.next_due, result.due_in, result.overdue_by)


def test_a_series_that_ended_before_anything_was_due_is_not_applicable():
    """There is nothing to keep or to miss."""
    result = series(ends_on=date(2026, 1, 5))
    assert (TimescaleState.NOT_APPLICABLE, (), "") == (result.state, result.steps, result.reason)


def test_a_series_without_events_is_late_until_its_end():
    """The first visit was due on 8 January, and never made."""
    result = series(ends_on=date(2026, 1, 20))
    assert ("late", 12, None) == (result.state, result.late_by, result.last)


def test_an_end_before_the_period_leaves_nothing_due():
    """The last visits of the plan may not have been entered, and need not be."""
    ended = {"start": LONG_AGO, "period_from": PERIOD_FROM, "ends_on": date(2025, 12, 1)}
    assert TimescaleState.NOT_APPLICABLE is series(**ended).state
    result = series(date(2025, 11, 20), **ended)
    assert ("met", 11) == (result.state, result.longest_gap)


def test_an_end_before_the_start_is_a_mistake():
    """It is said, and nothing is judged."""
    result = series(FIRST_VISIT, ends_on=date(2025, 12, 31))
    assert TimescaleState.NOT_APPLICABLE is result.state
    assert result.reason.startswith("The end lies before the start")


@pytest.mark.parametrize("ends_on", [date(206, 1, 2), date(9999, 12, 31)])
def test_an_end_that_cannot_be_meant_counts_as_missing(ends_on):
    """As a start does."""
    assert series(FIRST_VISIT) == series(FIRST_VISIT, ends_on=ends_on)


def test_a_single_event_has_no_end():
    """It is due by its limit, whatever else is known."""
    inputs = TimescaleInputs(START, (), AS_OF, ends_on=date(2026, 1, 5))
    assert single() == judge(LETTER, inputs, WorkingDays())
