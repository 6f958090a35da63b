# SPDX-License-Identifier: MPL-2.0
"""Name the periods that figures can be asked for, and work out their days."""

import datetime as dt
from typing import Final

from auditapp.i18n import _

ALL: Final = "all"
CHOSEN: Final = "chosen"
"""The days are typed by the person."""

_MONTHS_OF: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_BEFORE: Final = "_before"
_APRIL: Final = 4

Days = tuple[dt.date | None, dt.date | None]


def period_items() -> list[tuple[str, str]]:
    """Return the periods of the filter, each a key and its words."""
    return [
        (ALL, _("All time")),
        ("month", _("This month")),
        ("quarter", _("Last 3 months")),
        ("half", _("Last 6 months")),
        ("year", _("Last 12 months")),
        ("april", _("Since April")),
        ("april_before", _("Year to last March")),
        (CHOSEN, _("From day to day …")),
    ]


def comparable_items() -> list[tuple[str, str]]:
    """Return the periods that can be set beside each other."""
    return [
        ("year", _("Last 12 months")),
        ("year_before", _("12 months before")),
        ("half", _("Last 6 months")),
        ("half_before", _("6 months before")),
        ("quarter", _("Last 3 months")),
        ("quarter_before", _("3 months before")),
        ("april", _("Since April")),
        ("april_before", _("Year to last March")),
    ]


def days_of(key: str, today: dt.date) -> Days:
    """Return the first and the last day of a period; None where it has no end.

    Months are whole, and this month is the last of them; a year begins in April, as those of
    councils do.
    """
    if key.startswith("april"):
        return _year_of_april(today, is_before=key.endswith(_BEFORE))
    months = _MONTHS_OF.get(key.removesuffix(_BEFORE))
    if months is None:
        return None, None
    first = _month_before(today, months - 1)
    if not key.endswith(_BEFORE):
        return first, today
    return _month_before(today, 2 * months - 1), first - dt.timedelta(days=1)


def _year_of_april(today: dt.date, *, is_before: bool) -> Days:
    year = today.year if today.month >= _APRIL else today.year - 1
    first = dt.date(year, _APRIL, 1)
    if not is_before:
        return first, today
    return dt.date(year - 1, _APRIL, 1), first - dt.timedelta(days=1)


def _month_before(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month so many before that of ``day``."""
    number = day.year * 12 + day.month - 1 - months
    return dt.date(number // 12, number % 12 + 1, 1)
