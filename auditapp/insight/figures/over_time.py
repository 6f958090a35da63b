# SPDX-License-Identifier: MPL-2.0
"""Show how one criterion went on, with a break where the question's meaning changed."""

import datetime as dt
from collections.abc import Iterator

from auditapp.i18n import _, ngettext
from auditapp.insight.chart_models import TimeChart, TimePoint
from auditapp.insight.figures.behind import CriterionBehind, of_month
from auditapp.insight.figures.figure import (
    Figure,
    FigureKind,
    criterion_words,
    joined,
    short_month,
)
from auditapp.insight.figures.months_shown import answers_outside, months_shown
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Break, Criterion
from auditapp.insight.rollups.over_time import before_break, criterion_months
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.insight.trend_words import trend_words
from auditapp.insight.trends import trend


def over_time(
    tables: InsightTables, selection: Selection, criterion: Criterion, today: dt.date
) -> Figure:
    """Show how often a criterion was met, month by month.

    What was asked before its meaning changed comes first, and a break stands between. Both share
    the months that are shown, of which ``today`` bounds the last.
    """
    before = before_break(tables, criterion)
    older = () if before is None else before[1]
    series = [criterion_months(tables, selection, each) for each in (*older, criterion)]
    months = months_shown([month for each in series for month in each], today)
    lines = [_filled(each, months) for each in series]
    points: list[TimePoint] = []
    for each, shares in zip(older, lines, strict=False):
        points += _points(shares, each, selection)
    words = "" if before is None or not points else _break_words(before[0])
    points += _points(lines[-1], criterion, selection, words)
    title = _("Month by month: {criterion}").format(criterion=criterion_words(criterion))
    chart = TimeChart(title, _("Month"), _("Met in full"), tuple(points))
    shown = list(lines[-1].values())
    total = sum(share.total for share in shown)
    sentence = joined(
        ngettext("n = {count} answer.", "n = {count} answers.", total).format(count=f"{total:,}"),
        answers_outside(sum(map(_answers, series)) - sum(map(_answers, lines))),
        _("Since the break:") if words else "",
        trend_words(trend(shown, list(range(len(shown))))),
    )
    return Figure(FigureKind.OVER_TIME, chart, sentence)


def _break_words(change: Break) -> str:
    return _("The meaning changed with version {version}: {why}").format(
        version=change.new_version, why=change.why
    )


def _points(
    shares: dict[dt.date, Share], criterion: Criterion, selection: Selection, break_words: str = ""
) -> Iterator[TimePoint]:
    for month, share in shares.items():
        name = short_month(month)
        title = f"{name}: {criterion_words(criterion)}"
        behind = CriterionBehind(title, of_month(selection, month), criterion)
        shown = share if share.total else None
        lines = behind if share.total else None
        yield TimePoint(name, shown, break_before=break_words, lines=lines)
        break_words = ""


def _filled(shares: dict[dt.date, Share], months: list[dt.date]) -> dict[dt.date, Share]:
    """Return a share for every one of these months from the first that has one to the last."""
    having = [month for month in months if month in shares]
    if not having:
        return {}
    return {
        month: shares.get(month, Share(0, 0))
        for month in months
        if having[0] <= month <= having[-1]
    }


def _answers(shares: dict[dt.date, Share]) -> int:
    return sum(share.total for share in shares.values())
