# SPDX-License-Identifier: MPL-2.0
"""Draw how groups divide: a bar for each, with its parts in one order.

The bars are as long as each other, or as what they count.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from auditapp.charts.canvas import Canvas, Frame
from auditapp.charts.legend import (
    LINE_SAMPLE,
    SAMPLE,
    Entry,
    draw_legend,
    line_entry,
    tone_entry,
)
from auditapp.charts.measure import Measure
from auditapp.charts.picture import Anchor, Box, Picture, TextKind
from auditapp.charts.rows import draw_rows, plan_rows
from auditapp.i18n import _
from auditapp.insight.chart_models import StackChart, StackPart, StackRow
from auditapp.insight.chart_words import not_shown_words
from auditapp.insight.small_numbers import FEWEST

_THIN_INSET: Final = 4
"""Pixels by which the bar of very few is lower than others, above and below."""


def draw_stacked(chart: StackChart, width: float, measure: Measure) -> Picture:
    """Draw the chart ``width`` wide."""
    canvas = Canvas(measure, width)
    parts = [*chart.parts, *_hidden_part(chart)]
    entries = [tone_entry(part.tone, _legend_words(part)) for part in parts]
    if chart.target:
        entries.append(line_entry("text", chart.target.text, is_dashed=True))
    if any(_is_thin(chart, row) for row in chart.rows):
        few = _("Thin: fewer than {fewest}, read with care").format(fewest=FEWEST)
        entries.append(Entry(_thin_sample, few, LINE_SAMPLE))
    draw_legend(canvas, entries)
    rows = [(row.name, _("n = {count}").format(count=row.total)) for row in chart.rows]
    plan = plan_rows(measure, width, *(list(each) for each in zip(*rows, strict=True)))
    bars = _Bars(canvas, parts, chart)
    if chart.most:
        draw_rows(canvas, plan, rows, bars, chart.target, lambda step: f"{step * chart.most:g}")
    else:
        draw_rows(canvas, plan, rows, bars, chart.target)
    return canvas.finish()


def _legend_words(part: StackPart) -> str:
    """Return the name of a part, with what it is called on the bars."""
    return f"{part.name} ({part.short})" if part.short else part.name


def _hidden_part(chart: StackChart) -> Iterator[StackPart]:
    if any(row.hidden for row in chart.rows):
        yield StackPart(not_shown_words(), "neutral")


class _Bars:
    """Draw the parts of a bar that there is any of; a hair of the ground keeps them apart."""

    def __init__(self, canvas: Canvas, parts: list[StackPart], chart: StackChart) -> None:
        self._canvas = canvas
        self._parts = parts
        self._chart = chart
        self._rows: Sequence[StackRow] = chart.rows
        self._most = chart.most

    def draw_bar(self, number: int, frame: Frame) -> None:
        """Draw the parts of row ``number``, each with its texture."""
        for place, (part, _count, piece) in enumerate(self._pieces(number, frame)):
            self._canvas.add(Box(piece.x, piece.y, piece.width, piece.height, part.tone))
            self._canvas.add_texture(part.tone, piece)
            self._canvas.add_spot(piece, number, place)

    def draw_labels(self, number: int, frame: Frame) -> None:
        """Write the counts on the parts of row ``number``."""
        for part, count, piece in self._pieces(number, frame):
            _draw_label(self._canvas, part, count, piece)

    def _pieces(self, number: int, frame: Frame) -> Iterator[tuple[StackPart, int, Frame]]:
        row = self._rows[number]
        if _is_thin(self._chart, row):
            frame = _thinned(self._canvas, frame)
        hair = self._canvas.measure.px(1)
        x = frame.x
        counts = [count or 0 for count in row.counts] + [row.hidden]
        for part, count in zip(self._parts, counts, strict=False):  # most charts hide nothing
            if count:
                width = frame.width * count / (self._most or row.total)
                yield part, count, Frame(x, frame.y, max(width - hair, hair), frame.height)
                x += width


def _is_thin(chart: StackChart, row: StackRow) -> bool:
    """Tell whether a bar is of so few that its parts say little; one that only counts never is."""
    return not chart.most and 0 < row.total < FEWEST


def _thinned(canvas: Canvas, frame: Frame) -> Frame:
    inset = canvas.measure.px(_THIN_INSET)
    return Frame(frame.x, frame.y + inset, frame.width, frame.height - 2 * inset)


def _thin_sample(canvas: Canvas, frame: Frame) -> None:
    inset = canvas.measure.px(SAMPLE / 3)
    box = (frame.x, frame.y + inset, frame.width, frame.height - 2 * inset)
    canvas.add(Box(*box, "text3"))


def _draw_label(canvas: Canvas, part: StackPart, count: int, piece: Frame) -> None:
    """Write how many there are, with the short name where there is room, on a plain ground."""
    measure = canvas.measure
    line = measure.line(TextKind.CAPTION)
    for text in ([f"{part.short} {count}"] if part.short else []) + [str(count)]:
        wide = measure.width(text, TextKind.CAPTION) + measure.px(6)
        if wide <= piece.width - measure.px(4):
            x, y = piece.x + piece.width / 2, piece.y + (piece.height - line) / 2
            canvas.add(Box(x - wide / 2, y, wide, line, part.tone))
            canvas.add_lines([text], (x, y), TextKind.CAPTION, "surface", Anchor.MIDDLE)
            return
