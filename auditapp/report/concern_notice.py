# SPDX-License-Identifier: MPL-2.0
"""Tell those who have to act of an immediate concern, on a page of its own for each."""

import datetime as dt
from collections.abc import Iterator

from auditapp.errors import NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.judgement.moment_words import moment_words
from auditapp.model.follow_up import Concern
from auditapp.report.audit_amendments import superseded
from auditapp.report.audit_answers import AnswerPart
from auditapp.report.audit_follow_up import in_order
from auditapp.report.audit_frame import ReportOptions, footer, framed, short_facts
from auditapp.report.blank_blocks import BlankPart, BlankSheet, Lines, NewPart
from auditapp.report.blocks import Block, Callout, CalloutTone, Facts, Heading, Paragraph, TextTone
from auditapp.report.document import ReportDocument

MINUTES_IN_HOUR = 60
HOURS_IN_DAY = 24


def concern_notice(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the notice of the concerns that are still open or, when none is, of all.

    Raises:
        NotAllowedError: The audit has no concern.
    """
    if not state.audit.concerns:
        raise NotAllowedError(
            _("This audit has no immediate concern, so there is nothing to give notice of."),
            _("Raise the concern in the audit first."),
        )
    return framed(state, options, _("Immediate concern notice"), _blocks(state))


def _blocks(state: AuditState) -> Iterator[Block]:
    audit, answers = state.audit, AnswerPart(state.outline)
    every = in_order(audit.concerns)
    shown = [each for each in every if each[1].is_open] or every
    yield from superseded(state)
    for place, (key, concern) in enumerate(shown, start=1):
        if place > 1:
            digest = audit_digest(audit, state.history)
            yield NewPart(footer(_("{reference}   Report {digest}"), audit, digest))
        if len(shown) > 1:
            words = _("Concern {number} of {count}")
            yield Heading(1, words.format(number=place, count=len(shown)))
        yield _worry(concern)
        yield short_facts(audit)
        yield from _course(concern, answers.question_name(concern.question, key))
    closed = len(every) - len(shown)
    if closed:
        words = ngettext(
            "{count} concern of this audit that was closed is not in this notice.",
            "{count} concerns of this audit that were closed are not in this notice.",
            closed,
        )
        yield Paragraph(words.format(count=closed), TextTone.MUTED)


def _worry(concern: Concern) -> Callout:
    if concern.is_open:
        return Callout(CalloutTone.DANGER, _("Still open: act on this today"), (concern.what,))
    return Callout(CalloutTone.WARN, _("Closed"), (concern.what,))


def _course(concern: Concern, question: str) -> Iterator[Block]:
    """Show who found it, who was told, and what was done; leave room for what was not yet."""
    told = concern.told_at
    pairs = (
        (_("Found on"), moment_words(concern.found_at)),
        (_("Found by"), concern.raised_by),
        (_("Who was told"), concern.told_whom),
        (_("Told on"), moment_words(told) if told else ""),
        (_("From finding to telling"), _span_words(told - concern.found_at) if told else ""),
        (_("Closed on"), moment_words(concern.closed_at) if concern.closed_at else ""),
        (_("Question"), question),
    )
    yield Heading(1, _("What happened so far"))
    if not concern.told_whom.strip() and told is None:
        title = _("It is not on record that anybody was told")
        text = _("Tell the team manager and the head of service now, and record whom and when.")
        yield Callout(CalloutTone.DANGER, title, (text,))
    yield Facts(tuple((name, text) for name, text in pairs if text.strip()))
    yield Heading(1, _("Response"))
    if concern.response.strip():
        yield Paragraph(concern.response)
    else:
        yield Paragraph(_("No response is on record yet."), leads_in=concern.is_open)
    if concern.is_open:
        yield from _room_to_answer()
        yield Paragraph(
            _("Type the response into the audit. Until then it cannot be signed off."),
            TextTone.MUTED,
        )


def _room_to_answer() -> Iterator[Block]:
    text = _("How the child was made safe, filled in by whoever acted")
    yield BlankPart(ref="", text=text, blanks=(Lines(_("What was done"), 4),))
    yield BlankSheet((_("Child seen by, role"), _("When"), _("Done by, role"), _("When")))


def _span_words(span: dt.timedelta) -> str:
    """Return a time in words: minutes up to an hour, hours and minutes up to a day, then days."""
    minutes = max(0, round(span.total_seconds() / 60))
    hours, rest = divmod(minutes, MINUTES_IN_HOUR)
    if hours >= HOURS_IN_DAY:
        days = hours // HOURS_IN_DAY
        return ngettext("{count} day", "{count} days", days).format(count=days)
    parts = [ngettext("{count} hour", "{count} hours", hours).format(count=hours)] if hours else []
    if rest or not hours:
        parts.append(ngettext("{count} minute", "{count} minutes", rest).format(count=rest))
    return " ".join(parts)
