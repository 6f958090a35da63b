# SPDX-License-Identifier: MPL-2.0
"""Count working days in England: Monday to Friday without the bank holidays.

The yearly bank holidays follow rules, so no table of them can run out. The one-off ones, and days
on which a council is closed, are exceptions listed in ``checklists/bank-holidays.yaml``.
Source of the rules: Banking and Financial Dealings Act 1971, schedule 1, and the yearly
proclamations of New Year's Day and the early May holiday.
"""

from collections.abc import Iterable
from datetime import date, timedelta

FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""The calendar knows the bank holidays from the first to the last day."""

MONDAY = 0
SATURDAY = 5
ONE_DAY = timedelta(days=1)


def easter_sunday(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, unleap = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * unleap + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def bank_holidays_by_rule(year: int) -> tuple[date, ...]:
    """Return the eight yearly bank holidays in order, with the substitutes for weekends."""
    easter = easter_sunday(year)
    christmas, boxing_day = _christmas(year)
    return (
        _weekday_from(date(year, 1, 1)),
        easter - 2 * ONE_DAY,
        easter + ONE_DAY,
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
        *sorted((christmas, boxing_day)),
    )


def _weekday_from(day: date) -> date:
    return _monday_from(day) if day.weekday() >= SATURDAY else day


def _monday_from(day: date) -> date:
    return day + (MONDAY - day.weekday()) % 7 * ONE_DAY


def _christmas(year: int) -> tuple[date, date]:
    """Return Christmas Day and Boxing Day, or the next free weekday for one on a weekend."""
    christmas, boxing_day = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() >= SATURDAY:
        christmas += 2 * ONE_DAY
    if boxing_day.weekday() >= SATURDAY:
        boxing_day += 2 * ONE_DAY
    return christmas, boxing_day


class WorkingDays:
    """Know the working days from 1990 to 2100; outside them only weekends are days off.

    ``added`` are further days off, ``removed`` bank holidays that did not take place on their
    usual day, and ``known_on`` the day on which those exceptions were last checked.
    """

    def __init__(
        self,
        added: Iterable[date] = (),
        removed: Iterable[date] = (),
        known_on: date | None = None,
    ) -> None:
        self.added, self.removed = tuple(added), tuple(removed)
        years = range(FIRST_DAY.year, LAST_DAY.year + 1)
        by_rule = {day for year in years for day in bank_holidays_by_rule(year)}
        self._bank_holidays = frozenset((by_rule - set(self.removed)) | set(self.added))
        self.known_on = known_on

    def covers(self, day: date) -> bool:
        """Return whether the bank holidays around ``day`` are known."""
        return FIRST_DAY <= day <= LAST_DAY

    def bank_holidays(self, year: int) -> tuple[date, ...]:
        """Return the bank holidays and further days off of a year, in order."""
        return tuple(sorted(day for day in self._bank_holidays if day.year == year))

    def is_working_day(self, day: date) -> bool:
        """Return whether ``day`` is neither on a weekend nor a bank holiday."""
        return day.weekday() < SATURDAY and day not in self._bank_holidays

    def add(self, day: date, working_days: int) -> date:
        """Return the n-th working day after ``day``, or before it when the number is negative.

        The day after ``day`` is the first that can count. Nothing added is ``day`` itself, also
        on a day off.
        """
        step = ONE_DAY if working_days > 0 else -ONE_DAY
        left = abs(working_days)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Return how many working days ``end`` is after ``start``; negative when it is before.

        ``start`` itself does not count and ``end`` does, so ``between(day, add(day, n)) == n``.
        """
        step = 1 if end >= start else -1
        days = range(start.toordinal() + step, end.toordinal() + step, step)
        return step * sum(self.is_working_day(date.fromordinal(day)) for day in days)
