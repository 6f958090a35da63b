# SPDX-License-Identifier: MPL-2.0
"""Tell those who have to act of an immediate concern, on a page of its own for each.

The page holds all that somebody has to know and fill in. Only words that are too long for it stand
in full on a page behind it, and the page has their beginning and says so.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from auditapp.errors import NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.judgement.moment_words import moment_words
from auditapp.model.follow_up import Concern
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit_amendments import superseded
from auditapp.report.audit_answers import AnswerPart
from auditapp.report.audit_follow_up import in_order
from auditapp.report.audit_frame import ReportOptions, footer, framed, short_facts
from auditapp.report.beginning import beginning_of, lines_of
from auditapp.report.blank_blocks import BlankPart, BlankSheet, Lines, NewPart
from auditapp.report.blocks import Block, Callout, CalloutTone, Facts, Heading, Paragraph, TextTone
from auditapp.report.document import ReportDocument

MINUTES_IN_HOUR = 60
HOURS_IN_DAY = 24

OPEN_ROOM = 15
CLOSED_ROOM = 26
"""Lines that a page has for worry and response together: less where there is room to answer. They
are those of `beginning`; measured, a page holds three or four more."""

LEAST_RESPONSE = 4
"""Lines that a response has of these, however long the worry is."""


def concern_notice(
    state: AuditState, options: ReportOptions, *, is_shared: bool = False
) -> ReportDocument:
    """Return the notice of the concerns that are still open or, when none is, of all.

    Of one that ``is_shared`` codes will stand in the place of people.

    Raises:
        NotAllowedError: The audit has no concern.
    """
    if not state.audit.concerns:
        raise NotAllowedError(
            _("This audit has no immediate concern, so there is nothing to give notice of."),
            _("Raise the concern in the audit first."),
        )
    blocks = _blocks(state, is_shared=is_shared)
    return framed(state, options, ReportKind.CONCERN, _("Immediate concern notice"), blocks)


def _blocks(state: AuditState, *, is_shared: bool) -> Iterator[Block]:
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
        told = _Words.of(concern, is_shared=is_shared)
        yield _worry(concern, told)
        yield short_facts(audit)
        yield from _course(concern, told, answers.question_name(concern.question, key))
        if told.is_cut:
            digest = audit_digest(audit, state.history)
            yield NewPart(footer(_("{reference}   Report {digest}"), audit, digest))
            yield from _in_full(concern, told)
    closed = len(every) - len(shown)
    if closed:
        words = ngettext(
            "{count} concern of this audit that was closed is not in this notice.",
            "{count} concerns of this audit that were closed are not in this notice.",
            closed,
        )
        yield Paragraph(words.format(count=closed), TextTone.MUTED)


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold what the page says of the worry and of the response: all of it, or the beginning."""

    worry: str
    response: str
    is_worry_cut: bool
    is_response_cut: bool

    @classmethod
    def of(cls, concern: Concern, *, is_shared: bool) -> "_Words":
        """Return them; a copy to be shared has no beginnings, which might end within a name."""
        room = OPEN_ROOM if concern.is_open else CLOSED_ROOM
        for_response = min(lines_of(concern.response), LEAST_RESPONSE)
        worry = beginning_of(concern.what, room - for_response)
        response = beginning_of(concern.response, room - lines_of(worry))
        is_worry_cut, is_response_cut = worry != concern.what, response != concern.response
        return cls(
            "" if is_shared and is_worry_cut else worry,
            "" if is_shared and is_response_cut else response,
            is_worry_cut,
            is_response_cut,
        )

    @property
    def is_cut(self) -> bool:
        return self.is_worry_cut or self.is_response_cut


def _worry(concern: Concern, words: _Words) -> Callout:
    more = _cut_words(_worry_title()) if words.is_worry_cut else ""
    said = tuple(filter(None, (words.worry, more)))
    if concern.is_open:
        return Callout(CalloutTone.DANGER, _("Still open: act on this today"), said)
    return Callout(CalloutTone.WARN, _("Closed"), said)


def _in_full(concern: Concern, words: _Words) -> Iterator[Block]:
    """Give the words that the page has only the beginning of."""
    if words.is_worry_cut:
        yield Heading(1, _worry_title())
        yield Paragraph(concern.what)
    if words.is_response_cut:
        yield Heading(1, _response_title())
        yield Paragraph(concern.response)


def _worry_title() -> str:
    return _("The worry in full")


def _response_title() -> str:
    return _("The response in full")


def _cut_words(title: str) -> str:
    return _("It is too long for one page: all of it stands under “{title}”.").format(title=title)


def _course(concern: Concern, words: _Words, question: str) -> Iterator[Block]:
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
        if words.response:
            yield Paragraph(words.response)
        if words.is_response_cut:
            yield Paragraph(_cut_words(_response_title()), TextTone.MUTED)
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
