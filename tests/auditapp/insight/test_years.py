# SPDX-License-Identifier: MPL-2.0
"""Test which periods are set beside each other, and what is compared between them."""

import datetime as dt

import pytest

from auditapp.insight.intervals import Share
from auditapp.insight.trends import difference
from auditapp.insight.years import criterion_differences, timescale_differences, years_of
from auditapp.judgement.timescales import LateUnit, TimescaleResult, TimescaleState
from auditapp.model.ids import RuleId
from tests.auditapp.insight.counting import make_criterion, make_judged

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, ("2025-11-23", "2026-11-22", "2024-11-23", "2025-11-22")),
        (None, "2026-03-31", ("2025-04-01", "2026-03-31", "2024-04-01", "2025-03-31")),
        ("2026-04-01", "2026-06-30", ("2026-04-01", "2026-06-30", "2025-04-01", "2025-06-30")),
        ("2025-04-01", "2026-06-30", ("2025-04-01", "2026-06-30", "2023-04-01", "2024-06-30")),
        ("2024-02-01", "2024-02-29", ("2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28")),
    ],
)
def test_the_earlier_period_has_the_same_days(first, last, expected):
    """It is a year long and ends today unless asked otherwise, and the two never overlap."""
    days = [each and dt.date.fromisoformat(each) for each in (first, last)]
    years = years_of(*days, TODAY)
    found = (years.first, years.last, years.then_first, years.then_last)
    assert tuple(map(dt.date.fromisoformat, expected)) == found


def test_audits_between_the_periods_belong_to_neither():
    """Of two springs, no audit of the autumn counts."""
    audits = [make_judged(month=each) for each in ("2025-05", "2025-10", "2026-05")]
    years = years_of(dt.date(2026, 4, 1), dt.date(2026, 6, 30), TODAY)
    then, now = years.split(audits)
    assert (audits[:1], audits[2:]) == ([*then], [*now])


def test_criteria_asked_in_both_are_compared():
    """Each with both shares; what one of them does not ask has nothing to be compared with."""
    same, gone, new = (make_criterion(text, at) for at, text in enumerate(("A?", "B?", "C?")))
    then = [make_judged(ratings={same: "met", gone: "met"})] * 3
    now = [make_judged(ratings={same: "not_met", new: "met"})] * 2
    (found,) = criterion_differences(then, now)
    assert (same, difference(Share(3, 3), Share(0, 2))) == (found.criterion, found.difference)


def test_timescales_are_compared_where_they_could_be_judged():
    """One without a date on file cannot."""
    rule = make_criterion("Seen in time?")

    def audit(state):
        result = TimescaleResult(RuleId("visit"), state, LateUnit.DAYS)
        return make_judged(timescales={rule: result})

    met, late, missing = map(
        audit, (TimescaleState.MET, TimescaleState.LATE, TimescaleState.NO_DATE)
    )
    (found,) = timescale_differences([met, late], [met, missing])
    assert (Share(1, 2), Share(1, 1)) == (found.difference.first, found.difference.second)
    assert [] == timescale_differences([missing], [met])
