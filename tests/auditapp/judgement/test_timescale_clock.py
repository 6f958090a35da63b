# SPDX-License-Identifier: MPL-2.0
"""Test the counting of days, weeks and months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.judgement.timescale_clock import Clock
from auditapp.judgement.timescale_periods import Period, Timing
from auditapp.judgement.working_days import WorkingDays

CLOCK = Clock(Timing(), WorkingDays(), as_of=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "period", "moved"),
    [
        (date(2026, 1, 31), {"months": 1}, date(2026, 2, 28)),
        (date(2024, 1, 31), {"months": 1}, date(2024, 2, 29)),
        (date(2024, 2, 29), {"months": 12}, date(2025, 2, 28)),
        (date(2024, 2, 29), {"months": 48}, date(2028, 2, 29)),
        (date(2025, 8, 31), {"months": 3}, date(2025, 11, 30)),
        (date(2025, 11, 15), {"months": 2}, date(2026, 1, 15)),
        (date(2026, 2, 28), {"months": 1}, date(2026, 3, 28)),
        (date(2024, 2, 1), {"weeks": 6}, date(2024, 3, 14)),
        (date(2025, 2, 1), {"weeks": 6}, date(2025, 3, 15)),
        (date(2024, 12, 31), {"days": 366}, date(2026, 1, 1)),
        (date(2026, 4, 2), {"working_days": 10}, date(2026, 4, 20)),
        (date(2026, 4, 2), {"days": 0}, date(2026, 4, 2)),
    ],
)
def test_periods_lead_to_the_right_day(day, period, moved):
    """Weeks are seven days, months keep the day or end with the month."""
    assert moved == CLOCK.moved(day, Period.model_validate(period))


@pytest.mark.parametrize(
    ("period", "moved"),
    [
        ({"months": 1}, date(2026, 2, 28)),
        ({"months": 13}, date(2025, 2, 28)),
        ({"weeks": 1}, date(2026, 3, 24)),
        ({"working_days": 1}, date(2026, 3, 30)),
    ],
)
def test_periods_lead_back(period, moved):
    """Back from 31 March 2026 the same holds."""
    assert moved == CLOCK.moved(date(2026, 3, 31), Period.model_validate(period), -1)


@given(
    day=st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    number=st.integers(0, 1000),
    unit=st.sampled_from(["days", "weeks", "months"]),
)
def test_longer_is_never_earlier(day, number, unit):
    """One more of a unit leads to a later day."""
    period = Period.model_validate({unit: number})
    longer = period.model_copy(update={"number": number + 1})
    assert CLOCK.moved(day, period) < CLOCK.moved(day, longer)
