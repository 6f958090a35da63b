# SPDX-License-Identifier: MPL-2.0
"""Tell those who have to act of an immediate concern, on a page of its own for each.

The page holds all that somebody has to know and fill in. Only words that are too long for it stand
in full on a page behind it, and the page has their beginning and says so.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditapp.errors import NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.judgement.moment_words import moment_words
from auditapp.model.follow_up import Concern
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.amendments import superseded
from auditapp.report.audit.answers import AnswerPart
from auditapp.report.audit.follow_up import in_order
from auditapp.report.audit.frame import ReportOptions, footer, framed, short_facts
from auditapp.report.blank_blocks import BlankPart, BlankSheet, Lines, NewPart
from auditapp.report.blocks import Block, Callout, CalloutTone, Facts, Heading, Paragraph, TextTone
from auditapp.report.document import ReportDocument
from auditapp.report.pdf.beginning import (
    ACROSS,
    BESIDE_LABEL,
    HALF_A_LINE,
    Measure,
    beginning_of,
    lines_of,
)

MINUTES_IN_HOUR = 60
HOURS_IN_DAY = 24

OPEN_ROOM = 15
CLOSED_ROOM = 26
"""Lines that a page has for worry and response together: less where there is room to answer.
Measured, a page holds two or three more."""

LEAST_ROOM = 6
"""Lines that they have whatever else is long."""

LEAST_RESPONSE = 4
"""Lines that a response has of these, however long the worry is."""

MOST_OF_A_FACT = 2
"""Lines that the page has of each fact, and that a long one takes from worry and response."""

Pairs = Sequence[tuple[str, str]]


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
        question = answers.question_name(concern.question, key)
        page = _Page.of(state, concern, question, is_shared=is_shared)
        yield _worry(concern, page.worry)
        yield Facts(tuple(fact.pair for fact in page.front))
        yield from _course(concern, page)
        behind = page.behind()
        if behind:
            digest = audit_digest(audit, state.history)
            yield NewPart(footer(_("{reference}   Report {digest}"), audit, digest))
        for said in behind:
            yield Heading(1, said.title)
            yield Paragraph(said.text)
    closed = len(every) - len(shown)
    if closed:
        words = ngettext(
            "{count} concern of this audit that was closed is not in this notice.",
            "{count} concerns of this audit that were closed are not in this notice.",
            closed,
        )
        yield Paragraph(words.format(count=closed), TextTone.MUTED)


@dataclass(frozen=True, slots=True)
class _Said:
    """Hold a text, and what the page has of it: all, or the beginning, or nothing.

    ``title`` heads all of it behind the page, where the page has not all.
    """

    name: str
    text: str
    title: str
    shown: str

    @classmethod
    def of(
        cls, name: str, text: str, lines: int, measure: Measure = ACROSS, *, is_shared: bool
    ) -> "_Said":
        """Return it; a copy to be shared has no beginnings, which might end within a name."""
        shown = beginning_of(text, lines, measure)
        title = _("{name} in full").format(name=name)
        return cls(name, text, title, "" if is_shared and shown != text else shown)

    @property
    def is_cut(self) -> bool:
        """Tell whether the page shows less than was written."""
        return self.shown != self.text

    @property
    def cut_words(self) -> str:
        """Say that it is cut, and where all of it stands; nothing when it is whole."""
        words = _("It is too long for one page: all of it stands under “{title}”.")
        return words.format(title=self.title) if self.is_cut else ""

    @property
    def pair(self) -> tuple[str, str]:
        """Return it as a fact."""
        return self.name, self.shown or self.cut_words


@dataclass(frozen=True, slots=True)
class _Page:
    """Hold what the page of one concern says."""

    front: tuple[_Said, ...]
    course: tuple[_Said, ...]
    worry: _Said
    response: _Said

    @classmethod
    def of(cls, state: AuditState, concern: Concern, question: str, *, is_shared: bool) -> "_Page":
        """Return it: the facts first, and worry and response in the room that these leave."""

        def facts(pairs: Pairs) -> tuple[_Said, ...]:
            """Return those of the pairs that say something, each with room for a few lines."""
            return tuple(
                _Said.of(name, text, MOST_OF_A_FACT, BESIDE_LABEL, is_shared=is_shared)
                for name, text in pairs
                if text.strip()
            )

        front, course = facts(short_facts(state.audit).pairs), facts(_course_pairs(concern))
        long = [fact for fact in (*front, *course) if lines_of(fact.text, HALF_A_LINE) > 1]
        room = (OPEN_ROOM if concern.is_open else CLOSED_ROOM) - MOST_OF_A_FACT * len(long)
        room = max(LEAST_ROOM, room)
        for_response = min(lines_of(concern.response), LEAST_RESPONSE)
        worry = _Said.of(_("The worry"), concern.what, room - for_response, is_shared=is_shared)
        left = room - min(room - for_response, lines_of(concern.what))
        response = _Said.of(_("The response"), concern.response, left, is_shared=is_shared)
        asked = _Said(_("Question"), question, "", question)
        return cls(front, (*course, asked) if question.strip() else course, worry, response)

    def behind(self) -> tuple[_Said, ...]:
        """Return what the page has not the whole of."""
        every = (self.worry, self.response, *self.front, *self.course)
        return tuple(said for said in every if said.is_cut)


def _worry(concern: Concern, worry: _Said) -> Callout:
    said = tuple(filter(None, (worry.shown, worry.cut_words)))
    if concern.is_open:
        return Callout(CalloutTone.DANGER, _("Still open: act on this today"), said)
    return Callout(CalloutTone.WARN, _("Closed"), said)


def _course_pairs(concern: Concern) -> Pairs:
    told = concern.told_at
    return (
        (_("Found on"), moment_words(concern.found_at)),
        (_("Found by"), concern.raised_by),
        (_("Who was told"), concern.told_whom),
        (_("Told on"), moment_words(told) if told else ""),
        (_("From finding to telling"), _span_words(told - concern.found_at) if told else ""),
        (_("Closed on"), moment_words(concern.closed_at) if concern.closed_at else ""),
    )


def _course(concern: Concern, page: _Page) -> Iterator[Block]:
    """Show who found it, who was told, and what was done; leave room for what was not yet."""
    yield Heading(1, _("What happened so far"))
    if not concern.told_whom.strip() and concern.told_at is None:
        title = _("It is not on record that anybody was told")
        text = _("Tell the team manager and the head of service now, and record whom and when.")
        yield Callout(CalloutTone.DANGER, title, (text,))
    yield Facts(tuple(fact.pair for fact in page.course))
    yield Heading(1, _("Response"))
    if concern.response.strip():
        if page.response.shown:
            yield Paragraph(page.response.shown)
        if page.response.is_cut:
            yield Paragraph(page.response.cut_words, TextTone.MUTED)
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
