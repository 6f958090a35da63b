# SPDX-License-Identifier: MPL-2.0
"""Draw shares beside each other: a bar for each, and a line over where the true one may lie."""

from collections.abc import Sequence

from auditapp.charts.canvas import Canvas, Frame
from auditapp.charts.legend import Entry, draw_legend, line_entry
from auditapp.charts.measure import Measure
from auditapp.charts.picture import Box, Line, Picture
from auditapp.charts.rows import RowPlan, draw_rows, plan_rows
from auditapp.i18n import _
from auditapp.insight.chart_models import IntervalChart, IntervalRow, is_small
from auditapp.insight.chart_words import share_words
from auditapp.insight.small_numbers import FEWEST


def draw_intervals(chart: IntervalChart, width: float, measure: Measure) -> Picture:
    """Draw the chart ``width`` wide."""
    canvas = Canvas(measure, width)
    entries = [Entry(_sample, _("Where the true share probably lies (95%)"))]
    if any(row.share and row.share.total and is_small(row.share) for row in chart.rows):
        words = _("Fewer than {fewest}: read with care").format(fewest=FEWEST)
        entries.append(Entry(_small_sample, words))
    if chart.target:
        entries.append(line_entry("text", chart.target.text, is_dashed=True))
    draw_legend(canvas, entries)
    rows = [(row.name, share_words(row.share)) for row in chart.rows]
    plan = plan_rows(measure, width, *(list(each) for each in zip(*rows, strict=True)))

    draw_rows(canvas, plan, rows, _Bars(canvas, plan, chart.rows), chart.target)
    return canvas.finish()


class _Bars:
    """Draw each bar from 0 to its share, and its interval over everything."""

    def __init__(self, canvas: Canvas, plan: RowPlan, rows: Sequence[IntervalRow]) -> None:
        self._canvas = canvas
        self._plan = plan
        self._rows = rows

    def draw_bar(self, number: int, frame: Frame) -> None:
        """Draw the bar of row ``number``; an empty one of too few."""
        self._canvas.add_spot(frame, number, 0)
        share = self._rows[number].share
        if share is None or not share.total:
            return
        px = self._canvas.measure.px
        inset = px(3)
        width = max(self._plan.across(share.share) - frame.x, px(2))
        fill = "surface" if is_small(share) else "primary_tint"
        height = frame.height - 2 * inset
        self._canvas.add(Box(frame.x, frame.y + inset, width, height, fill, "primary"))

    def draw_labels(self, number: int, frame: Frame) -> None:
        """Draw the interval of row ``number``."""
        share = self._rows[number].share
        if share is not None and share.total:
            low, high = (self._plan.across(end) for end in (share.low, share.high))
            _draw_whisker(self._canvas, low, high, frame.y + frame.height / 2)


def _draw_whisker(canvas: Canvas, low: float, high: float, y: float) -> None:
    px = canvas.measure.px
    reach, width = px(5), px(2)
    for ends in (
        ((low, y), (high, y)),
        ((low, y - reach), (low, y + reach)),
        ((high, y - reach), (high, y + reach)),
    ):
        canvas.add(Line(ends, "text", width))


def _sample(canvas: Canvas, frame: Frame) -> None:
    inset = canvas.measure.px(2)
    ends = (frame.x + inset, frame.x + frame.width - inset)
    _draw_whisker(canvas, *ends, frame.y + frame.height / 2)


def _small_sample(canvas: Canvas, frame: Frame) -> None:
    canvas.add(Box(frame.x, frame.y, frame.width, frame.height, "surface", "primary"))
