# SPDX-License-Identifier: MPL-2.0
"""Let time pass as it does for an auditor at work: in office hours, with breaks."""

import datetime as dt
from random import Random
from typing import Final

from auditapp.judgement.working_days import SATURDAY

_OPENS: Final = 9
_CLOSES: Final = 17
_ONE_DAY: Final = dt.timedelta(days=1)


class OfficeHours:
    """Tell the time in one audit; it moves on with each thing that is done."""

    def __init__(self, chance: Random, day: dt.date) -> None:
        start = dt.time(_OPENS, chance.randrange(60), chance.randrange(60), tzinfo=dt.UTC)
        self._chance = chance
        self.now = dt.datetime.combine(day, start)

    def after(self, least: int, most: int) -> dt.datetime:
        """Let so many seconds of work pass, and return the time."""
        self.now += dt.timedelta(seconds=self._chance.randint(least, most))
        if self.now.hour >= _CLOSES:
            self.next_day()
        return self.now

    def next_day(self) -> dt.datetime:
        """Go on in the morning of the next working day."""
        day = self.now.date() + _ONE_DAY
        while day.weekday() >= SATURDAY:
            day += _ONE_DAY
        morning = dt.time(_OPENS, self._chance.randrange(60), tzinfo=dt.UTC)
        self.now = dt.datetime.combine(day, morning)
        return self.now
