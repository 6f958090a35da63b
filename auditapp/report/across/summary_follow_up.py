# SPDX-License-Identifier: MPL-2.0
"""Show what many audits say of timescales, causes, actions, and of those who were heard."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.follow_up_counts import (
    ActionTheme,
    Heard,
    action_themes,
    causes,
    frequent_words,
    heard,
    timeliness,
)
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.reading import Reading
from auditapp.insight.small_numbers import FEWEST
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.labels import label
from auditapp.report.across.share_words import count_words, hidden_words, interval_words, of_words
from auditapp.report.across.timescale_cells import timescale_cells
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

MOST_THEMES: Final = 12
MOST_WORDS: Final = 12
MOST_QUOTES: Final = 5
FEWEST_AUDITS_OF_WORD: Final = 3
"""In how many audits a word must have been said before it is shown at all."""


def timescales_part(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    """Show how each timescale was kept; nothing when none applied."""
    found = timeliness(reading.audits)
    if not found:
        return
    yield Heading(1, _("Timescales"))
    columns = (
        Column(_("Timescale"), 44, ColumnKind.ROW_HEAD),
        Column(_("In time, with the 95% interval"), 28),
        Column(_("Late by, median"), 14),
        Column(_("No date on file"), 14, ColumnKind.NUMBER),
    )
    rows = [
        (
            *timescale_cells(each, is_shared=is_shared),
            count_words(each.no_date, is_shared=is_shared),
        )
        for each in found
    ]
    yield Table(columns, rows, _("How often each timescale was kept"))


def causes_part(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    """Show what lay behind the shortfalls, as the auditors saw it."""
    counts = causes(reading.audits)
    if not counts:
        return
    yield Heading(1, _("What lay behind the shortfalls"))
    columns = (
        Column(_("Cause"), 70, ColumnKind.ROW_HEAD),
        Column(_("Answers"), 30, ColumnKind.NUMBER),
    )
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [(label(cause), count_words(count, is_shared=is_shared)) for cause, count in ordered]
    yield Table(columns, rows, _("Causes of shortfalls, and how many answers name each"))


def actions_part(reading: Reading, today: dt.date, *, is_shared: bool) -> Iterator[Block]:
    """Show which parts of the work the actions are about, the most frequent first."""
    themes = action_themes(reading.audits, today, is_shared=is_shared)
    yield Heading(1, _("Most frequent actions"))
    if not themes:
        yield Paragraph(_("No action was set."))
        return
    columns = (
        Column(_("What the actions are about"), 44, ColumnKind.ROW_HEAD),
        Column(_("Audits with one, with the 95% interval"), 26),
        Column(_("Actions"), 10, ColumnKind.NUMBER),
        Column(_("Open"), 10, ColumnKind.NUMBER),
        Column(_("Overdue"), 10, ColumnKind.NUMBER),
    )
    rows = [_theme(each, is_shared=is_shared) for each in themes[:MOST_THEMES]]
    yield Table(columns, rows, _("Actions by the section that they come from"))
    more = len(themes) - MOST_THEMES
    if more > 0:
        words = ngettext(
            "{count} more section has fewer actions.",
            "{count} more sections have fewer actions.",
            more,
        )
        yield Paragraph(words.format(count=more), TextTone.MUTED)


def feedback_part(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    """Show who was asked, which words come up often and, unless it is shared, what some said."""
    yield Heading(1, _("What people said"))
    columns = (
        Column(_("Who"), 24, ColumnKind.ROW_HEAD),
        Column(_("Asked"), 16),
        Column(_("Said something"), 16),
        Column(_("Words that come up most, and in how many audits"), 44),
    )
    rows = [
        (
            label(each.person),
            of_words(each.asked, is_shared=is_shared),
            _said(each, is_shared=is_shared),
            words_of_people(reading.audits, each.person, is_shared=is_shared),
        )
        for each in heard(reading.audits)
    ]
    yield Table(columns, rows, _("Who was asked, and which words come up most"))
    if is_shared:
        return
    for person in FeedbackFrom:
        said = quotes_of(reading.audits, person)
        if said:
            words = _("In the words of: {who}, newest first")
            yield Heading(2, words.format(who=label(person).lower()))
            yield Bullets(tuple(said[:MOST_QUOTES]))


def _theme(each: ActionTheme, *, is_shared: bool) -> tuple[Cell, ...]:
    name = each.theme or _("No single question")
    if each.sections > 1:
        name = ngettext(
            "{count} section with few audits", "{count} sections with few audits", each.sections
        ).format(count=each.sections)
    return (
        name,
        interval_words(each.audits, is_shared=is_shared),
        *_action_counts(each, is_shared=is_shared),
    )


def _action_counts(each: ActionTheme, *, is_shared: bool) -> Iterator[str]:
    """Yield how many actions, how many of them are open, and how many of those are overdue.

    In what is shared, few audits have none of that shown, and no count is shown that tells by what
    is left of the one before it that there are few.
    """
    counts = (each.actions, each.still_open, each.overdue)
    if is_shared and each.audits.count < FEWEST:
        yield from [hidden_words()] * len(counts)
        return
    before = 0
    for count in counts:
        tells = is_shared and 0 < before - count < FEWEST <= count
        yield hidden_words() if tells else count_words(count, is_shared=is_shared)
        before = count


def _said(each: Heard, *, is_shared: bool) -> str:
    """Return how many said something; not where few of those who were asked did not."""
    if is_shared and 0 < abs(each.asked.count - each.said.count) < FEWEST:
        return hidden_words()
    return of_words(each.said, is_shared=is_shared)


def words_of_people(audits: Sequence[JudgedAudit], person: FeedbackFrom, *, is_shared: bool) -> str:
    """Return the words that people of a kind used most, each with in how many audits."""
    if is_shared:
        found = frequent_words(audits, person)
    else:
        found = frequent_words(audits, person, FEWEST_AUDITS_OF_WORD)
    listed = ", ".join(f"{word} ({count})" for word, count in found[:MOST_WORDS])
    return listed or _("No word in enough audits to be shown")


def quotes_of(audits: Sequence[JudgedAudit], person: FeedbackFrom) -> list[str]:
    """Return what people of a kind said, the newest first."""
    said = (audit.feedback[person].said for audit in reversed(audits) if person in audit.feedback)
    return [text for text in said if text.strip()]
