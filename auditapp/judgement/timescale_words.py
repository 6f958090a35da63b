# SPDX-License-Identifier: MPL-2.0
"""Put the result of a timescale into plain English: a sentence or two, and a short badge."""

from datetime import date

from auditapp.i18n import _, ngettext
from auditapp.judgement.day_words import day_words
from auditapp.judgement.timescale_periods import Unit, period_words
from auditapp.judgement.timescale_rules import EventWords
from auditapp.judgement.timescales import (
    IgnoredDate,
    LateUnit,
    TimescaleResult,
    TimescaleState,
    WhyIgnored,
)


def badge(result: TimescaleResult) -> str:
    """Return the result in two to five words, such as "Late by 12 days"."""
    if result.overdue_by:
        return _("Overdue by {time}").format(time=_time(result.overdue_by, result.unit))
    if result.state is TimescaleState.LATE:
        return _("Late by {time}").format(time=_time(result.late_by, result.unit))
    if result.state is TimescaleState.DUE and result.due_in:
        return _("Due in {time}").format(time=_time(result.due_in, result.unit))
    return {
        TimescaleState.MET: _("Met"),
        TimescaleState.DUE: _("Due today"),
        TimescaleState.NO_DATE: _("No date on file"),
    }.get(result.state, _("Not applicable"))


def sentence(result: TimescaleResult) -> str:
    """Return the result in full, with the dates that were left out."""
    parts = [_judgement(result)]
    if result.ignored:
        listed = "; ".join(_ignored_words(each) for each in result.ignored)
        parts.append(_("Left out: {dates}.").format(dates=listed))
    return " ".join(parts)


def _judgement(result: TimescaleResult) -> str:
    if result.reason:
        return result.reason
    if result.event is not None and result.state is not TimescaleState.NO_DATE:
        return _series(result, result.event)
    if result.due_on is None:
        return _("No date on file.")
    return _single(result, result.due_on)


def _single(result: TimescaleResult, due: date) -> str:
    if result.last is None:
        return _("Not on file; it {due}.").format(due=_due_words(result, due))
    if result.late_by:
        return _("Done on {day}, {time} late; it was due by {due}.").format(
            day=day_words(result.last),
            time=_time(result.late_by, result.unit),
            due=day_words(due),
        )
    return _("Done on {day}, in time; it was due by {due}.").format(
        day=day_words(result.last), due=day_words(due)
    )


def _empty_series(result: TimescaleResult, event: EventWords) -> str:
    if result.due_on is not None:
        due = _due_words(result, result.due_on)
        return _("No {event} on file; one {due}.").format(event=event.one, due=due)
    if result.has_ended:
        words = _("No {event} on file; none was overdue at the end on {end}.")
    else:
        words = _("No {event} on file; none is due before the end on {end}.")
    return words.format(event=event.one, end=_end_words(result))


def _series(result: TimescaleResult, event: EventWords) -> str:
    if result.last is None:
        return _empty_series(result, event)
    parts = [_how_many_late(result, event)]
    if result.longest_gap:
        parts.append(_("longest gap {time}").format(time=_time(result.longest_gap, LateUnit.DAYS)))
    parts.append(_("last {event} {day}").format(event=event.one, day=day_words(result.last)))
    parts.append(_next_words(result))
    text = "; ".join(filter(None, parts))
    return f"{text[0].upper()}{text[1:]}."


def _next_words(result: TimescaleResult) -> str:
    """Return when the next of a series is due, or that none is because of its end."""
    if result.due_on is not None:
        return _("the next {due}").format(due=_due_words(result, result.due_on))
    if result.has_ended:
        words = _("nothing was overdue at the end on {end}")
    else:
        words = _("nothing more is due before the end on {end}")
    return words.format(end=_end_words(result))


def _end_words(result: TimescaleResult) -> str:
    return "" if result.ends_on is None else day_words(result.ends_on)


def _how_many_late(result: TimescaleResult, event: EventWords) -> str:
    """Return how many of the events on file were late, or nothing when none could be judged."""
    on_file = [step for step in result.steps if step.happened is not None]
    late = [step.late_by for step in on_file if step.late_by]
    judged = sum(step.due is not None for step in on_file)
    if not judged:
        return ""
    if not late:
        return _none_late(len(on_file), event, are_all_judged=judged == len(on_file))
    sentences = ngettext(
        "{late} of {all} {events} was late, by {time}",
        "{late} of {all} {events} were late, the worst by {time}",
        len(late),
    )
    return sentences.format(
        late=len(late),
        all=len(on_file),
        events=_name(len(on_file), event),
        time=_time(max(late), result.unit),
    )


def _none_late(count: int, event: EventWords, *, are_all_judged: bool) -> str:
    if are_all_judged:
        text = ngettext("{count} {events}, in time", "{count} {events}, all in time", count)
    else:
        text = _("{count} {events}, none late")
    return text.format(count=count, events=_name(count, event))


def _name(count: int, event: EventWords) -> str:
    return event.one if count == 1 else event.many


def _due_words(result: TimescaleResult, due: date) -> str:
    if result.overdue_by:
        return _("was due on {day} and is {time} overdue").format(
            day=day_words(due), time=_time(result.overdue_by, result.unit)
        )
    if result.has_ended:
        words = _("was due on {day}, {time} before the end on {end}, and is not on file")
        late_by = result.steps[-1].late_by
        return words.format(
            day=day_words(due), time=_time(late_by, result.unit), end=_end_words(result)
        )
    return _("is due on {day}").format(day=day_words(due))


def _ignored_words(ignored: IgnoredDate) -> str:
    why = {
        WhyIgnored.BEFORE_START: _("before the start"),
        WhyIgnored.AFTER_END: _("after the end"),
        WhyIgnored.AFTER_AS_OF: _("after the period looked at"),
        WhyIgnored.OUTSIDE_CALENDAR: _("not a date that can be meant"),
    }
    return f"{day_words(ignored.day)} ({why[ignored.why]})"


def _time(number: int, unit: LateUnit) -> str:
    is_working = unit is LateUnit.WORKING_DAYS
    return period_words(number, Unit.WORKING_DAYS if is_working else Unit.DAYS)
