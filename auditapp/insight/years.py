# SPDX-License-Identifier: MPL-2.0
"""Set a year, or any other period, beside the same days of an earlier one."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from auditapp.insight.criterion_counts import heat_map
from auditapp.insight.follow_up_counts import timeliness
from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.meanings import Criterion
from auditapp.insight.trends import Difference, difference


@dataclass(frozen=True, slots=True)
class Years:
    """Hold the first and the last day of a period, and of the same days in an earlier year."""

    first: dt.date
    last: dt.date
    then_first: dt.date
    then_last: dt.date

    def split(
        self, audits: Sequence[JudgedAudit]
    ) -> tuple[tuple[JudgedAudit, ...], tuple[JudgedAudit, ...]]:
        """Return the audits of the earlier period, and those of the later; others are left out."""
        then = tuple(each for each in audits if self.then_first <= each.day <= self.then_last)
        now = tuple(each for each in audits if self.first <= each.day <= self.last)
        return then, now


@dataclass(frozen=True, slots=True)
class CriterionDifference:
    """Hold how often a criterion was met, or a timescale kept, in both periods.

    One that was asked in one of them only has no difference.
    """

    criterion: Criterion
    difference: Difference


def years_of(first: dt.date | None, last: dt.date | None, today: dt.date) -> Years:
    """Return the period from ``first`` to ``last``, and the one before it.

    Without a last day it ends with ``today``, without a first day it is a year long. The earlier
    one has the same days of the newest year that does not overlap with it.
    """
    last = last or today
    first = first or _years_before(last, 1) + dt.timedelta(days=1)
    back = next(years for years in count(1) if _years_before(last, years) < first)
    return Years(first, last, _years_before(first, back), _years_before(last, back))


def criterion_differences(
    then: Sequence[JudgedAudit], now: Sequence[JudgedAudit]
) -> list[CriterionDifference]:
    """Return how each criterion that was rated in both was met, in the order of the checklists.

    A question whose meaning changed in between is two criteria, and is not compared.
    """
    before, after = (
        {row.criterion: row.whole for row in heat_map(each).rows} for each in (then, now)
    )
    return _differences(before, after)


def timescale_differences(
    then: Sequence[JudgedAudit], now: Sequence[JudgedAudit]
) -> list[CriterionDifference]:
    """Return how each timescale that could be judged in both was kept, in the same order."""
    before, after = (
        {row.criterion: row.in_time for row in timeliness(each)} for each in (then, now)
    )
    return _differences(before, after)


def _differences(
    before: Mapping[Criterion, Share | None], after: Mapping[Criterion, Share | None]
) -> list[CriterionDifference]:
    found = []
    for criterion, share in after.items():
        earlier = before.get(criterion)
        compared = difference(earlier, share) if earlier and share else None
        if compared is not None:
            found.append(CriterionDifference(criterion, compared))
    return found


def _years_before(day: dt.date, years: int) -> dt.date:
    """Return the same day so many years before; of 29 February the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
