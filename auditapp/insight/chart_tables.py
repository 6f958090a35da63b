# SPDX-License-Identifier: MPL-2.0
"""Give the figures of a chart as a table: for screen readers, spreadsheets and reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditapp.i18n import _
from auditapp.insight.chart_models import (
    Chart,
    HeatCell,
    HeatChart,
    IntervalChart,
    LinesRef,
    StackChart,
    TimeChart,
    TimePoint,
    is_small,
)
from auditapp.insight.chart_words import (
    not_shown_words,
    range_words,
    share_words,
    small_words,
)
from auditapp.insight.intervals import Share


@dataclass(frozen=True, slots=True)
class TableCell:
    """Hold the text of a cell, and the lines behind its figure."""

    text: str
    lines: LinesRef = None


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Hold the titles of the columns, and a cell for each column in every row.

    The first column names its row.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]

    @property
    def texts(self) -> list[list[str]]:
        """Return the titles and the texts of all rows, as a spreadsheet has them."""
        return [list(self.titles), *([cell.text for cell in row] for row in self.rows)]


def chart_table(chart: Chart) -> ChartTable:
    """Return the figures of a chart; whatever it shows is in them."""
    match chart:
        case StackChart():
            return _stack_table(chart)
        case HeatChart():
            rows = (
                (TableCell(row.name), *(TableCell(_cell_text(c), c.lines) for c in row.cells))
                for row in chart.rows
            )
            return ChartTable((chart.heading, *chart.columns), tuple(rows))
        case TimeChart():
            return _control_table(chart) if chart.is_control else _trend_table(chart)
    shares = (_share_cells(row.name, row.share, row.lines) for row in chart.rows)
    return ChartTable(_share_titles(chart), tuple(shares))


def _stack_table(chart: StackChart) -> ChartTable:
    has_hidden = any(row.hidden for row in chart.rows)
    hidden = [not_shown_words()] if has_hidden else []
    names = (part.name for part in chart.parts)
    rows = []
    for row in chart.rows:
        lines = row.lines or (None,) * len(row.counts)
        counts = [
            TableCell(not_shown_words() if count is None else str(count), reference)
            for count, reference in zip(row.counts, lines, strict=True)
        ]
        rest = [TableCell(str(row.hidden))] if has_hidden else []
        rows.append((TableCell(row.name), *counts, *rest, TableCell(str(row.total))))
    return ChartTable((chart.heading, *names, *hidden, _("In all")), tuple(rows))


def _cell_text(cell: HeatCell) -> str:
    """Return the figures of a cell with its warnings; short, because a table has many cells."""
    told = [share_words(cell.share)]
    if cell.share is not None and cell.share.total and is_small(cell.share):
        told.append(_("few"))
    if cell.is_changed:
        told.append(_("meaning changed"))
    return ", ".join(told)


def _share_titles(chart: TimeChart | IntervalChart) -> tuple[str, ...]:
    return chart.heading, chart.measure, _("In all"), _("Share"), _("Probably between"), _("Note")


def _share_cells(name: str, share: Share | None, lines: LinesRef) -> tuple[TableCell, ...]:
    """Return the figures of a share, and a warning where it is of very few."""
    if share is None or not share.total:
        return tuple(map(TableCell, (name, share_words(share), "", "", "", "")))
    texts = (str(share.count), str(share.total), f"{share.share:.0%}")
    between = range_words(share.low, share.high)
    return (
        TableCell(name),
        *(TableCell(text, lines) for text in texts),
        TableCell(between),
        TableCell(small_words() if is_small(share) else ""),
    )


def _trend_table(chart: TimeChart) -> ChartTable:
    rows = []
    for point in chart.points:
        *cells, warning = _share_cells(point.name, point.share, point.lines)
        rows.append((*cells, TableCell(_note(point, warning.text))))
    return ChartTable(_share_titles(chart), tuple(rows))


def _control_table(chart: TimeChart) -> ChartTable:
    head, measure, total, share, _between, note = _share_titles(chart)
    rows = []
    for point in chart.points:
        *cells, _interval, warning = _share_cells(point.name, point.share, point.lines)
        end = TableCell(_note(point, warning.text))
        rows.append((*cells, *map(TableCell, _expected(point)), end))
    titles = (head, measure, total, share, _("Expected between"), _("Centre"), note)
    return ChartTable(titles, tuple(rows))


def _expected(point: TimePoint) -> Iterator[str]:
    yield range_words(*point.limits) if point.limits else ""
    yield "" if point.centre is None else f"{point.centre:.0%}"


def _note(point: TimePoint, warning: str) -> str:
    return " ".join(text for text in (point.signal, point.break_before, warning) if text)
