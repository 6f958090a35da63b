# SPDX-License-Identifier: MPL-2.0
"""Show which criteria were met least and most often, and by which team."""

from collections.abc import Sequence
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.chart_models import HeatCell, HeatChart, HeatRow, IntervalChart, IntervalRow
from auditapp.insight.chart_words import after
from auditapp.insight.figures.behind import CriterionBehind, of_team
from auditapp.insight.figures.figure import (
    Figure,
    FigureKind,
    counted_words,
    criterion_words,
    joined,
    team_words,
)
from auditapp.insight.insights import Insights
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Break, Criterion
from auditapp.insight.rollups.criteria import CriterionCount, strongest, weakest
from auditapp.insight.selection import Selection
from auditapp.insight.small_numbers import FEWEST

RANKED: Final = 8
"""Criteria that are shown as the weakest, and as the strongest."""

MOST_ROWS: Final = 30
"""Rows of the heat map: of more, those met least often are shown."""


def weakest_criteria(found: Insights, selection: Selection) -> Figure:
    """Show the criteria that were met least often."""
    rows = weakest(found.criteria.rows, RANKED)
    title = _("Weakest criteria")
    return Figure(FigureKind.WEAKEST, _ranking(title, rows, selection), _sentence(found))


def strongest_criteria(found: Insights, selection: Selection) -> Figure:
    """Show the criteria that were met most often."""
    rows = strongest(found.criteria.rows, RANKED)
    title = _("Strongest criteria")
    return Figure(FigureKind.STRONGEST, _ranking(title, rows, selection), _sentence(found))


def heat_map(found: Insights, selection: Selection) -> Figure:
    """Show how often each criterion was met, by team."""
    every = found.criteria.rows
    rows = every
    if len(every) > MOST_ROWS:
        kept = set(weakest(every, MOST_ROWS))
        rows = tuple(row for row in every if row in kept)
    teams = found.criteria.teams
    chart = HeatChart(
        _("Criteria met, by team"),
        _("Criterion"),
        tuple(map(team_words, teams)),
        tuple(_heat_row(row, teams, found.breaks, selection) for row in rows),
    )
    if not rows and every:
        return Figure(FigureKind.HEAT, chart, _sentence(found))
    cut = _("Of {all} criteria the {shown} met least often are shown; choose a checklist to see "
            "all of its.").format(all=len(every), shown=len(rows))  # fmt: skip
    sentence = joined(
        counted_words(found.audits),
        cut if len(rows) < len(every) else "",
        break_words(found.breaks),
    )
    return Figure(FigureKind.HEAT, chart, sentence)


def is_broken(criterion: Criterion, breaks: Sequence[Break]) -> bool:
    """Tell whether the question meant something else before, or came to mean something else."""
    return any(each.title == criterion.title and _is_side(criterion, each) for each in breaks)


def break_words(breaks: Sequence[Break]) -> str:
    """Say of how many questions the meaning changed; empty where none did."""
    if not breaks:
        return ""
    return ngettext(
        "One question changed its meaning between versions: its figures before and after stand "
        "in two rows, and are not to be compared.",
        "{count} questions changed their meaning between versions: their figures before and after "
        "stand in two rows, and are not to be compared.",
        len(breaks),
    ).format(count=len(breaks))


def _is_side(criterion: Criterion, each: Break) -> bool:
    if criterion.until:
        return criterion.until == each.old_version and criterion.text in each.old
    return criterion.text == each.new


def _ranking(title: str, rows: Sequence[CriterionCount], selection: Selection) -> IntervalChart:
    shown = tuple(
        IntervalRow(
            criterion_words(row.criterion),
            row.whole,
            CriterionBehind(criterion_words(row.criterion), selection, row.criterion),
        )
        for row in rows
    )
    return IntervalChart(title, _("Criterion"), _("Met in full"), shown)


def _sentence(found: Insights) -> str:
    few = sum(row.whole.total < FEWEST for row in found.criteria.rows)
    left_out = ngettext(
        "One criterion was rated fewer than {fewest} times and is left out.",
        "{count} criteria were rated fewer than {fewest} times and are left out.",
        few,
    ).format(count=few, fewest=FEWEST)
    if few == len(found.criteria.rows):
        return joined(counted_words(found.audits), left_out if few else "")
    return joined(
        counted_words(found.audits),
        left_out if few else "",
        _("Where the lines over two bars overlap, the order of the two may be chance. What could "
          "not be found on file is in no share."),
    )  # fmt: skip


def _heat_row(
    row: CriterionCount, teams: Sequence[str], breaks: Sequence[Break], selection: Selection
) -> HeatRow:
    name = criterion_words(row.criterion)
    is_changed = is_broken(row.criterion, breaks)
    cells = [
        HeatCell(
            share or Share(0, 0),
            is_changed and share is not None,
            None
            if share is None
            else CriterionBehind(
                after(name, ",", team_words(team)), of_team(selection, team), row.criterion
            ),
        )
        for team, share in zip(teams, row.teams, strict=True)
    ]
    return HeatRow(name, tuple(cells))
