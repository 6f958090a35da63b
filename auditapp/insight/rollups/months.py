# SPDX-License-Identifier: MPL-2.0
"""Turn the numbers of months into days."""

import datetime as dt


def first_day(month: int) -> dt.date:
    """Return the first day of a month by its number, as ``tables.month_number`` gives it."""
    return dt.date(month // 12, month % 12 + 1, 1)
