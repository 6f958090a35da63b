# SPDX-License-Identifier: MPL-2.0
"""Test the words for a day."""

from datetime import date

import pytest

from auditapp.judgement.day_words import (
    date_words,
    dates_in_words,
    day_words,
    month_words,
    period_words,
)


@pytest.mark.parametrize("month", range(1, 13))
def test_days_are_said_with_the_name_of_the_month(month):
    """A date is day, month by name, year."""
    assert date(2026, month, 9).strftime("9 %B 2026") == day_words(date(2026, month, 9))


def test_a_month_is_said_with_its_year():
    """Of a day the month is said alone."""
    assert "October 2026" == month_words(date(2026, 10, 31))


def test_a_period_of_one_day_is_that_day():
    """Others are said from their first day to their last."""
    assert "4 May 2026" == period_words(date(2026, 5, 4), date(2026, 5, 4))
    assert "4 May 2026 to 8 June 2026" == period_words(date(2026, 5, 4), date(2026, 6, 8))


def test_only_a_date_is_put_into_words():
    """Anything else is said as it is."""
    assert ["4 May 2026", "2026-05", "soon"] == [
        date_words(text) for text in ("2026-05-04", "2026-05", "soon")
    ]


def test_each_date_of_an_earlier_answer_is_put_into_words():
    """They were kept as one text."""
    assert "4 May 2026; 8 June 2026" == dates_in_words("2026-05-04; 2026-06-08")
