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
    months_between,
    short_month,
)
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Criterion
from auditapp.insight.rollups.over_time import before_break, criterion_months
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.insight.trend_words import trend_words
from auditapp.insight.trends import trend


def over_time(tables: InsightTables, selection: Selection, criterion: Criterion) -> Figure:
    """Show how often a criterion was met, month by month.

    What was asked before its meaning changed comes first, and a break stands between.
    """
    points: list[TimePoint] = []
    before = before_break(tables, criterion)
    words = ""
    if before is not None:
        change, older = before
        words = _("The meaning changed with version {version}: {why}").format(
            version=change.new_version, why=change.why
        )
        for each in older:
            points += _points(criterion_months(tables, selection, each), each, selection)
    shares = criterion_months(tables, selection, criterion)
    points += _points(shares, criterion, selection, words if points else "")
    every = _filled(shares)
    title = _("Month by month: {criterion}").format(criterion=criterion_words(criterion))
    chart = TimeChart(title, _("Month"), _("Met in full"), tuple(points))
    total = sum(share.total for share in shares.values())
    sentence = joined(
        ngettext("n = {count} answer.", "n = {count} answers.", total).format(count=f"{total:,}"),
        _("Since the break:") if words and points else "",
        trend_words(trend(list(every.values()), list(range(len(every))))),
    )
    return Figure(FigureKind.OVER_TIME, chart, sentence)


def _points(
    shares: dict[dt.date, Share], criterion: Criterion, selection: Selection, break_words: str = ""
) -> Iterator[TimePoint]:
    for month, share in _filled(shares).items():
        name = short_month(month)
        title = f"{name}: {criterion_words(criterion)}"
        behind = CriterionBehind(title, of_month(selection, month), criterion)
        shown = share if share.total else None
        lines = behind if share.total else None
        yield TimePoint(name, shown, break_before=break_words, lines=lines)
        break_words = ""


def _filled(shares: dict[dt.date, Share]) -> dict[dt.date, Share]:
    """Return a share for every month from the first to the last."""
    if not shares:
        return {}
    months = months_between(min(shares), max(shares))
    return {month: shares.get(month, Share(0, 0)) for month in months}
