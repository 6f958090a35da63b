# SPDX-License-Identifier: MPL-2.0
"""Judge dates by a timescale rule: met, late and by how much, or due when.

How days are counted and intervals follow each other is in ``timescale_clock``.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from auditapp.i18n import _
from auditapp.judgement.local_standards import AS_SHIPPED, LocalStandards
from auditapp.judgement.timescale_clock import Clock
from auditapp.judgement.timescale_rules import EventWords, RuleKind, TimescaleRule
from auditapp.judgement.working_days import WorkingDays
from auditapp.model.ids import RuleId

__all__ = [
    "AS_SHIPPED",
    "IgnoredDate",
    "LateUnit",
    "LocalStandards",
    "Step",
    "TimescaleInputs",
    "TimescaleResult",
    "TimescaleState",
    "WhyIgnored",
    "judge",
]


class TimescaleState(StrEnum):
    """Say what a rule found."""

    MET = "met"
    LATE = "late"
    DUE = "due"
    NO_DATE = "no_date"
    NOT_APPLICABLE = "not_applicable"


class LateUnit(StrEnum):
    """Name what lateness is counted in; both are also the words to show."""

    DAYS = "days"
    WORKING_DAYS = "working days"


class WhyIgnored(StrEnum):
    """Say why a date was left out of the judgement."""

    BEFORE_START = "before_start"
    AFTER_END = "after_end"
    AFTER_AS_OF = "after_as_of"
    OUTSIDE_CALENDAR = "outside_calendar"


@dataclass(frozen=True, slots=True)
class TimescaleInputs:
    """Hold what a rule is applied to.

    ``dates`` are the events in any order, ``as_of`` is the day on which the result holds,
    ``changes_on`` the day of the change that the rule or situation speaks of, ``period_from`` the
    first day of the period looked at, when earlier events are not expected to be entered, and
    ``ends_on`` the last day of a series, such as that of the plan under which visits are made.
    """

    start: date | None
    dates: tuple[date, ...]
    as_of: date
    situation: str | None = None
    changes_on: date | None = None
    period_from: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Set the day by which an event was due beside the day on which it happened.

    ``due`` is ``None`` for an event that cannot be judged, ``happened`` for one still to come.
    ``late_by`` counts in the unit of the result; for one still to come, until ``as_of`` or, when
    the series has ended by then, until its end.
    """

    due: date | None
    happened: date | None
    late_by: int


@dataclass(frozen=True, slots=True)
class IgnoredDate:
    """Name a date that was left out, and why."""

    day: date
    why: WhyIgnored


@dataclass(frozen=True, slots=True)
class TimescaleResult:
    """Hold what a rule found. ``late_by``, ``overdue_by`` and ``due_in`` count in ``unit``.

    ``late_by`` is the worst lateness, with what is overdue now. ``longest_gap`` is in days, and
    the time since the last event, up to the end of the series, is one. ``due_on`` is the day by
    which the one event is due, or the next of a series (``next_due``). Once that has ended nothing
    is due, and ``due_on`` is the day by which something was and did not happen. ``reason`` says
    why nothing was judged.
    """

    rule_id: RuleId
    state: TimescaleState
    unit: LateUnit = LateUnit.DAYS
    limit_words: str = ""
    event: EventWords | None = None
    local_number_used: bool = False
    late_by: int = 0
    overdue_by: int = 0
    due_in: int | None = None
    due_on: date | None = None
    steps: tuple[Step, ...] = ()
    longest_gap: int | None = None
    number_late: int = 0
    last: date | None = None
    next_due: date | None = None
    ends_on: date | None = None
    has_ended: bool = False
    ignored: tuple[IgnoredDate, ...] = ()
    reason: str = ""


def judge(
    rule: TimescaleRule,
    inputs: TimescaleInputs,
    calendar: WorkingDays,
    local: LocalStandards = AS_SHIPPED,
) -> TimescaleResult:
    """Apply ``rule`` to the dates in ``inputs``, with the council's own choices in ``local``."""
    number = local.number(rule)
    rule = rule if number is None else rule.with_number(number)
    timing = rule.timing(inputs.situation)
    blank = TimescaleResult(rule.id, TimescaleState.NOT_APPLICABLE, event=rule.event)
    if not local.is_on(rule):
        return replace(blank, reason=_("This timescale is switched off in the settings."))
    if timing is None:
        return replace(blank, reason=_("Choose {what}.").format(what=rule.choose))
    blank = replace(
        blank,
        unit=LateUnit.WORKING_DAYS if timing.in_working_days else LateUnit.DAYS,
        limit_words=rule.limit_words(timing),
        local_number_used=number is not None,
    )
    clock = Clock(
        timing,
        calendar,
        as_of=inputs.as_of,
        start=_covered(inputs.start, calendar),
        changes_on=inputs.changes_on,
        period_from=_covered(inputs.period_from, calendar),
        ends_on=_covered(inputs.ends_on, calendar) if rule.kind is RuleKind.SERIES else None,
    )
    dates, ignored = _usable_dates(rule, clock, inputs.dates)
    blank = replace(blank, ignored=ignored)
    if rule.kind is RuleKind.SINGLE:
        return _judge_single(rule, clock, dates, blank)
    return _judge_series(clock, dates, blank)


