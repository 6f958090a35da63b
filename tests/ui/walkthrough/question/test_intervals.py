# SPDX-License-Identifier: MPL-2.0
"""Test how the time between the dates of a series is put into words and drawn."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QColor

from auditapp.judgement.timescales import LateUnit, TimescaleInputs, judge
from tests.making import make_standards
from ui.walkthrough.question.interval_strip import IntervalStrip
from ui.walkthrough.question.intervals import (
    interval_words,
    late_dates,
    late_words,
    read_intervals,
)

AS_OF = dt.date(2026, 10, 31)
RULE = "visits_in_care"


def judged(rule, *days, start=None, situation=None, ends_on=None):
    """Judge dates by a shipped rule."""
    standards = make_standards()
    inputs = TimescaleInputs(
        start=start,
        dates=tuple(map(dt.date.fromisoformat, days)),
        as_of=AS_OF,
        situation=situation,
        period_from=dt.date(2025, 11, 1),
        ends_on=ends_on,
    )
    return judge(standards.rules[rule], inputs, standards.calendar)


@pytest.fixture
def result():
    """Return visits of which one was late, and the next is to come."""
    days = ("2026-06-01", "2026-07-10", "2026-08-28", "2026-10-01")
    return judged("visits_in_care", *days, start=dt.date(2025, 3, 2), situation="after_year")


def test_intervals_run_from_date_to_date(result):
    """The last is open and ends on the day on which the result holds."""
    intervals = read_intervals(result, AS_OF)
    assert [None, 39, 49, 34, 30] == [each.days for each in intervals]
    assert [False] * 4 + [True] == [each.is_open for each in intervals]


def test_words_give_every_length_and_what_was_late(result):
    """Whoever cannot see the line hears the same."""
    expected = "Days between the dates: 39; 49, 7 days late; 34; 30 since the last."
    assert expected == interval_words(read_intervals(result, AS_OF))


def test_words_say_what_is_overdue():
    """The open interval says it when the next is overdue."""
    days = ("2026-07-10", "2026-08-18")
    result = judged("visits_in_care", *days, start=dt.date(2025, 3, 2), situation="after_year")
    words = interval_words(read_intervals(result, AS_OF))
    assert "Days between the dates: 39; 74 since the last, 32 days overdue." == words


def test_late_words_keep_the_unit_of_the_rule():
    """Working days are not called days."""
    assert "1 working day" == late_words(1, LateUnit.WORKING_DAYS)
    assert "12 days" == late_words(12, LateUnit.DAYS)


def test_no_words_without_an_interval():
    """A single date has nothing between."""
    assert not interval_words([])


def test_late_dates(result):
    """The late dates are those that the sentence counts."""
    assert {dt.date(2026, 6, 1), dt.date(2026, 8, 28)} == set(late_dates(result))
    assert "7 days" == late_dates(result)[dt.date(2026, 8, 28)]


def test_no_late_dates_without_a_timescale():
    """A question without a timescale has none."""
    assert {} == late_dates(None)


def test_the_strip_speaks_and_paints_what_was_late(theme, show, result):
    """The line has its words as name, and red only where something was late."""
    strip = show(IntervalStrip(theme), 600, 60)
    strip.set_intervals(read_intervals(result, AS_OF))
    name = QAccessible.queryAccessibleInterface(strip).text(QAccessible.Text.Name)
    assert name.startswith("Days between the dates: 39; 49, 7 days late;")
    assert _has_colour(strip, theme.colour("danger"))
    in_time = judged("chronology_entries", "2026-08-01", "2026-10-01")
    strip.set_intervals(read_intervals(in_time, AS_OF)[1:])
    assert not _has_colour(strip, theme.colour("danger"))


def _has_colour(widget, colour):
    image = widget.grab().toImage()
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_a_series_that_ended_closes_with_its_end(theme, show):
    """The line goes up to the end and no further, with a bar there, and the words say so."""
    end = dt.date(2026, 8, 1)
    result = judged(RULE, "2026-06-01", "2026-07-10", situation="after_year", ends_on=end)
    intervals = read_intervals(result, AS_OF)
    assert (end, True) == (intervals[-1].end, intervals[-1].has_ended)
    words = "Days between the dates: 39; 22 from the last to the end."
    assert words == interval_words(intervals)
    strip = show(IntervalStrip(theme), 600, 60)
    strip.set_intervals(intervals)
    closed = strip.grab().toImage()
    strip.set_intervals([*intervals[:-1], replace(intervals[-1], has_ended=False)])
    assert closed != strip.grab().toImage()


def test_what_was_missed_before_the_end_is_late_up_to_it():
    """Not up to the day on which the result holds."""
    end = dt.date(2026, 7, 1)
    result = judged(RULE, "2026-05-01", situation="after_year", ends_on=end)
    words = "Days between the dates: 61 from the last to the end, 19 days overdue."
    assert words == interval_words(read_intervals(result, AS_OF))


def test_an_end_without_dates_draws_nothing():
    """There is nothing from which to draw."""
    start, end = dt.date(2026, 7, 1), dt.date(2026, 7, 3)
    result = judged(RULE, start=start, situation="after_year", ends_on=end)
    assert result.has_ended
    assert [] == read_intervals(result, AS_OF)
