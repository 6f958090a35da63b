# SPDX-License-Identifier: MPL-2.0
"""Model lengths of time, and how they follow each other in a timescale."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from auditapp.checklist.field_types import LONGEST_LIMIT, Text, refusal
from auditapp.i18n import _, ngettext
from auditapp.model.frozen import Frozen

LimitNumber = Annotated[int, Field(strict=True, ge=0, le=LONGEST_LIMIT)]


class Unit(StrEnum):
    """Name what a limit is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


class Period(Frozen):
    """Hold a length of time; in the file it is one key, as in ``{weeks: 6}``."""

    unit: Unit
    number: LimitNumber

    @model_validator(mode="before")
    @classmethod
    def _from_one_key(cls, value: object) -> object:
        if not isinstance(value, Mapping) or set(value) == {"unit", "number"}:
            return value
        if len(value) != 1 or not set(value) <= set(Unit):
            raise refusal(
                _("This is not a length of time."),
                _("Write one of days, working_days, weeks or months, as in {weeks: 6}."),
            )
        return {"unit": next(iter(value)), "number": next(iter(value.values()))}

    def words(self) -> str:
        """Return the period as people say it: "6 weeks"."""
        if self.number == 0:
            return _("the same day")
        return period_words(self.number, self.unit)


def period_words(number: int, unit: Unit) -> str:
    """Return a number of days, working days, weeks or months as people say it."""
    words = {
        Unit.DAYS: ngettext("{number} day", "{number} days", number),
        Unit.WORKING_DAYS: ngettext("{number} working day", "{number} working days", number),
        Unit.WEEKS: ngettext("{number} week", "{number} weeks", number),
        Unit.MONTHS: ngettext("{number} month", "{number} months", number),
    }
    return words[unit].format(number=number)


class Change(Frozen):
    """Put another interval in force: ``after`` a time from the start, or ``on`` a certain day.

    ``on`` says in words which day it is ("the first review"); the auditor gives the date.
    """

    after: Period | None = None
    on: Text | None = None
    every: Period

    @model_validator(mode="after")
    def _comes_once(self) -> Self:
        if (self.after is None) == (self.on is None):
            raise refusal(
                _("A change needs to say when it comes."),
                _("Write either after, with a length of time, or on, with the day in words."),
            )
        return self

    def words(self) -> str:
        """Return the change as people say it: "3 months after the first 12 months"."""
        if self.after is None:
            return _("{period} from {day} on").format(period=self.every.words(), day=self.on)
        return _("{period} after the first {time}").format(
            period=self.every.words(), time=self.after.words()
        )


class Timing(Frozen):
    """Hold the limits that a rule, or one situation of it, sets."""

    limit: Period | None = None
    first: Period | None = None
    steps: tuple[Period, ...] = ()
    every: Period | None = None
    changes: tuple[Change, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return every length of time that is named, in order."""
        ordered = (self.limit, self.first, *self.steps, self.every)
        named = tuple(period for period in ordered if period is not None)
        return (*named, *(change.every for change in self.changes))

    @property
    def regular(self) -> Period:
        """Return the limit of a single event, or the interval between the events of a series."""
        period = self.limit or self.every
        if period is None:
            raise ValueError("only a rule whose limits are in its situations is without one")
        return period

    @property
    def opening(self) -> tuple[Period, ...]:
        """Return the intervals at the beginning of a series, before the regular one."""
        return self.steps if self.first is None else (self.first, *self.steps)

    @property
    def in_working_days(self) -> bool:
        """Return whether lateness is counted in working days: all the limits are."""
        return all(period.unit is Unit.WORKING_DAYS for period in self.periods)

    def words(self) -> str:
        """Return the limits as people say them: "1 week, then 6 weeks"."""
        ordered = (self.limit, self.first, *self.steps, self.every)
        named = [period.words() for period in ordered if period is not None]
        if self.first == self.every and not self.steps:
            named = named[-1:]
        return _(", then ").join((*named, *(change.words() for change in self.changes)))