def _covered(day: date | None, calendar: WorkingDays) -> date | None:
    """Return ``day`` unless it is a slip of the finger, far outside the calendar."""
    return day if day is not None and calendar.covers(day) else None


def _usable_dates(
    rule: TimescaleRule, clock: Clock, dates: tuple[date, ...]
) -> tuple[tuple[date, ...], tuple[IgnoredDate, ...]]:
    """Return the dates that count, in order and once each, and the others with the reason."""
    earliest = None if rule.early_counts or rule.counts_back else clock.start
    usable, ignored = [], []
    for day in sorted(set(dates)):
        if not clock.calendar.covers(day):
            ignored.append(IgnoredDate(day, WhyIgnored.OUTSIDE_CALENDAR))
        elif day > clock.as_of:
            ignored.append(IgnoredDate(day, WhyIgnored.AFTER_AS_OF))
        elif clock.ends_on is not None and day > clock.ends_on:
            ignored.append(IgnoredDate(day, WhyIgnored.AFTER_END))
        elif earliest is not None and day < earliest:
            ignored.append(IgnoredDate(day, WhyIgnored.BEFORE_START))
        else:
            usable.append(day)
    return tuple(usable), tuple(ignored)


def _judge_single(
    rule: TimescaleRule, clock: Clock, dates: tuple[date, ...], blank: TimescaleResult
) -> TimescaleResult:
    happened = dates[0] if dates else None
    if clock.start is None:
        reason = _("The date that it counts from is not on file: {what}.")
        return replace(
            blank,
            state=TimescaleState.NO_DATE,
            last=happened,
            reason=reason.format(what=rule.starts_from),
        )
    due = clock.moved(clock.start, clock.timing.regular, -1 if rule.counts_back else 1)
    late_by = clock.late_by(due, happened)
    not_late = TimescaleState.DUE if happened is None else TimescaleState.MET
    return replace(
        blank,
        state=TimescaleState.LATE if late_by else not_late,
        late_by=late_by,
        overdue_by=late_by if happened is None else 0,
        due_in=clock.due_in(due) if happened is None else None,
        due_on=due,
        steps=(Step(due, happened, late_by),),
        number_late=int(late_by > 0),
        last=happened,
    )


def _judge_series(clock: Clock, dates: tuple[date, ...], blank: TimescaleResult) -> TimescaleResult:
    blank = replace(blank, ends_on=clock.ends_on, has_ended=clock.has_ended)
    if clock.start is not None and clock.ends_on is not None and clock.ends_on < clock.start:
        reason = _(
            "The end lies before the start, so nothing was judged. Correct one of the dates."
        )
        return replace(blank, reason=reason)
    baseline, is_start = clock.baseline(dates)
    previous = dates[-1] if dates else baseline
    if previous is None:
        return replace(blank, state=TimescaleState.NO_DATE)
    steps = _steps(clock, dates, baseline, is_start=is_start)
    found = replace(
        blank,
        state=TimescaleState.MET if dates else TimescaleState.NOT_APPLICABLE,
        longest_gap=_longest_gap(baseline, dates, clock.until),
        last=dates[-1] if dates else None,
    )
    due = clock.next_due(previous, len(dates) if is_start else None)
    if not clock.ends_before(due):
        steps = (*steps, Step(due, None, clock.late_by(due, None)))
        found = _with_next(clock, found, steps[-1], due)
    late_by = max((step.late_by for step in steps), default=0)
    return replace(
        found,
        state=TimescaleState.LATE if late_by else found.state,
        late_by=late_by,
        steps=steps,
        number_late=sum(step.late_by > 0 for step in steps),
    )


def _with_next(clock: Clock, found: TimescaleResult, step: Step, due: date) -> TimescaleResult:
    """Return what was found with the event that is due next, or was when the series ended."""
    if clock.has_ended:
        return replace(found, due_on=due)
    return replace(
        found,
        state=found.state if found.last else TimescaleState.DUE,
        overdue_by=step.late_by,
        due_in=clock.due_in(due),
        due_on=due,
        next_due=due,
    )


def _steps(
    clock: Clock, dates: tuple[date, ...], baseline: date | None, *, is_start: bool
) -> tuple[Step, ...]:
    """Return each event with the day by which it was due."""
    steps = []
    previous = baseline
    for position, day in enumerate(dates):
        if previous is None:
            steps.append(Step(None, day, 0))
        else:
            due = clock.next_due(previous, position if is_start else None)
            steps.append(Step(due, day, clock.late_by(due, day)))
        previous = day
    return tuple(steps)


def _longest_gap(baseline: date | None, dates: tuple[date, ...], until: date) -> int | None:
    days = sorted({day for day in (baseline, *dates, until) if day is not None and day <= until})
    return max(((later - earlier).days for earlier, later in pairwise(days)), default=None)
