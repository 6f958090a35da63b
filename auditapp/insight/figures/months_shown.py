# SPDX-License-Identifier: MPL-2.0
"""Choose the months that a line is drawn over, so that one wrong clock does not stretch it."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from auditapp.i18n import ngettext

MOST_IN_LINE: Final = 36
"""Months of a line: three years, what a chart has room for (our own figure)."""


def months_shown(months: Iterable[dt.date], today: dt.date) -> list[dt.date]:
    """Return the first days of the months of a line, without a hole, from those that have audits.

    They are at most `MOST_IN_LINE`, up to the last one with audits. A month that has not come yet
    counts only where there is no other: then it is this computer's clock that is wrong.
    """
    every = [_number(month) for month in months]
    come = [month for month in every if month <= _number(today)] or every
    if not come:
        return []
    last = max(come)
    first = min(month for month in come if month > last - MOST_IN_LINE)
    return [dt.date(at // 12, at % 12 + 1, 1) for at in range(first, last + 1)]


def audits_outside(count: int) -> str:
    """Say how many audits a line leaves out; empty where there are none."""
    words = ngettext(
        "{count} audit is of a month that is not shown; choose a period to see it.",
        "{count} audits are of months that are not shown; choose a period to see them.",
        count,
    )
    return words.format(count=f"{count:,}") if count else ""


def answers_outside(count: int) -> str:
    """Say how many answers a line leaves out; empty where there are none."""
    words = ngettext(
        "{count} answer is of a month that is not shown; choose a period to see it.",
        "{count} answers are of months that are not shown; choose a period to see them.",
        count,
    )
    return words.format(count=f"{count:,}") if count else ""


def _number(month: dt.date) -> int:
    return month.year * 12 + month.month - 1
