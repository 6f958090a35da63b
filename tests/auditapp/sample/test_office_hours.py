# SPDX-License-Identifier: MPL-2.0
"""Time passes in office hours."""

import datetime as dt

from auditapp.sample.chance import chance_for
from auditapp.sample.office_hours import OfficeHours

FRIDAY = dt.date(2026, 11, 20)


def test_work_goes_on_in_the_morning_of_the_next_working_day():
    """Nobody audits at night or at the weekend."""
    hours = OfficeHours(chance_for(1), FRIDAY)
    times = [hours.now, *(hours.after(1800, 3600) for _step in range(40))]
    assert sorted(set(times)) == times
    assert all(9 <= time.hour < 17 and time.weekday() < 5 for time in times)
    assert {4, 0, 1} <= {time.weekday() for time in times}
