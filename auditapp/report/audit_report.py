# SPDX-License-Identifier: MPL-2.0
"""Say everything that an audit holds: the full report of one case file.

Every field of the audit that is not empty is in it, so that nobody has to ask what was left out.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditapp.i18n import _, ngettext
from auditapp.judgement.outline import Outline
from auditapp.judgement.timescale_words import day_words
from auditapp.model.audit import Audit
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback
from auditapp.model.history import START, HistoryEntry
from auditapp.model.labels import label
from auditapp.model.tables import content_hash
from auditapp.report.audit_answers import AnswerPart
from auditapp.report.audit_grades import GradePart
from auditapp.report.audit_words import filled, moment_words
from auditapp.report.blocks import (
    Badge,
    Block,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Detail,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    QuestionBlock,
    ReportDocument,
    Table,
    TextTone,
    Tone,
)

ACTION_TONES = {
    ActionStatus.OPEN: Tone.PARTLY_MET,
    ActionStatus.DONE: Tone.GOOD,
    ActionStatus.VERIFIED: Tone.MET,
    ActionStatus.DROPPED: Tone.NEUTRAL,
}
SHORT_HASH = 12
"""Digits of a hash in the footer; all of them stand under the sign-off."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Hold what a report needs to know beyond the audit."""

    marking: str
    organisation: str = ""


def audit_report(
    outline: Outline, history: Sequence[HistoryEntry], options: ReportOptions
) -> ReportDocument:
    """Return the full report of the audit in ``outline``.

    It speaks of the time of the sign-off or, in a draft, of the last change, so that the same
    audit gives the same report whenever it is printed.
    """
    audit = outline.audit
    title = _("Case file audit report")
    digest = _digest(audit, history)
    return ReportDocument(
        title=title,
        subtitle=", ".join(filter(None, (audit.front.case_reference, label(audit.status)))),
        marking=options.marking,
        language="en-GB",
        reference=audit.front.case_reference,
        running_title=f"{title}   {audit.front.case_reference}",
        running_right=_checklists(audit),
        footer_left=_footer(audit, digest),
        blocks=tuple(_blocks(outline, history, digest)),
        content_hash=digest,
        created_at=_spoken_of(audit, history),
        author=options.organisation or audit.front.auditor,
    )


def _blocks(outline: Outline, history: Sequence[HistoryEntry], digest: str) -> Iterator[Block]:
    audit = outline.audit
    answers, grades = AnswerPart(outline), GradePart(outline)
    for concern in sorted(audit.concerns.values(), key=lambda each: each.found_at):
        yield _concern(concern, answers.question_name(concern.question))
    yield _front(audit)
    yield from grades.overall()
    yield from grades.sections()
    yield from grades.picture()
    yield from _actions(audit, answers)
    yield from answers.timescales()
    yield from answers.questions()
    yield from _feedback(audit)
    yield from answers.hidden()
    yield from answers.set_aside()
    yield from _sign_off(audit, history, digest)


def _concern(concern: Concern, question: str) -> Callout:
    found = _("Found on {when}").format(when=moment_words(concern.found_at))
    if concern.raised_by:
        found = _("{found} by {who}").format(found=found, who=concern.raised_by)
    told_at = moment_words(concern.told_at) if concern.told_at else ""
    told = ", ".join(filter(None, (concern.told_whom, told_at)))
    closed = moment_words(concern.closed_at) if concern.closed_at else ""
    lines = (
        ("", concern.what),
        ("", f"{found}."),
        (_("Question"), question),
        (_("Told"), told),
        (_("Response"), concern.response),
        (_("Closed"), closed),
    )
    said = (f"{name}: {text}" if name else text for name, text in lines if text)
    if concern.is_open:
        return Callout(CalloutTone.DANGER, _("Immediate concern, still open"), tuple(said))
    return Callout(CalloutTone.WARN, _("Immediate concern, closed"), tuple(said))


