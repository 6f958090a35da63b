# SPDX-License-Identifier: MPL-2.0
"""Invent the days of a case: when things began, and when what had to follow was done.

What follows is set by the very timescale rules that it is judged by afterwards, so that lateness is
as the sample wants it: rare in good work, common in poor work, and in summer.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from auditapp.checklist.models import Timescale
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.timescale_clock import Clock
from auditapp.judgement.timescale_periods import Timing
from auditapp.judgement.timescale_rules import EventWords, RuleKind, TimescaleRule
from auditapp.model.front_sheet import FrontSheet
from auditapp.sample.authority import lapses_on

_ONE_DAY: Final = dt.timedelta(days=1)
_MOST_EVENTS: Final = 60
_OFTEN_LATE: Final = 0.12
_LEAST_LATE: Final = 0.02
_MOST_LATE: Final = 0.55
_IN_SUMMER: Final = 0.4
"""The chance that a visit that falls due in summer is late, whatever the work is otherwise."""


@dataclass(frozen=True, slots=True)
class Known:
    """Hold the days and the situation that a timescale counts by, as far as they are answered."""

    start: dt.date | None
    situation: str | None
    changes_on: dt.date | None


def invent_timeline(
    chance: Random, front: FrontSheet, first_read: dt.date
) -> Mapping[str, dt.date]:
    """Return the days on which things began in a case, by the names of ``usual.DAYS``.

    They stay what they are when the file is read again later; the last review does not.
    """

    def ago(least: int, most: int, before: dt.date = first_read) -> dt.date:
        """Return a day so many days before another, at least and at most."""
        return before - _ONE_DAY * chance.randint(least, most)

    care = ago(170, 1100)
    referral = ago(95, 260)
    in_care = (first_read - care).days
    return {
        "care": care,
        "court": care + _ONE_DAY * chance.randint(3, 40),
        "order": care + _ONE_DAY * chance.randint(100, 160),
        "second_review": care + _ONE_DAY * chance.randint(95, 118),
        "placement": ago(20, min(in_care, 700)),
        "plan": ago(75, 420),
        "worker": ago(60, 500),
        "sixteen": ago(120, 600),
        "referral": referral,
        "told": referral + _ONE_DAY * chance.randint(0, 4),
        "ceremony": ago(90, 200),
        "last_review": ago(25, 120, front.period_to),
    }


def recent_day(chance: Random, front: FrontSheet) -> dt.date:
    """Return a day of the last weeks."""
    return front.period_to - _ONE_DAY * chance.randint(2, 30)


def are_visits(event: EventWords | None) -> bool:
    """Tell whether the events of a rule are visits to a child, which lapse in summer."""
    return event is not None and event.one == "visit"


class Pace:
    """Set the days of what had to follow in one case, by a rule and by how good the work is."""

    def __init__(self, chance: Random, front: FrontSheet, standards: Standards) -> None:
        self._chance = chance
        self._front = front
        self._standards = standards

    def rule_of(self, timescale: Timescale) -> TimescaleRule | None:
        """Return the rule of a timescale with the council's own number."""
        rule = self._standards.rules.get(timescale.rule)
        number = None if rule is None else self._standards.local.number(rule)
        return rule if rule is None or number is None else rule.with_number(number)

    def one_event(self, rule: TimescaleRule, known: Known, standing: float) -> dt.date | None:
        """Return when the one event of a rule happened; None if it has not."""
        timing = rule.timing(known.situation)
        if timing is None or known.start is None or rule.kind is not RuleKind.SINGLE:
            return None
        clock = self._clock(timing, known)
        due = clock.moved(known.start, timing.regular, -1 if rule.counts_back else 1)
        span = abs((due - known.start).days)
        if self._is_late(standing):
            happened = due + _ONE_DAY * self._chance.randint(1, max(2, min(span, 40)))
        elif rule.counts_back:
            happened = due - _ONE_DAY * self._chance.randint(0, 3)
        else:
            happened = due - _ONE_DAY * self._chance.randint(0, span // 2)
        return happened if happened <= self._front.period_to else None

    def series(self, rule: TimescaleRule, known: Known, standing: float) -> list[dt.date]:
        """Return when the events of a series happened, the oldest first."""
        timing = rule.timing(known.situation)
        if timing is None or rule.kind is not RuleKind.SERIES:
            return []
        clock = self._clock(timing, known)
        dates, previous = self._beginning(known.start)
        while len(dates) < _MOST_EVENTS:
            due = clock.next_due(previous, len(dates) if previous == known.start else None)
            interval = max(1, (due - previous).days)
            if self._lapses(rule, due) or self._is_late(standing):
                day = due + _ONE_DAY * self._chance.randint(1, max(2, interval // 2))
            else:
                day = due - _ONE_DAY * self._chance.randint(0, interval // 4)
            if day > self._front.period_to:
                break
            previous = max(day, previous + _ONE_DAY)
            dates.append(previous)
        return dates

    def _beginning(self, start: dt.date | None) -> tuple[list[dt.date], dt.date]:
        """Return the first date of a series, if one lies before the period, and what it is from."""
        first = self._front.period_from
        if start is not None and start >= first:
            return [], start
        eve = first - _ONE_DAY * self._chance.randint(1, 12)
        eve = eve if start is None else max(eve, start + _ONE_DAY)
        return [eve], eve

    def _lapses(self, rule: TimescaleRule, due: dt.date) -> bool:
        is_summer = are_visits(rule.event) and lapses_on(due)
        return is_summer and self._chance.random() < _IN_SUMMER

    def _is_late(self, standing: float) -> bool:
        share = min(_MOST_LATE, max(_LEAST_LATE, _OFTEN_LATE - 0.09 * standing))
        return self._chance.random() < share

    def _clock(self, timing: Timing, known: Known) -> Clock:
        return Clock(
            timing,
            self._standards.calendar,
            as_of=self._front.period_to,
            start=known.start,
            changes_on=known.changes_on,
            period_from=self._front.period_from,
        )
