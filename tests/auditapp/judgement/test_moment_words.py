# SPDX-License-Identifier: MPL-2.0
"""Test that moments are shown as clocks in the United Kingdom show them."""

import datetime as dt

import pytest

from auditapp.judgement.moment_words import moment_words, uk_time


@pytest.mark.parametrize(
    ("utc", "hour"),
    [
        ("2026-03-29T00:59", 0),
        ("2026-03-29T01:00", 2),
        ("2026-10-25T00:59", 1),
        ("2026-10-25T01:00", 1),
        ("2027-03-28T01:00", 2),
        ("2026-01-15T12:00", 12),
        ("2026-07-15T12:00", 13),
    ],
)
def test_times_are_those_of_uk_clocks(utc, hour):
    """Summer time runs from the last Sunday in March to the last in October, from 01:00 UTC."""
    assert hour == uk_time(dt.datetime.fromisoformat(f"{utc}+00:00")).hour


def test_a_moment_is_a_day_and_a_time():
    """A time given in another zone is turned into UK time."""
    at = dt.datetime.fromisoformat("2026-11-14T19:12:00+02:00")
    assert "14 November 2026 at 17:12" == moment_words(at)
