# SPDX-License-Identifier: MPL-2.0
"""Put the parts of an audit into the words in which a report shows them."""

import datetime as dt

from auditapp.checklist.models import Checklist, Question, QuestionKind
from auditapp.i18n import _
from auditapp.judgement.timescale_words import day_words
from auditapp.model.answer import Answer, Evidence
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AnswerId, QuestionKey
from auditapp.model.labels import label
from auditapp.report.blocks import Badge, Detail, Tone

SUNDAY = 6
HOUR = dt.timedelta(hours=1)


def uk_time(at: dt.datetime) -> dt.datetime:
    """Return an aware time as clocks in the United Kingdom show it.

    Summer time runs from the last Sunday in March to the last in October, from 01:00 UTC (Summer
    Time Order 2002, regulation 3). It is worked out here because Windows has no table of zones.
    """
    utc = at.astimezone(dt.UTC)
    begins, ends = (_last_sunday(utc.year, month) for month in (3, 10))
    return utc + HOUR if begins <= utc < ends else utc


def moment_words(at: dt.datetime) -> str:
    """Return a time as "21 November 2026 at 09:30"."""
    local = uk_time(at)
    return _("{day} at {time}").format(day=day_words(local.date()), time=f"{local:%H:%M}")


def date_words(text: str) -> str:
    """Return an ISO date as "4 May 2026", and anything else as it is."""
    try:
        return day_words(dt.date.fromisoformat(text))
    except ValueError:
        return text


def grade_badge(band: GradeBand) -> Badge:
    """Return a grade as a badge in its colour."""
    return Badge(label(band), Tone(band.value))


def value_texts(checklist: Checklist, question: Question, answer: Answer) -> tuple[str, ...]:
    """Return the value of an answer in the words of the checklist, one text for each part."""
    value = answer.value
    if value is None:
        return ()
    parts = value if isinstance(value, tuple) else (value,)
    if question.kind in (QuestionKind.DATE, QuestionKind.DATES):
        return tuple(date_words(str(part)) for part in parts)
    if question.kind is QuestionKind.NUMBER:
        return tuple(f"{part} {question.unit or ''}".rstrip() for part in parts)
    offered = checklist.answer_texts(question.id)
    return tuple(offered.get(AnswerId(str(part)), str(part)) for part in parts)


def evidence_words(evidence: Evidence) -> str:
    """Return where something stands on the file, in one line."""
    day = day_words(evidence.date) if evidence.date else ""
    return ", ".join(filter(None, (evidence.document, day, evidence.place)))


def record_details(answer: Answer) -> tuple[Detail, ...]:
    """Return everything that is recorded with an answer beside its value."""
    changed = ""
    if answer.changed_at:
        changed = moment_words(answer.changed_at)
    if answer.changed_by:
        changed = ", ".join(filter(None, (changed, answer.changed_by)))
    return filled(
        Detail(_("Not applicable because"), (answer.reason,)),
        Detail(_("Note"), (answer.note,)),
        Detail(_("Evidence"), tuple(evidence_words(each) for each in answer.evidence)),
        Detail(_("Cause"), (label(answer.cause) if answer.cause else "",)),
        Detail(_("Reason late"), (answer.late_reason,)),
        Detail(_("Last changed"), (changed,)),
    )


def filled(*details: Detail) -> tuple[Detail, ...]:
    """Return those of ``details`` that say something."""
    return tuple(each for each in details if any(text.strip() for text in each.texts))


def fallback_name(key: QuestionKey) -> str:
    """Return what to call a question that is in none of the checklists."""
    return _("Question {key}").format(key=key)


def _last_sunday(year: int, month: int) -> dt.datetime:
    last = dt.datetime(year, month, 31, 1, tzinfo=dt.UTC)
    return last - dt.timedelta(days=(last.weekday() - SUNDAY) % 7)
