# SPDX-License-Identifier: MPL-2.0
"""Test lengths of time: how they are read and how they are said."""

import pytest
from pydantic import ValidationError

from auditapp.judgement.timescale_periods import Change, Period, Timing


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"days": 1}, "1 day"),
        ({"days": 7}, "7 days"),
        ({"working_days": 1}, "1 working day"),
        ({"working_days": 10}, "10 working days"),
        ({"weeks": 1}, "1 week"),
        ({"weeks": 6}, "6 weeks"),
        ({"months": 1}, "1 month"),
        ({"months": 3}, "3 months"),
        ({"days": 0}, "the same day"),
    ],
)
def test_a_period_is_read_and_said(data, words):
    """A period is one key and a number, and is said as people say it."""
    assert words == Period.model_validate(data).words()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"years": 1},
        {"weeks": 6, "days": 1},
        {"weeks": -1},
        {"weeks": 1001},
        {"weeks": 1.5},
        {"weeks": True},
        "6 weeks",
    ],
)
def test_anything_else_is_no_period(data):
    """A period has one known unit and a whole number in bounds."""
    with pytest.raises(ValidationError):
        Period.model_validate(data)


@pytest.mark.parametrize(
    "data",
    [
        {"every": {"weeks": 1}},
        {"every": {"weeks": 1}, "on": "the review", "after": {"weeks": 1}},
    ],
)
def test_a_change_comes_at_one_time(data):
    """A change says once when it comes into force."""
    with pytest.raises(ValidationError, match="A change needs to say when it comes"):
        Change.model_validate(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"every": {"weeks": 6}}, "6 weeks"),
        ({"first": {"weeks": 6}, "every": {"weeks": 6}}, "6 weeks"),
        (
            {"first": {"working_days": 20}, "steps": [{"months": 3}], "every": {"months": 6}},
            "20 working days, then 3 months, then 6 months",
        ),
        (
            {"every": {"weeks": 6}, "changes": [{"after": {"months": 12}, "every": {"months": 3}}]},
            "6 weeks, then 3 months after the first 12 months",
        ),
        (
            {"every": {"weeks": 1}, "changes": [{"on": "the review", "every": {"weeks": 6}}]},
            "1 week, then 6 weeks from the review on",
        ),
    ],
)
def test_limits_are_said_in_order(data, words):
    """What follows each other is said in that order, and nothing twice."""
    assert words == Timing.model_validate(data).words()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"limit": {"working_days": 5}}, True),
        ({"limit": {"days": 5}}, False),
        ({"first": {"working_days": 20}, "every": {"months": 6}}, False),
    ],
)
def test_lateness_is_in_working_days_when_all_limits_are(data, expected):
    """A mixture of units is counted in days."""
    assert expected == Timing.model_validate(data).in_working_days


def test_limits_that_are_in_situations_are_not_asked_of_the_rule():
    """A rule without limits of its own has no regular one."""
    with pytest.raises(ValueError, match="in its situations"):
        _ = Timing().regular
