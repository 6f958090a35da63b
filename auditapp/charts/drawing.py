# SPDX-License-Identifier: MPL-2.0
"""Draw any chart, and part one that is too tall for a page."""

from collections.abc import Iterator
from dataclasses import replace

from auditapp.charts.canvas import Canvas
from auditapp.charts.heat import draw_heat
from auditapp.charts.intervals import draw_intervals
from auditapp.charts.measure import Measure
from auditapp.charts.picture import Picture, TextKind
from auditapp.charts.stacked import draw_stacked
from auditapp.charts.timeline import draw_time
from auditapp.i18n import _
from auditapp.insight.chart_models import (
    Chart,
    HeatChart,
    IntervalChart,
    StackChart,
    TimeChart,
)
from auditapp.insight.chart_words import chart_marks


def draw_chart(chart: Chart, width: float, measure: Measure) -> Picture:
    """Draw a chart ``width`` wide, and as high as that makes it; one without marks says so."""
    if not any(chart_marks(chart)):
        return _draw_nothing(width, measure)
    match chart:
        case StackChart():
            return draw_stacked(chart, width, measure)
        case HeatChart():
            return draw_heat(chart, width, measure)
        case TimeChart():
            return draw_time(chart, width, measure)
    return draw_intervals(chart, width, measure)


def parted(chart: Chart, width: float, height: float, measure: Measure) -> Iterator[Chart]:
    """Yield the chart in parts that are at most ``height`` high, as far as its rows allow."""
    if isinstance(chart, TimeChart) or not chart.rows[1:]:
        yield chart
        return
    if draw_chart(chart, width, measure).height > height:
        half = (len(chart.rows) + 1) // 2
        for rows in (slice(half), slice(half, None)):
            yield from parted(_with_rows(chart, rows), width, height, measure)
    else:
        yield chart


def _with_rows(chart: StackChart | HeatChart | IntervalChart, rows: slice) -> Chart:
    match chart:
        case StackChart():
            return replace(chart, rows=chart.rows[rows])
        case HeatChart():
            return replace(chart, rows=chart.rows[rows])
    return replace(chart, rows=chart.rows[rows])


def _draw_nothing(width: float, measure: Measure) -> Picture:
    canvas = Canvas(measure, width)
    words = _("There is nothing to show yet.")
    canvas.y = canvas.add_wrapped(words, (0.0, 0.0), width, TextKind.SMALL)
    return canvas.finish()
