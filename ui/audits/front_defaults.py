# SPDX-License-Identifier: MPL-2.0
"""Begin a front sheet with what is usual."""

import datetime as dt
from calendar import monthrange
from typing import Final

from auditapp.model.front_sheet import FrontSheet
from auditapp.settings import Settings

MONTHS_LOOKED_AT: Final = 12
MONTHS_JUDGED: Final = 6


def default_front(settings: Settings, today: dt.date) -> FrontSheet:
    """Return a front sheet without a case: the 12 months to ``today``, judged on the last 6."""
    return FrontSheet(
        case_reference="",
        auditor=settings.auditor,
        period_from=_first_day(today, MONTHS_LOOKED_AT),
        period_to=today,
        judged_from=_first_day(today, MONTHS_JUDGED),
    )


def _first_day(last: dt.date, months: int) -> dt.date:
    """Return the first day of the so many months of which ``last`` is the last day."""
    years, month = divmod(last.year * 12 + last.month - 1 - months, 12)
    day = min(last.day, monthrange(years, month + 1)[1])
    return dt.date(years, month + 1, day) + dt.timedelta(days=1)
