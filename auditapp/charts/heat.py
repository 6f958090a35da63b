# SPDX-License-Identifier: MPL-2.0
"""Draw how often criteria were met, by team: a cell with its figures for each of both.

Columns that do not fit beside each other follow in a further band below.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.charts.canvas import Canvas, Frame
from auditapp.charts.legend import Entry, draw_legend
from auditapp.charts.measure import Measure, widest, wrapped
from auditapp.charts.picture import Anchor, Box, Picture, TextKind
from auditapp.i18n import _
from auditapp.insight.chart_models import (
    HALF,
    MOSTLY,
    HeatCell,
    HeatChart,
    HeatRow,
    is_small,
)
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST

_NAMES_SHARE: Final = 0.26
_LEAST_NAMES: Final = 120
_FOLDS_BELOW: Final = 520
_LEAST_CELL: Final = 64
_WIDEST_CELL: Final = 132
_WIDEST_WORD: Final = 110
"""Of a longer word in the name of a column, the end goes to the next line."""

_PAD: Final = 8
_GAP: Final = 2
_CHANGED: Final = (1, 1)
"""The way of the hatch of a cell whose question changed its meaning."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Know how wide names and cells are, and how many columns are in a band."""

    names: float
    cell: float
    beside: int
    is_folded: bool


def draw_heat(chart: HeatChart, width: float, measure: Measure) -> Picture:
    """Draw the chart ``width`` wide."""
    canvas = Canvas(measure, width)
    draw_legend(canvas, list(_entries(chart)))
    plan = _plan(chart, width, measure)
    for start in range(0, len(chart.columns), plan.beside):
        if start:
            canvas.y += measure.px(14)
        columns = range(start, min(start + plan.beside, len(chart.columns)))
        _draw_heads(canvas, plan, [chart.columns[column] for column in columns])
        for number, row in enumerate(chart.rows):
            _draw_row(canvas, plan, row, (number, columns))
    return canvas.finish()


