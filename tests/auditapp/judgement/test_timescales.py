# SPDX-License-Identifier: MPL-2.0
"""Test what a rule makes of dates on file: states, lateness, gaps, what is left out."""

from datetime import date

import pytest

from auditapp.judgement.timescales import (
    IgnoredDate,
    LateUnit,
    LocalStandards,
    Step,
    TimescaleInputs,
    TimescaleState,
    WhyIgnored,
    judge,
)
from tests.auditapp.judgement.sample_rules import (
    AS_OF,
    LETTER,
    LONG_AGO,
    PERIOD_FROM,
    START,
    series,
    single,
)


@pytest.mark.parametrize(
    ("dates", "as_of", "expected"),
    [
        ([date(2026, 1, 1)], AS_OF, ("met", 0, 0, None)),
        ([date(2026, 1, 8)], AS_OF, ("met", 0, 0, None)),
        ([date(2026, 1, 9)], AS_OF, ("late", 1, 0, None)),
        ([date(2026, 1, 12)], AS_OF, ("late", 2, 0, None)),
        ([], date(2026, 1, 5), ("due", 0, 0, 3)),
        ([], date(2026, 1, 8), ("due", 0, 0, 0)),
        ([], date(2026, 1, 12), ("late", 2, 2, None)),
        ([], date(2025, 12, 31), ("due", 0, 0, 5)),
    ],
)
def test_a_single_event_is_met_late_or_due(dates, as_of, expected):
    """An event on the last day is met; after that each working day counts, done or not."""
    result = single(*dates, as_of=as_of)
    assert expected == (result.state, result.late_by, result.overdue_by, result.due_in)
    assert (date(2026, 1, 8), LateUnit.WORKING_DAYS) == (result.due_on, result.unit)


def test_late_on_a_saturday_is_late():
    """What is due on Friday and done on Saturday is late, though no working day lies between."""
    result = single(date(2026, 1, 10), start=date(2026, 1, 2))
    assert (date(2026, 1, 9), 1) == (result.due_on, result.late_by)


def test_the_first_date_counts_for_a_single_event():
    """When several dates are given the thing was done on the earliest."""
    result = single(date(2026, 3, 1), date(2026, 1, 7))
    assert (date(2026, 1, 7), TimescaleState.MET) == (result.last, result.state)


def test_a_single_event_without_start_cannot_be_judged():
    """Without the date from which it counts there is nothing to judge, and it is said which."""
    result = single(date(2026, 1, 7), start=None)
    assert (TimescaleState.NO_DATE, date(2026, 1, 7)) == (result.state, result.last)
    assert "The date that it counts from is not on file: the referral." == result.reason


def test_an_event_before_the_start_is_left_out():
    """A letter sent before the meeting is not the letter that was wanted."""
    result = single(date(2025, 12, 31))
    assert (IgnoredDate(date(2025, 12, 31), WhyIgnored.BEFORE_START),) == result.ignored
    assert TimescaleState.LATE is result.state


def test_an_early_event_counts_where_the_rule_says_so():
    """A plan made before the placement was made in time."""
    rule = LETTER.model_copy(update={"early_counts": True})
    assert TimescaleState.MET is single(date(2025, 12, 1), rule=rule).state


@pytest.mark.parametrize(
    ("happened", "expected"),
    [(date(2025, 12, 23), ("met", 0)), (date(2025, 12, 24), ("late", 1)), (START, ("late", 4))],
)
def test_a_limit_can_count_back(happened, expected):
    """A report wanted five working days before a meeting on 1 January is due on 23 December."""
    rule = LETTER.model_copy(update={"counts_back": True})
    result = single(happened, rule=rule)
    assert date(2025, 12, 23) == result.due_on
    assert expected == (result.state, result.late_by)


def test_a_series_is_judged_event_by_event():
    """Each visit is due six weeks after the one before, the first a week after the start."""
    result = series(date(2026, 1, 10), date(2026, 2, 20), date(2026, 5, 4), as_of=date(2026, 6, 1))
    assert (
        Step(date(2026, 1, 8), date(2026, 1, 10), 2),
        Step(date(2026, 2, 21), date(2026, 2, 20), 0),
        Step(date(2026, 4, 3), date(2026, 5, 4), 31),
        Step(date(2026, 6, 15), None, 0),
    ) == result.steps
    assert ("late", 31, 0, 2) == (
        result.state,
        result.late_by,
        result.overdue_by,
        result.number_late,
    )
    assert (73, date(2026, 5, 4), date(2026, 6, 15), 14) == (
        result.longest_gap,
        result.last,
        result.next_due,
        result.due_in,
    )


def test_a_series_in_time_is_met():
    """Visits inside the rule are met, and the next is still to come."""
    result = series(date(2026, 1, 5), as_of=date(2026, 2, 1))
    assert (TimescaleState.MET, 0, date(2026, 2, 16)) == (
        result.state,
        result.number_late,
        result.next_due,
    )


def test_an_overdue_series_is_late():
    """A series in time so far is late once the next event is overdue."""
    result = series(date(2026, 1, 5), as_of=date(2026, 2, 20))
    assert ("late", 4, 4, 1, None, 46) == (
        result.state,
        result.late_by,
        result.overdue_by,
        result.number_late,
        result.due_in,
        result.longest_gap,
    )


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2026, 1, 4), ("due", 0, 4)),
        (date(2026, 1, 8), ("due", 0, 0)),
        (date(2026, 1, 9), ("late", 1, None)),
        (date(2025, 12, 30), ("due", 0, 9)),
    ],
)
def test_a_series_without_events_is_due_or_overdue(as_of, expected):
    """With a start and no visit the first one is due, then overdue."""
    result = series(as_of=as_of)
    assert expected == (result.state, result.overdue_by, result.due_in)


