# SPDX-License-Identifier: MPL-2.0
"""Count the days of a timescale, and find when the next event is due.

- The day after the start is day 1. Six weeks are 42 days. Months keep the number of the day, or
  end on the last day of a shorter month.
- An event is judged against the one before it, the first against the start. What is late in
  working days is late by one at least, also on a Saturday.
- Where an interval changes ("weekly until the first review, then 6 weeks"), the one in force on
  the day on which the event would fall due applies (2010 care planning regulations, reg 28).
- Where the start lies before the period looked at, earlier events may not have been entered. The
  first is then judged as if there had been one on the eve of the period, which can only
  understate how late it was.
- Where a series has ended, what fell due before the end and was not done is late until the end, and
  no longer. On the last day itself nothing is late yet.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from auditapp.judgement.timescale_periods import Change, Period, Timing, Unit
from auditapp.judgement.working_days import ONE_DAY, WorkingDays


@dataclass(frozen=True, slots=True)
class Clock:
    """Count with the limits that are in force for one child.

    ``start``, ``period_from`` and ``ends_on`` are days that the calendar covers.
    """

    timing: Timing
    calendar: WorkingDays
    as_of: date
    start: date | None = None
    changes_on: date | None = None
    period_from: date | None = None
    ends_on: date | None = None

    @property
    def has_ended(self) -> bool:
        """Tell whether the series is over on the day on which the result holds."""
        return self.ends_on is not None and self.ends_on <= self.as_of

    @property
    def until(self) -> date:
        """Return the day up to which time counts against an event that has not happened."""
        return self.as_of if self.ends_on is None else min(self.as_of, self.ends_on)

    def ends_before(self, due: date) -> bool:
        """Tell whether the series ends before an event that falls due on ``due`` can be late."""
        if self.ends_on is None:
            return False
        return due > self.ends_on or (due == self.ends_on and self.has_ended)

    def moved(self, day: date, period: Period, direction: int = 1) -> date:
        """Return the day that lies a period after ``day``, or before it with direction -1."""
        number = period.number * direction
        if period.unit is Unit.WORKING_DAYS:
            return self.calendar.add(day, number)
        if period.unit is Unit.MONTHS:
            return _months_after(day, number)
        return day + timedelta(days=number * (7 if period.unit is Unit.WEEKS else 1))

    def next_due(self, previous: date, position: int | None) -> date:
        """Return the day by which the event after ``previous`` is due.

        ``position`` counts the events from the start; ``None`` when nobody knows how many.
        """
        if position is not None and position < len(self.timing.opening):
            return self.moved(previous, self.timing.opening[position])
        due = self.moved(previous, self.timing.regular)
        for change in self.timing.changes:
            begins = self._begins(change)
            if begins is not None and due >= begins:
                due = self.moved(previous, change.every)
        return due

    def _begins(self, change: Change) -> date | None:
        """Return when a change comes into force; long ago when the start is not known."""
        if change.after is None:
            return self.changes_on
        return date.min if self.start is None else self.moved(self.start, change.after)

    def baseline(self, dates: tuple[date, ...]) -> tuple[date | None, bool]:
        """Return what the first event is judged against, if anything, and whether it is the start.

        A first event that is in time after the start shows that the list reaches back to it.
        """
        if self.start is None:
            return None, False
        if self.period_from is None or self.start >= self.period_from:
            return self.start, True
        if dates and dates[0] <= self.next_due(self.start, 0):
            return self.start, True
        eve = self.period_from - ONE_DAY
        return (None if dates and dates[0] <= eve else eve), False

    def distance(self, start: date, end: date) -> int:
        """Return how far ``end`` is after ``start`` in the unit of lateness."""
        if self.timing.in_working_days:
            return self.calendar.between(start, end)
        return (end - start).days

    def late_by(self, due: date, happened: date | None) -> int:
        """Return how late something was, or is if it has not happened."""
        day = happened or self.until
        return max(1, self.distance(due, day)) if day > due else 0

    def due_in(self, due: date) -> int | None:
        """Return how long there is until ``due``; ``None`` once it has passed."""
        return self.distance(self.as_of, due) if self.as_of <= due else None


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