def _plan(chart: HeatChart, width: float, measure: Measure) -> _Plan:
    is_folded = width < measure.px(_FOLDS_BELOW)
    names = 0.0
    if not is_folded:
        longest = widest(measure, [row.name for row in chart.rows], TextKind.SMALL) + 1
        names = min(longest, max(width * _NAMES_SHARE, measure.px(_LEAST_NAMES)))
        names += measure.px(_PAD)
    texts = [_figures(cell.share)[1] for row in chart.rows for cell in row.cells]
    words = [word for name in chart.columns for word in name.split()]
    word = min(widest(measure, words, TextKind.CAPTION), measure.px(_WIDEST_WORD))
    figures = widest(measure, texts, TextKind.CAPTION)
    least = max(max(figures, word) + measure.px(_PAD), measure.px(_LEAST_CELL))
    fit = max(1, int((width - names) // least))
    bands = math.ceil(len(chart.columns) / fit)
    beside = math.ceil(len(chart.columns) / bands)
    cell = min((width - names) / beside, max(measure.px(_WIDEST_CELL), least))
    return _Plan(names, cell, beside, is_folded)


def _draw_heads(canvas: Canvas, plan: _Plan, columns: Sequence[str]) -> None:
    """Write the names of columns over them, their last lines level."""
    measure = canvas.measure
    room = plan.cell - measure.px(4)
    heads = [wrapped(measure, name, TextKind.CAPTION, room) for name in columns]
    most = max(map(len, heads))
    line = measure.line(TextKind.CAPTION)
    for place, lines in enumerate(heads):
        at = (plan.names + plan.cell * (place + 0.5), canvas.y + line * (most - len(lines)))
        canvas.add_lines(lines, at, TextKind.CAPTION, "text2", Anchor.MIDDLE)
    canvas.y += line * most + measure.px(4)


def _draw_row(canvas: Canvas, plan: _Plan, row: HeatRow, place: tuple[int, range]) -> None:
    """Draw the cells of a row that are in one band, and its name before or above them."""
    measure = canvas.measure
    number, columns = place
    height = measure.line(TextKind.STRONG) + measure.line(TextKind.CAPTION) + measure.px(_PAD)
    room = plan.names - measure.px(_PAD) if plan.names else canvas.width
    lines = wrapped(measure, row.name, TextKind.SMALL, room)
    names = measure.line(TextKind.SMALL) * len(lines)
    if plan.is_folded:
        canvas.add_lines(lines, (0.0, canvas.y), TextKind.SMALL, "text")
        canvas.y += names
    else:
        height = max(height, names + measure.px(_GAP))
        canvas.add_lines(lines, (0.0, canvas.y + (height - names) / 2), TextKind.SMALL, "text")
    gap = measure.px(_GAP)
    for at, column in enumerate(columns):
        x = plan.names + plan.cell * at
        frame = Frame(x, canvas.y, plan.cell - gap, height - gap)
        _draw_cell(canvas, row.cells[column], frame)
        canvas.add_spot(frame, number, column)
    canvas.y += height + (measure.px(6) if plan.is_folded else 0)


def _draw_cell(canvas: Canvas, cell: HeatCell, frame: Frame) -> None:
    fill = _fill(cell.share)
    # A cell in which nothing was rated is left quiet.
    is_empty = cell.share is not None and not cell.share.total
    edge = "line" if fill == "surface" and not is_empty else ""
    canvas.add(Box(frame.x, frame.y, frame.width, frame.height, fill, edge))
    if cell.is_changed:
        canvas.add_hatch(frame, _CHANGED, "text3")
    measure = canvas.measure
    figures = list(zip(_figures(cell.share), (TextKind.STRONG, TextKind.CAPTION), strict=True))
    height = sum(measure.line(kind) for text, kind in figures if text)
    x, y = frame.x + frame.width / 2, frame.y + (frame.height - height) / 2
    for text, kind in figures:
        if text:
            if cell.is_changed:  # letters are not to be read across lines
                wide = measure.width(text, kind) + measure.px(6)
                canvas.add(Box(x - wide / 2, y, wide, measure.line(kind), fill))
            ink = "text" if kind is TextKind.STRONG else "text2"
            y += canvas.add_lines([text], (x, y), kind, ink, Anchor.MIDDLE)


def _figures(share: Share | None) -> tuple[str, str]:
    """Return the share and the counts that a cell shows; no share where it is of too few."""
    if share is None:
        return "", _("not shown")
    if not share.total:
        return "–", ""
    counts = _("{count} of {total}").format(count=share.count, total=share.total)
    return ("" if is_small(share) else f"{share.share:.0%}"), counts


def _fill(share: Share | None) -> str:
    if share is None or not share.total or is_small(share):
        return "surface"
    if share.share >= MOSTLY:
        return "met_tint"
    return "partly_met_tint" if share.share >= HALF else "not_met_tint"


def _entries(chart: HeatChart) -> Iterator[Entry]:
    """Yield what explains the looks that the chart has."""
    cells = [cell for row in chart.rows for cell in row.cells]
    looks = {_fill(cell.share) for cell in cells}
    levels = {
        "met_tint": _("{share:.0%} or more").format(share=MOSTLY),
        "partly_met_tint": _("{share:.0%} or more").format(share=HALF),
        "not_met_tint": _("under {share:.0%}").format(share=HALF),
        "surface": _("under {fewest} audits, not shown or not asked").format(fewest=FEWEST),
    }
    yield from (Entry(_Sample(fill), text) for fill, text in levels.items() if fill in looks)
    if any(cell.is_changed for cell in cells):
        text = _("the question changed its meaning: do not compare")
        yield Entry(_Sample("surface", is_hatched=True), text)


@dataclass(frozen=True, slots=True)
class _Sample:
    """Draw what a cell looks like."""

    fill: str
    is_hatched: bool = False

    def __call__(self, canvas: Canvas, frame: Frame) -> None:
        canvas.add(Box(frame.x, frame.y, frame.width, frame.height, self.fill, "text3"))
        if self.is_hatched:
            canvas.add_hatch(frame, _CHANGED, "text3")
