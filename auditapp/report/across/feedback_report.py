# SPDX-License-Identifier: MPL-2.0
"""Show what people said: who was asked, who replied, why not, what comes up most, in their words.

Families are asked, and it is looked at what they say (``hull-visit-6`` findings).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from auditapp.i18n import _
from auditapp.insight.asking import Asked, AskedByTeam, asked_by_team, asked_in
from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.reading import Reading
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.labels import label
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.across.parts import facts_of_reading, few_part, limits_part, period_subtitle
from auditapp.report.across.reason_blocks import more_words, reasons_part
from auditapp.report.across.share_words import hidden_words, interval_words, share_words
from auditapp.report.across.summary_follow_up import quotes_of, words_of_people
from auditapp.report.across.summary_grades import team_words
from auditapp.report.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.document import ReportDocument

MOST_QUOTES: Final = 40
"""What is listed of the words of a kind of person at most."""


def feedback_report(reading: Reading, options: AcrossOptions) -> ReportDocument:
    """Return what people said in audits; nobody is quoted in a copy that is shared."""
    return framed_across(
        ReportKind.FEEDBACK,
        _("Feedback report"),
        period_subtitle(reading),
        options,
        digest=reading.content,
        blocks=_blocks(reading, is_shared=options.is_shared),
    )


def _blocks(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    audits = reading.audits
    found = asked_in(audits)
    yield from few_part(reading)
    yield facts_of_reading(reading, is_shared=is_shared)
    yield Heading(1, _("Who was asked"))
    yield _asked(found, is_shared=is_shared)
    yield Heading(1, _("Asked, by team"))
    yield _teams(asked_by_team(audits, is_shared=is_shared), is_shared=is_shared)
    yield Heading(1, _("What comes up most"))
    text = _("Everyday words, and words that may be names, are left out.")
    yield Paragraph(text, TextTone.MUTED, leads_in=True)
    yield _themes(audits, is_shared=is_shared)
    if not is_shared:
        reasons = [(label(each.person), each.reasons) for each in found]
        yield from reasons_part(_("Why nobody asked"), reasons)
        yield from _quotes(audits)
    notes = [
        _("Those who were not asked might have said something else."),
        _("How often a word comes up does not say what was meant by it: read what was said."),
    ]
    yield from limits_part(reading, is_shared=is_shared, more=notes)


def _asked(found: Sequence[Asked], *, is_shared: bool) -> Table:
    """Return who was asked; in what is shared, without counts from which few could be told."""
    columns = [
        Column(_("Who"), 22, ColumnKind.ROW_HEAD),
        Column(_("Asked, with the 95% interval"), 28),
        Column(_("Replied, of those asked"), 20),
    ]
    rows: list[list[Cell]] = [
        [
            label(each.person),
            interval_words(each.asked, is_shared=is_shared),
            share_words(each.replied, is_shared=is_shared) if each.asked.count else "–",
        ]
        for each in found
    ]
    if not is_shared:
        columns += [
            Column(_("Not asked, and it is said why"), 18),
            Column(_("Not recorded"), 12, ColumnKind.NUMBER),
        ]
        for row, each in zip(rows, found, strict=True):
            why = Share(sum(each.reasons.values()), each.not_asked)
            row += [share_words(why, is_shared=False) if why.total else "–", str(each.unknown)]
    cells = [tuple(row) for row in rows]
    return Table(tuple(columns), cells, _("Who was asked, and who replied"))


def _teams(rows: Sequence[AskedByTeam], *, is_shared: bool) -> Table:
    columns = (
        Column(_("Team"), 31, ColumnKind.ROW_HEAD),
        *(Column(label(person), 23) for person in FeedbackFrom),
    )
    cells = [
        (team_words(row.names), *(_share(each, is_shared=is_shared) for each in row.shares))
        for row in rows
    ]
    return Table(columns, cells, _("In how many audits each kind of person was asked, by team"))


def _share(share: Share | None, *, is_shared: bool) -> str:
    return hidden_words() if share is None else share_words(share, is_shared=is_shared)


def _themes(audits: Sequence[JudgedAudit], *, is_shared: bool) -> Table:
    columns = (
        Column(_("Who"), 24, ColumnKind.ROW_HEAD),
        Column(_("Words that come up most, and in how many audits"), 76),
    )
    rows = [
        (label(person), words_of_people(audits, person, is_shared=is_shared))
        for person in FeedbackFrom
    ]
    return Table(columns, rows, _("Which words come up most"))


def _quotes(audits: Sequence[JudgedAudit]) -> Iterator[Block]:
    said = [(person, quotes_of(audits, person)) for person in FeedbackFrom]
    said = [(person, texts) for person, texts in said if texts]
    if said:
        yield Heading(1, _("In their words"))
        yield Paragraph(_("The newest first."), TextTone.MUTED, leads_in=True)
    for person, texts in said:
        yield Heading(2, label(person))
        yield Bullets((*texts[:MOST_QUOTES], *more_words(len(texts) - MOST_QUOTES)))
