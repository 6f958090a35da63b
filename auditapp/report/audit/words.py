# SPDX-License-Identifier: MPL-2.0
"""Put the parts of an audit into the words in which a report shows them."""

from auditapp.checklist.models import Checklist, Question, QuestionKind
from auditapp.i18n import _
from auditapp.judgement.day_words import date_words
from auditapp.judgement.evidence_words import evidence_words
from auditapp.judgement.timescale_periods import Unit, period_words
from auditapp.judgement.timescales import LateUnit, TimescaleResult
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.answer import Answer
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AnswerId
from auditapp.model.labels import label
from auditapp.report.audit.stamps import Stamp
from auditapp.report.blocks import Badge, Detail, DetailKind, Noted, Tone


def grade_badge(band: GradeBand) -> Badge:
    """Return a grade as a badge in its colour."""
    return Badge(label(band), Tone(band.value))


def agreed_reason(agreed: AgreedGrade) -> Noted:
    """Return why a grade was agreed on, and below it who recorded that, and when."""
    stamp = Stamp(agreed.by, agreed.at)
    return Noted(agreed.reason, (_("Recorded by {stamp}.").format(stamp=stamp.words),))


def value_texts(
    checklist: Checklist,
    question: Question,
    answer: Answer,
    result: TimescaleResult | None = None,
) -> tuple[str, ...]:
    """Return the value of an answer in the words of the checklist, one text for each part.

    Where ``result`` says that an event was late, its date says so too.
    """
    if answer.value is None:
        return ()
    parts = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    if question.kind in (QuestionKind.DATE, QuestionKind.DATES):
        late = _late_words(result) if result else {}
        return tuple(date_words(str(part)) + late.get(str(part), "") for part in parts)
    if question.kind is QuestionKind.NUMBER:
        return tuple(f"{part} {question.unit or ''}".rstrip() for part in parts)
    offered = checklist.answer_texts(question.id)
    return tuple(offered.get(AnswerId(str(part)), str(part)) for part in parts)


def plain_texts(answer: Answer) -> tuple[str, ...]:
    """Return the value of an answer as it is stored, for a question that cannot be found."""
    parts = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return tuple(str(part) for part in parts if part is not None)


def without_value(answer: Answer) -> Badge | None:
    """Return what stands in place of a value, or None when there is a value."""
    if answer.not_applicable:
        return Badge(_("Not applicable"))
    if answer.none_on_file:
        return Badge(_("No date on file"), Tone.COULD_NOT_FIND)
    return None if answer.is_given else Badge(_("Not answered"))


def record_details(answer: Answer, checklist: Checklist | None) -> tuple[Detail, ...]:
    """Return what is recorded with an answer beside its value.

    Args:
        answer: the answer.
        checklist: what asked the question, for the names in it; None when it cannot be found.
    """
    agencies = checklist.agency_texts(answer.agencies) if checklist else answer.agencies
    evidence = "; ".join(evidence_words(each) for each in answer.evidence)
    return filled(
        Detail(_("Reason"), (answer.reason,)),
        Detail(_("Note"), (answer.note,)),
        Detail(_("Evidence"), (evidence,), DetailKind.FACT),
        Detail(_("Cause"), (label(answer.cause) if answer.cause else "",), DetailKind.FACT),
        Detail(_("Agencies"), ("; ".join(agencies),), DetailKind.FACT),
        Detail(_("Why late"), (answer.late_reason,)),
    )


def filled(*details: Detail) -> tuple[Detail, ...]:
    """Return those of ``details`` that say something."""
    return tuple(each for each in details if any(text.strip() for text in each.texts))


def _late_words(result: TimescaleResult) -> dict[str, str]:
    """Return what to say of each late event, by its ISO date."""
    unit = Unit.WORKING_DAYS if result.unit is LateUnit.WORKING_DAYS else Unit.DAYS
    return {
        step.happened.isoformat(): _(" ({time} late)").format(time=period_words(step.late_by, unit))
        for step in result.steps
        if step.happened and step.late_by
    }
