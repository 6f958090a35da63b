# SPDX-License-Identifier: MPL-2.0
"""Put the result of a series of dates into intervals to draw, and the intervals into words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from auditapp.i18n import _
from auditapp.judgement.timescale_periods import Unit, period_words
from auditapp.judgement.timescales import LateUnit, TimescaleResult


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold the time between two events of a series.

    ``begin`` is None before the first event, ``due`` when nobody can say. ``late`` says in words by
    how much the event at the end was late, and is empty when it was not. In an open interval
    ``end`` is no event but the day on which the result holds, or that of the end of the series.
    """

    begin: dt.date | None
    due: dt.date | None
    end: dt.date
    late: str
    is_open: bool
    has_ended: bool = False

    @property
    def days(self) -> int | None:
        """The length in days."""
        return None if self.begin is None else (self.end - self.begin).days


def read_intervals(result: TimescaleResult, as_of: dt.date) -> list[Interval]:
    """Return the intervals of a series, oldest first, the open one last."""
    intervals = []
    begin: dt.date | None = None
    if result.has_ended and result.ends_on is not None:
        as_of = result.ends_on
    for step in result.steps:
        late = late_words(step.late_by, result.unit) if step.late_by else ""
        end = step.happened or as_of
        intervals.append(Interval(begin, step.due, end, late, is_open=step.happened is None))
        begin = step.happened
    if not result.has_ended or not intervals:
        return intervals
    if intervals[-1].is_open:
        return [*intervals[:-1], replace(intervals[-1], has_ended=True)]
    return [*intervals, Interval(begin, None, as_of, "", is_open=True, has_ended=True)]


def late_dates(result: TimescaleResult | None) -> Mapping[dt.date, str]:
    """Return the dates that came late, each with words that say by how much."""
    steps = result.steps if result is not None else ()
    return {
        step.happened: late_words(step.late_by, result.unit)
        for step in steps
        if result is not None and step.happened is not None and step.late_by
    }


def late_words(number: int, unit: LateUnit) -> str:
    """Return a lateness as "12 days" or "3 working days"."""
    is_working = unit is LateUnit.WORKING_DAYS
    return period_words(number, Unit.WORKING_DAYS if is_working else Unit.DAYS)


def interval_words(intervals: Sequence[Interval]) -> str:
    """Return the lengths of the intervals in a sentence, for those who cannot see them drawn."""
    words = [_words(each) for each in intervals if each.days is not None]
    return _("Days between the dates: {list}.").format(list="; ".join(words)) if words else ""


def _words(interval: Interval) -> str:
    length = str(interval.days)
    if interval.has_ended:
        if interval.late:
            return _("{days} from the last to the end, {late} overdue").format(
                days=length, late=interval.late
            )
        return _("{days} from the last to the end").format(days=length)
    if interval.is_open:
        if interval.late:
            return _("{days} since the last, {late} overdue").format(
                days=length, late=interval.late
            )
        return _("{days} since the last").format(days=length)
    return (
        _("{days}, {late} late").format(days=length, late=interval.late)
        if interval.late
        else length
    )
