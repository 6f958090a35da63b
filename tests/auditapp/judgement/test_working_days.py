# SPDX-License-Identifier: MPL-2.0
"""Test the working days against the published bank holidays and against themselves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.judgement.working_days import (
    FIRST_DAY,
    LAST_DAY,
    WorkingDays,
    bank_holidays_by_rule,
    easter_sunday,
)

# Bank holidays in England as published by the government, by hand.
PUBLISHED = {
    2010: "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    2011: "3 Jan, 22 Apr, 25 Apr, 29 Apr, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec",
    2012: "2 Jan, 6 Apr, 9 Apr, 7 May, 4 Jun, 5 Jun, 27 Aug, 25 Dec, 26 Dec",
    2013: "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    2014: "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    2015: "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2016: "1 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec",
    2017: "2 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    2018: "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec",
    2019: "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    2020: "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2021: "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    2022: "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec",
    2023: "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    2024: "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    2025: "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    2026: "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2027: "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

days = st.dates(date(1991, 1, 1), date(2099, 12, 31))
numbers = st.integers(-200, 200)


def published(year):
    """Return the bank holidays of the table above."""
    pairs = (text.split() for text in PUBLISHED[year].split(", "))
    return tuple(date(year, MONTHS.index(month) + 1, int(day)) for day, month in pairs)


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_the_published_ones(calendar, year):
    """Rule and exceptions together give what the government published."""
    assert published(year) == calendar.bank_holidays(year)


@pytest.mark.parametrize(
    ("year", "special"),
    [(1995, date(1995, 5, 8)), (1999, date(1999, 12, 31)), (2002, date(2002, 6, 3))],
)
def test_earlier_one_off_holidays_are_known(calendar, year, special):
    """One-off holidays before the table are in the shipped file as well."""
    assert special in calendar.bank_holidays(year)


def test_moved_holidays_are_worked(calendar):
    """A bank holiday that was moved left its usual day a working day."""
    moved = [date(1995, 5, 1), date(2002, 5, 27), date(2012, 5, 28), date(2020, 5, 4)]
    assert [True] * 4 == [calendar.is_working_day(day) for day in moved]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1990, 4, 15), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2038, 4, 25), (2100, 3, 28)],
)
def test_easter_is_on_its_day(year, month, day):
    """Easter Sunday is right at its earliest, at its latest, and at both ends of the calendar."""
    assert date(year, month, day) == easter_sunday(year)


@pytest.mark.parametrize("year", range(FIRST_DAY.year, LAST_DAY.year + 1))
def test_eight_weekdays_a_year_are_bank_holidays(year):
    """Whatever the year, the rule gives eight different weekdays in order."""
    found = bank_holidays_by_rule(year)
    assert (8, sorted(found), set()) == (
        len(set(found)),
        list(found),
        {day for day in found if day.weekday() > 4},
    )


def test_added_and_removed_days_change_the_calendar():
    """An exception makes a working day a day off, or a day off a working day."""
    calendar = WorkingDays(added=[date(2026, 7, 1)], removed=[date(2026, 5, 4)])
    assert (False, True) == (
        calendar.is_working_day(date(2026, 7, 1)),
        calendar.is_working_day(date(2026, 5, 4)),
    )


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Good Friday and Easter Monday
        (date(2025, 12, 24), 1, date(2025, 12, 29)),  # over Christmas and a weekend
        (date(2025, 12, 31), 1, date(2026, 1, 2)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),  # Boxing Day is moved to Monday
        (date(2024, 2, 28), 2, date(2024, 3, 1)),  # through a leap day
        (date(2026, 5, 2), 1, date(2026, 5, 5)),  # from a Saturday over a bank holiday
        (date(2026, 5, 5), -1, date(2026, 5, 1)),
        (date(2026, 5, 2), 0, date(2026, 5, 2)),
        (date(2022, 5, 27), 5, date(2022, 6, 7)),  # moved spring holiday and jubilee
    ],
)
def test_add_counts_from_the_day_after(calendar, start, number, end):
    """The day after the start is the first that counts; days off are passed over."""
    assert end == calendar.add(start, number)


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        (date(2026, 4, 2), date(2026, 4, 7), 1),
        (date(2026, 4, 7), date(2026, 4, 2), -1),
        (date(2026, 5, 1), date(2026, 5, 4), 0),
        (date(2026, 5, 1), date(2026, 5, 1), 0),
        (date(2025, 1, 1), date(2026, 1, 1), 253),
    ],
)
def test_between_counts_the_end_and_not_the_start(calendar, start, end, number):
    """Working days between two days count the later one only, backwards with a minus sign."""
    assert number == calendar.between(start, end)


@given(day=days, number=numbers)
def test_between_undoes_add(calendar, day, number):
    """Counting to the n-th working day gives n."""
    assert number == calendar.between(day, calendar.add(day, number))


@given(day=days, number=numbers)
def test_add_undoes_between(calendar, day, number):
    """Adding what lies between a day and a working day leads to that working day."""
    end = calendar.add(day, number)
    assert end == calendar.add(day, calendar.between(day, end))


@given(day=days, there=numbers, back=numbers)
def test_additions_add_up(calendar, day, there, back):
    """From a working day, two additions come to one."""
    start = calendar.add(day, 1)
    assert calendar.add(start, there + back) == calendar.add(calendar.add(start, there), back)


@given(day=days, length=st.integers(0, 400))
def test_no_more_working_days_than_days(calendar, day, length):
    """There are at most five working days in seven, and never fewer for a longer time."""
    end = day + timedelta(days=length)
    count = calendar.between(day, end)
    assert count <= min(length, 5 * (length // 7 + 1))
    assert count <= calendar.between(day, end + timedelta(days=1))


def test_days_outside_the_calendar_are_known_as_such(calendar):
    """The calendar says which days it covers."""
    assert [False, True, True, False] == [
        calendar.covers(day) for day in (date(1989, 12, 31), FIRST_DAY, LAST_DAY, date(2101, 1, 1))
    ]
