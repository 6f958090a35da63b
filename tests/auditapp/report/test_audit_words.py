# SPDX-License-Identifier: MPL-2.0
"""Test how single things of an audit are put into words."""

import datetime as dt

import pytest

from auditapp.model.answer import Evidence
from auditapp.report.audit_words import date_words, evidence_words, moment_words, uk_time


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


def test_dates_are_written_out_and_other_text_is_left():
    """What is no date is shown as it is, not lost."""
    assert ["4 May 2026", "soon"] == [date_words("2026-05-04"), date_words("soon")]


def test_evidence_is_one_line():
    """Parts that are missing leave no gap."""
    whole = Evidence(document="Plan", date=dt.date(2026, 6, 12), place="page 3")
    assert "Plan, 12 June 2026, page 3" == evidence_words(whole)
    assert "Plan" == evidence_words(Evidence(document="Plan"))