def _front(audit: Audit) -> Facts:
    front = audit.front
    period = _("{start} to {end}").format(
        start=day_words(front.period_from), end=day_words(front.period_to)
    )
    pairs = (
        (_("Case reference"), front.case_reference),
        (_("Auditor"), front.auditor),
        (_("Period looked at"), period),
        (_("Judged from"), day_words(front.judged_from)),
        (_("Age"), label(front.age_band) if front.age_band else ""),
        (_("Legal status"), label(front.legal_status) if front.legal_status else ""),
        (_("Groups"), "; ".join(label(cohort) for cohort in front.cohorts)),
        (_("Sources used"), "; ".join(label(source) for source in front.sources_used)),
        (_("Team"), front.team),
        (_("Worker code"), front.worker_code),
        (_("Worker’s caseload"), _number(front.caseload)),
        (_("Workers in 12 months"), _number(front.workers_in_12_months)),
        (_("Checklists"), "; ".join(pin.title for pin in audit.checklists)),
        (_("Independent audit"), _("Yes") if front.is_independent else ""),
        (_("Audit started"), moment_words(audit.created_at)),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


def _actions(audit: Audit, answers: AnswerPart) -> Iterator[Block]:
    yield Heading(1, _("Actions"))
    if not audit.actions:
        yield Paragraph(_("No action was set."))
    for number, action in enumerate(audit.actions.values(), start=1):
        yield _action(number, action, answers.question_name(action.question))


def _action(number: int, action: Action, question: str) -> QuestionBlock:
    details = filled(
        Detail(_("Owner"), (action.owner_role,)),
        Detail(_("Due"), (day_words(action.due) if action.due else "",)),
        Detail(_("How we will know"), (action.how_we_will_know,)),
        Detail(_("Question"), (question,)),
        Detail(_("Evidence it is done"), (action.completion_evidence,)),
        Detail(_("Verified by"), (action.verified_by,)),
        Detail(_("Dropped because"), (action.dropped_reason,)),
        Detail(_("Set on"), (moment_words(action.created_at),)),
    )
    status = Badge(label(action.status), ACTION_TONES[action.status])
    return QuestionBlock(str(number), action.what, status, details)


def _feedback(audit: Audit) -> Iterator[Block]:
    if not audit.feedback:
        return
    yield Heading(1, _("What people said"))
    for person, feedback in audit.feedback.items():
        details = filled(
            Detail(_("What they said"), (feedback.said,)),
            Detail(_("How asked"), (feedback.how,)),
            Detail(_("Why not asked"), (feedback.why_not,)),
        )
        yield QuestionBlock("", label(person), _asked(feedback), details)


def _asked(feedback: Feedback) -> Badge:
    if feedback.asked is None:
        return Badge(_("Not recorded"))
    return Badge(_("Asked"), Tone.MET) if feedback.asked else Badge(_("Not asked"))


def _sign_off(audit: Audit, history: Sequence[HistoryEntry], digest: str) -> Iterator[Block]:
    signed = audit.sign_off
    pairs = [(_("Status"), label(audit.status))]
    if signed:
        pairs += [(_("Signed off by"), signed.by), (_("Signed off on"), moment_words(signed.at))]
    pairs.append((_("Changes recorded"), str(len(history))))
    yield KeepTogether((Heading(1, _("Sign-off")), Facts(tuple(pairs))))
    columns = (
        Column(_("Checklist"), 30, ColumnKind.ROW_HEAD),
        Column(_("Version"), 12),
        Column(_("SHA-256 of its file"), 58),
    )
    rows = tuple((f"{pin.title} ({pin.id})", pin.version, pin.sha256) for pin in audit.checklists)
    yield Table(columns, rows, _("Checklists used"))
    head = signed.history_head if signed else _head(history)
    lines = (
        _("Audit {id}").format(id=audit.id),
        _("SHA-256 of the audit’s contents: {digest}").format(digest=digest),
        _("SHA-256 of its last recorded change: {digest}").format(digest=head),
    )
    yield Paragraph("\n".join(lines), TextTone.MUTED)


def _checklists(audit: Audit) -> str:
    """Return the one checklist in full, or how many there are: the header is one line."""
    pins = audit.checklists
    if len(pins) == 1:
        return _("{title}, version {version}").format(title=pins[0].title, version=pins[0].version)
    return ngettext("{count} checklist", "{count} checklists", len(pins)).format(count=len(pins))


def _footer(audit: Audit, digest: str) -> str:
    pins = ", ".join(pin.sha256[:SHORT_HASH] for pin in audit.checklists)
    return _("{reference}   Checklist {pins}   Audit {digest}").format(
        reference=audit.front.case_reference, pins=pins, digest=digest[:SHORT_HASH]
    )


def _digest(audit: Audit, history: Sequence[HistoryEntry]) -> str:
    if audit.sign_off:
        return audit.sign_off.content_hash
    return content_hash(audit, _head(history))


def _head(history: Sequence[HistoryEntry]) -> str:
    return history[-1].hash if history else START


def _spoken_of(audit: Audit, history: Sequence[HistoryEntry]) -> dt.datetime:
    if audit.sign_off:
        return audit.sign_off.at
    return history[-1].at if history else audit.created_at


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
