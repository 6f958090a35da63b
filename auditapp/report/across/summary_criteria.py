# SPDX-License-Identifier: MPL-2.0
"""Show how often each criterion was met, by team: a heat map that is a table of figures."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from auditapp.i18n import _
from auditapp.insight.chart_models import HALF, MOSTLY
from auditapp.insight.chart_words import level_words
from auditapp.insight.criterion_counts import CriterionRow, HeatMap
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Criterion
from auditapp.insight.small_numbers import FEWEST
from auditapp.report.across.share_words import count_words, hidden_words, of_words
from auditapp.report.across.summary_grades import team_words
from auditapp.report.blocks import (
    Badge,
    Block,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Noted,
    Paragraph,
    RowGroup,
    Table,
    TableRow,
    TextTone,
    Tone,
)

TEAMS_BESIDE: Final = 5
"""Teams in one table at most; more are shown in further tables of about the same width."""


def criteria_part(heat: HeatMap, *, is_shared: bool) -> Iterator[Block]:
    """Show the heat map, in as many tables as the teams need; nothing when nothing was rated."""
    if not heat.rows:
        return
    yield Heading(1, _("Criteria met, by team"))
    text = _(
        "Each figure is the share of audits in which the criterion was met in full, or the work "
        "was good or better. “Not applicable” and “could not find” are not counted in it. "
        "Mostly met is 80% or more, met in part 50% or more, below that is rarely met. Under "
        "{fewest} audits there is no share."
    )
    yield Paragraph(text.format(fewest=FEWEST), TextTone.MUTED, leads_in=True)
    count = math.ceil(len(heat.teams) / TEAMS_BESIDE)
    beside = math.ceil(len(heat.teams) / count)
    for start in range(0, len(heat.teams), beside):
        yield _table(heat, slice(start, start + beside), is_shared=is_shared)


def criterion_name(criterion: Criterion) -> str:
    """Return the words of a criterion, with the version up to which it was asked if that ended."""
    if not criterion.until:
        return criterion.text
    words = _("{text} (up to version {version})")
    return words.format(text=criterion.text, version=criterion.until)


def _table(heat: HeatMap, part: slice, *, is_shared: bool) -> Table:
    teams = heat.teams[part]
    columns = (
        Column(_("Criterion"), 29, ColumnKind.ROW_HEAD),
        Column(_("All"), 16),
        *(Column(team_words(names), 16) for names in teams),
    )
    caption = _("Share of audits in which each criterion was met: {teams}").format(
        teams="; ".join(map(team_words, teams))
    )
    rows = list(_rows(heat.rows, part, is_shared=is_shared))
    return Table(columns, rows, caption, is_small=True)


def _rows(rows: Sequence[CriterionRow], part: slice, *, is_shared: bool) -> Iterator[TableRow]:
    """Yield the rows under the title of each checklist, if there are several, most audits first."""
    groups = [(title, list(group)) for title, group in groupby(rows, lambda r: r.criterion.title)]
    groups.sort(key=lambda titled: -max(row.whole.total if row.whole else 0 for row in titled[1]))
    for title, group in groups:
        if len(groups) > 1:
            yield RowGroup(title)
        for row in group:
            name = Noted(criterion_name(row.criterion), (_not_found(row, is_shared=is_shared),))
            shares = (row.whole, *row.teams[part])
            yield (name, *(_cell(share, is_shared=is_shared) for share in shares))


def _not_found(row: CriterionRow, *, is_shared: bool) -> str:
    """Return how often nothing was on file.

    Of few nothing is said, not even that there are some: beside the number of audits and that of
    the ratings it would be an answer.
    """
    if not row.not_found:
        return ""
    count = count_words(row.not_found, is_shared=is_shared)
    return _("Not found on file: {count}").format(count=count)


def _cell(share: Share | None, *, is_shared: bool) -> Cell:
    if share is None:
        return hidden_words()
    if not share.total:
        return _("Not asked")
    counts = of_words(share, is_shared=is_shared)
    if share.total < FEWEST:
        return counts
    words, tone = _level(share)
    said = _("{share:.0%} {words}").format(share=share.share, words=words)
    return Noted(Badge(said, tone, is_pale=True), (counts,))


def _level(share: Share) -> tuple[str, Tone]:
    words = level_words(share.share)
    if share.share >= MOSTLY:
        return words, Tone.MET
    return words, Tone.PARTLY_MET if share.share >= HALF else Tone.NOT_MET
