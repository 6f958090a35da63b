# SPDX-License-Identifier: MPL-2.0
"""Put a moment into words, as clocks in the United Kingdom show it."""

import datetime as dt

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words

SUNDAY = 6
HOUR = dt.timedelta(hours=1)


def uk_time(at: dt.datetime) -> dt.datetime:
    """Return an aware time as clocks in the United Kingdom show it.

    Summer time runs from the last Sunday in March to the last in October, from 01:00 UTC (Summer
    Time Order 2002, regulation 3). It is worked out here because Windows has no table of zones.
    """
    utc = at.astimezone(dt.UTC)
    begins, ends = (_last_sunday(utc.year, month) for month in (3, 10))
    return utc + HOUR if begins <= utc < ends else utc


def moment_words(at: dt.datetime) -> str:
    """Return a time as "21 November 2026 at 09:30"."""
    local = uk_time(at)
    return _("{day} at {time}").format(day=day_words(local.date()), time=f"{local:%H:%M}")


def _last_sunday(year: int, month: int) -> dt.datetime:
    last = dt.datetime(year, month, 31, 1, tzinfo=dt.UTC)
    return last - dt.timedelta(days=(last.weekday() - SUNDAY) % 7)
