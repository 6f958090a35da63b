# SPDX-License-Identifier: MPL-2.0
"""Say how things stand today, and what asks for attention: what a manager sees first."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.action_search import ActionFilter
from auditapp.insight.agreement_words import USUAL_TARGET
from auditapp.insight.figures.behind import (
    ActionsBehind,
    AuditsBehind,
    Behind,
    CriterionBehind,
    ModerationBehind,
    NamedBehind,
    TimescaleBehind,
    of_month,
)
from auditapp.insight.figures.figure import criterion_words
from auditapp.insight.figures.follow_up import overdue
from auditapp.insight.figures.work import moderated
from auditapp.insight.insights import Insights
from auditapp.insight.rollups.criteria import weakest
from auditapp.insight.selection import Selection
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.day_words import month_words
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.ids import AuditId

WEAK: Final = 0.5
"""A criterion met, or a timescale kept, more rarely than this is named (our own figure)."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Hold one number of today: what it is, a word beside it, and what it opens.

    ``tone`` is one of the tones of the window, "" where the number asks for nothing.
    """

    name: str
    value: str
    note: str
    behind: Behind | ActionsBehind
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """Hold something that asks for attention, and what it opens."""

    words: str
    behind: Behind | ActionsBehind


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold the numbers of today, and what asks for attention."""

    tiles: tuple[Tile, ...]
    points: tuple[Point, ...]


def standing(
    found: Insights,
    concerns: Mapping[AuditId, int],
    drafts: tuple[AuditId, ...],
    target: float = USUAL_TARGET,
) -> Standing:
    """Return how things stand in all audits.

    Args:
        found: the first answers about all that are signed off.
        concerns: how many concerns wait for a response in each audit, drafts among them.
        drafts: the audits that nobody has changed for a long time.
        target: the share of second readings that ought to come to the same grade, from 0 to 1.
    """
    waiting = {audit: count for audit, count in concerns.items() if count}
    return Standing(
        (_signed(found), _concerns(waiting), _overdue(found), _due_soon(found)),
        tuple(_points(found, waiting, drafts, target)),
    )


def _signed(found: Insights) -> Tile:
    month = found.day.replace(day=1)
    counts = {each.month: each.signed for each in found.completion}
    before = (month - dt.timedelta(days=1)).replace(day=1)
    name = month_words(month)
    behind = AuditsBehind(
        _("Signed off in {month}").format(month=name), of_month(Selection(), month)
    )
    note = _("{month} in all: {count}").format(
        month=month_words(before), count=counts.get(before, 0)
    )
    return Tile(_("Signed off this month"), str(counts.get(month, 0)), note, behind)


def _concerns(waiting: Mapping[AuditId, int]) -> Tile:
    count = sum(waiting.values())
    behind = NamedBehind(_("Concerns that wait for a response"), tuple(waiting))
    note = _("none waits for a response")
    if count:
        note = ngettext("waits for a response", "wait for a response", count)
    return Tile(_("Open concerns"), str(count), note, behind, "danger" if count else "")


def _overdue(found: Insights) -> Tile:
    whole = found.actions.whole
    note = _("of {count} open").format(count=f"{whole.still_open:,}")
    tone = "warn" if whole.overdue else ""
    return Tile(_("Overdue actions"), f"{whole.overdue:,}", note, overdue(Selection()), tone)


def _due_soon(found: Insights) -> Tile:
    behind = ActionsBehind(_("Actions due in two weeks"), ActionFilter(is_due_soon=True))
    return Tile(
        _("Actions due soon"), f"{found.actions.whole.due_soon:,}", _("in two weeks"), behind
    )


def _points(
    found: Insights, waiting: Mapping[AuditId, int], drafts: tuple[AuditId, ...], target: float
) -> Iterator[Point]:
    if waiting:
        count = sum(waiting.values())
        words = ngettext(
            "One immediate concern waits for a response.",
            "{count} immediate concerns wait for a response.",
            count,
        ).format(count=count)
        yield Point(words, NamedBehind(_("Concerns that wait for a response"), tuple(waiting)))
    yield from _late(found)
    yield from _weak(found)
    both = moderated(found)
    if both.is_share_telling and both.exact.high < target:
        words = _("Readers gave the same grade in {share:.0%} of {count} second readings.")
        yield Point(
            words.format(share=both.exact.share, count=both.total),
            ModerationBehind(_("Second readings"), Selection()),
        )
    if drafts:
        words = ngettext(
            "One draft was not touched for a month.",
            "{count} drafts were not touched for a month.",
            len(drafts),
        ).format(count=len(drafts))
        yield Point(words, NamedBehind(_("Drafts not touched for a month"), drafts))


def _late(found: Insights) -> Iterator[Point]:
    whole = found.actions.whole
    if whole.overdue:
        worst = found.actions.owners[0]
        words = _("Most often overdue: actions of {owner}, {count} of {all}.").format(
            owner=worst.name or _("nobody"), count=worst.overdue, all=whole.overdue
        )
        yield Point(words, overdue(Selection()))
    late = [
        each
        for each in found.timescales
        if each.in_time.total >= FEWEST and each.in_time.high < WEAK
    ]
    for each in sorted(late, key=lambda each: each.in_time.share)[:1]:
        name = criterion_words(each.criterion)
        words = _("Rarely in time: “{name}”, {count} of {total}.").format(
            name=name, count=each.in_time.count, total=each.in_time.total
        )
        states = (TimescaleState.LATE,)
        yield Point(words, TimescaleBehind(name, Selection(), each.criterion, states))


def _weak(found: Insights) -> Iterator[Point]:
    for row in weakest(found.criteria.rows, 1):
        if row.whole.high < WEAK:
            name = criterion_words(row.criterion)
            words = _("Rarely met: “{name}”, {count} of {total}.").format(
                name=name, count=row.whole.count, total=row.whole.total
            )
            yield Point(words, CriterionBehind(name, Selection(), row.criterion))