def test_a_series_without_start_is_judged_from_its_first_event():
    """The first visit has nothing to be judged against; the others have it."""
    result = series(date(2026, 2, 1), date(2026, 3, 20), start=None, as_of=date(2026, 3, 21))
    assert (
        Step(None, date(2026, 2, 1), 0),
        Step(date(2026, 3, 15), date(2026, 3, 20), 5),
        Step(date(2026, 5, 1), None, 0),
    ) == result.steps


@pytest.mark.parametrize("dates", [(), (date(2027, 1, 1),)])
def test_a_series_with_neither_start_nor_event_has_no_date(dates):
    """Nothing on file, or nothing but dates to come, is no date."""
    result = series(*dates, start=None)
    assert (TimescaleState.NO_DATE, ()) == (result.state, result.steps)


def test_dates_that_cannot_count_are_named():
    """Dates before the start, after the day judged on, or from another age are set apart."""
    odd = date(206, 1, 2), date(2025, 12, 1), date(2026, 7, 1)
    result = series(*odd, date(2026, 1, 5))
    whys = WhyIgnored.OUTSIDE_CALENDAR, WhyIgnored.BEFORE_START, WhyIgnored.AFTER_AS_OF
    assert tuple(map(IgnoredDate, odd, whys)) == result.ignored
    assert date(2026, 1, 5) == result.last


@pytest.mark.parametrize("start", [date(206, 1, 2), date(9999, 12, 31)])
def test_a_start_that_cannot_be_meant_counts_as_missing(start):
    """A slip of the finger in a year is no start."""
    assert TimescaleState.NO_DATE is single(start=start).state


def test_a_rule_that_is_off_is_not_applicable(calendar, rules):
    """A local standard that nobody switched on judges nothing, and says why."""
    inputs = TimescaleInputs(START, (), AS_OF)
    result = judge(rules.rule("cp_visits"), inputs, calendar)
    assert TimescaleState.NOT_APPLICABLE is result.state
    assert "This timescale is switched off in the settings." == result.reason


@pytest.mark.parametrize("situation", [None, "another"])
def test_a_missing_situation_is_not_applicable(calendar, rules, situation):
    """A rule that depends on the situation asks for it."""
    inputs = TimescaleInputs(START, (), AS_OF, situation)
    result = judge(rules.rule("visits_in_care"), inputs, calendar)
    assert TimescaleState.NOT_APPLICABLE is result.state
    assert "Choose which visiting rule applies." == result.reason


def test_a_local_number_takes_the_place_of_the_shipped_one():
    """The council's own number is used, and it is said that it was."""
    local = LocalStandards.model_validate({"rule": {"on": True, "number": 1}})
    result = single(date(2026, 1, 7), local=local)
    assert ("late", date(2026, 1, 2), "1 working day", True) == (
        result.state,
        result.due_on,
        result.limit_words,
        result.local_number_used,
    )
    assert not single().local_number_used


def test_events_before_the_period_are_not_missed():
    """A placement of years ago does not make the first visit of the period years late."""
    result = series(date(2026, 2, 1), start=LONG_AGO, period_from=PERIOD_FROM, as_of=START)
    assert (date(2026, 2, 11), TimescaleState.DUE) == (result.next_due, result.state)
    result = series(date(2026, 2, 1), start=LONG_AGO, period_from=PERIOD_FROM)
    assert Step(date(2026, 2, 11), date(2026, 2, 1), 0) == result.steps[0]


def test_a_gap_at_the_beginning_of_the_period_is_late():
    """The last visit before the period was on its eve at best, so the limit runs from there."""
    result = series(date(2026, 3, 1), start=LONG_AGO, period_from=PERIOD_FROM)
    assert Step(date(2026, 2, 11), date(2026, 3, 1), 18) == result.steps[0]


def test_an_event_before_the_period_is_what_the_next_is_judged_against():
    """The last visit before the period, when entered, is better than the eve of the period."""
    dates = date(2025, 12, 1), date(2026, 2, 1)
    result = series(*dates, start=LONG_AGO, period_from=PERIOD_FROM)
    assert (
        Step(None, dates[0], 0),
        Step(date(2026, 1, 12), dates[1], 20),
    ) == result.steps[:2]
    assert 120 == result.longest_gap


def test_a_list_that_reaches_back_to_the_start_is_judged_from_there(calendar, rules):
    """When the first review is there, the second is due after three months and not six."""
    dates = date(2025, 1, 20), date(2025, 6, 20)
    inputs = TimescaleInputs(date(2025, 1, 1), dates, AS_OF, period_from=date(2025, 6, 1))
    result = judge(rules.rule("care_reviews"), inputs, calendar)
    assert [date(2025, 1, 29), date(2025, 4, 20), date(2025, 12, 20)] == [
        step.due for step in result.steps
    ]


def test_a_change_of_interval_without_start_is_long_past(calendar, rules):
    """Whoever chose "after the first year" is past it, also when the start is not on file."""
    inputs = TimescaleInputs(None, (date(2026, 1, 31),), AS_OF, "to_18")
    result = judge(rules.rule("visits_in_care"), inputs, calendar)
    assert date(2026, 4, 30) == result.next_due
