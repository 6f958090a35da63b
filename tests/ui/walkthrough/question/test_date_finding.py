# SPDX-License-Identifier: MPL-2.0
"""Test how dates are found in what people type and paste."""

import datetime as dt

import pytest

from ui.walkthrough.question.date_finding import find_dates, short_date

TODAY = dt.date(2026, 11, 21)


def day(text):
    """Return an ISO date."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "text",
    [
        "5/12/2025\n6/12/2025",
        "5.12.2025, 6.12.2025",
        "05-12-25; 06-12-25",
        "2025-12-05\t2025-12-06",
        "5 Dec 2025, 6 December 2025",
        "5th Dec. 2025 and 6th December, 2025",
        "05-Dec-25\r\n06-Dec-25\r\n",
        "Fri 5 Dec 2025 14:30\nSaturday, 6/12/2025 09:15:00",
        "2025-12-05T10:00:00Z\n2025-12-06 00:00",
        "1\t5/12/2025\n2\t6/12/2025",
        "• 5/12/2025\n- 6/12/2025",
        "5/12/2025 6/12/2025",
        "5 / 12 / 2025\u20286 / 12 / 2025",
    ],
)
def test_dates_in_many_forms(text):
    """Columns, lists, days of the week, times and numbers of lines are all read."""
    assert ((day("2025-12-05"), day("2025-12-06")), ()) == find_dates(text, TODAY)


def test_words_are_left_out_and_told():
    """What stands around the dates is named, so that nothing is dropped unseen."""
    text = "Date\tWorker\n5/12/2025\tSW-14 at school\n7/1/2026\tno access"
    found = find_dates(text, TODAY)
    assert (day("2025-12-05"), day("2026-01-07")) == found.dates
    assert ("Date", "Worker", "SW-14 at school", "no access") == found.left_out


def test_a_day_that_does_not_exist_is_left_out():
    """31 February is no date, and is named."""
    found = find_dates("31/02/2026, 1 March 2026", TODAY)
    assert ((day("2026-03-01"),), ("31/02/2026",)) == found


@pytest.mark.parametrize("text", ["", "soon", "12", "1/2", "last 3 visits", "0117 496 0123"])
def test_no_date_in_it(text):
    """Other words and numbers are no dates."""
    assert () == find_dates(text, TODAY).dates


def test_a_number_before_a_date_does_not_swallow_it():
    """Only the name of a month joins a number to a year."""
    assert (day("2025-12-05"),) == find_dates("6 weeks 5/12/2025", TODAY).dates


def test_words_for_days_count_alone():
    """The word "yesterday" means a date when it is all that is written."""
    assert (day("2026-11-20"),) == find_dates("yesterday", TODAY).dates


def test_short_date():
    """A chip has room for three letters of the month."""
    assert "5 Sep 2026" == short_date(dt.date(2026, 9, 5))
