# SPDX-License-Identifier: MPL-2.0
"""Draw how a share went on: a trend over its intervals, or a p-chart between its limits."""

from collections.abc import Sequence
from typing import Final

from auditapp.charts.canvas import Canvas, Frame
from auditapp.charts.legend import draw_legend
from auditapp.charts.measure import Measure, wrapped
from auditapp.charts.picture import Anchor, Area, Disc, Line, Picture, Point, TextKind, Words
from auditapp.charts.timeline_legend import break_letter, diamond, time_entries
from auditapp.charts.timeline_plot import DOT, STEPS, Placed, Plot, runs_of, spot_of
from auditapp.charts.timeline_values import draw_values
from auditapp.i18n import _
from auditapp.insight.chart_models import TimeChart, TimePoint, is_small

_HEIGHT: Final = 190
_LABEL: Final = 52
_LONE: Final = 5
"""Half the width of the bar that an interval is where no neighbour makes it a band."""


def draw_time(chart: TimeChart, width: float, measure: Measure) -> Picture:
    """Draw the chart ``width`` wide."""
    canvas = Canvas(measure, width)
    draw_legend(canvas, list(time_entries(chart)))
    axis = measure.width("100%", TextKind.CAPTION) + measure.px(8)
    above = measure.line(TextKind.CAPTION) + measure.px(6)
    frame = Frame(axis, canvas.y + above, max(width - axis, 1.0), measure.px(_HEIGHT))
    plot = Plot(frame, len(chart.points))
    for run in runs_of(chart.points):
        if not _has_limits(run):
            _draw_band(canvas, plot, run)
    _draw_grid(canvas, plot)  # the band is opaque
    for run in filter(_has_limits, runs_of(chart.points)):
        _draw_limits(canvas, plot, run)
    _draw_breaks(canvas, plot, chart.points)
    for run in runs_of(chart.points):
        points = [spot_of(plot, placed) for placed in run]
        canvas.add(Line(tuple(points), "primary", measure.px(2)))
    every = _every(measure, plot)
    for placed in enumerate(chart.points):
        _draw_point(canvas, plot, placed)
    draw_values(canvas, plot, chart.points, every)
    canvas.y = frame.y + frame.height + measure.px(4)
    _draw_names(canvas, plot, chart.points[::every], every)
    return canvas.finish()


def _draw_grid(canvas: Canvas, plot: Plot) -> None:
    line = canvas.measure.line(TextKind.CAPTION)
    frame = plot.frame
    for share in STEPS:
        y = plot.down(share)
        canvas.add(Line(((frame.x, y), (frame.x + frame.width, y)), "line"))
        at = (frame.x - canvas.measure.px(8), y - line / 2)
        canvas.add(Words(*at, f"{share:.0%}", ink="text3", anchor=Anchor.END))


def _has_limits(run: Sequence[Placed]) -> bool:
    return any(point.limits for _place, point in run)


def _draw_band(canvas: Canvas, plot: Plot, run: Sequence[Placed]) -> None:
    """Fill the intervals of a trend."""
    shares = [(plot.across(place), point.share) for place, point in run if point.share]
    lows = [(x, plot.down(share.low)) for x, share in shares]
    highs = [(x, plot.down(share.high)) for x, share in shares]
    if len(run) == 1:
        half = canvas.measure.px(_LONE)
        lows, highs = ([(x - half, y), (x + half, y)] for ((x, y),) in (lows, highs))
    canvas.add(Area((*lows, *reversed(highs)), "primary_tint"))


def _draw_limits(canvas: Canvas, plot: Plot, run: Sequence[Placed]) -> None:
    """Draw the limits and the centre of a p-chart as steps: each point has limits of its own."""
    px = canvas.measure.px
    steps: dict[str, list[Point]] = {"low": [], "high": [], "centre": []}
    for place, point in run:
        if point.limits and point.centre is not None:
            shares = dict(zip(steps, (*point.limits, point.centre), strict=True))
            for name, share in shares.items():
                y = plot.down(share)
                steps[name] += [(plot.across(place - 0.5), y), (plot.across(place + 0.5), y)]
    for name, points in steps.items():
        is_centre = name == "centre"
        if points:
            canvas.add(Line(tuple(points), "text3", px(1.5), is_dashed=not is_centre))


def _draw_breaks(canvas: Canvas, plot: Plot, points: Sequence[TimePoint]) -> None:
    """Draw a line with a letter, which the legend explains, where shares stop being alike."""
    measure = canvas.measure
    frame = plot.frame
    number = 0
    for place, point in enumerate(points):
        if point.break_before:
            x = plot.across(place - 0.5)
            ends = ((x, frame.y), (x, frame.y + frame.height))
            canvas.add(Line(ends, "text", measure.px(2), is_dashed=True))
            at = (x, frame.y - measure.line(TextKind.CAPTION))
            canvas.add(Words(*at, break_letter(number), ink="text", anchor=Anchor.MIDDLE))
            number += 1


def _draw_point(canvas: Canvas, plot: Plot, placed: Placed) -> None:
    """Draw a disc, an empty one of few audits, or a diamond where a point stands out."""
    measure = canvas.measure
    place, point = placed
    frame = plot.frame
    left, right = plot.across(place - 0.5), plot.across(place + 0.5)
    canvas.add_spot(Frame(left, frame.y, right - left, frame.height), 0, place)
    if point.share is None or not point.share.total:
        return
    x, y = spot_of(plot, placed)
    if point.signal:
        canvas.add(*diamond(x, y, measure.px(DOT + 4)))
        return
    fill = "surface" if is_small(point.share) else "primary"
    canvas.add(Disc(x, y, measure.px(DOT), fill, "primary", measure.px(1.5)))


def _every(measure: Measure, plot: Plot) -> int:
    """Return of how many points one has its name under it, so that names do not touch."""
    apart = plot.frame.width / plot.count
    return max(1, -(-int(measure.px(_LABEL)) // max(1, int(apart))))


def _draw_names(canvas: Canvas, plot: Plot, points: Sequence[TimePoint], every: int) -> None:
    """Write under the axis what the points are called, and of how many they are."""
    measure = canvas.measure
    room = plot.frame.width / plot.count * every - measure.px(4)
    lines = [wrapped(measure, point.name, TextKind.CAPTION, room) for point in points]
    most = max(map(len, lines))
    line = measure.line(TextKind.CAPTION)
    for number, (point, name) in enumerate(zip(points, lines, strict=True)):
        total = point.share.total if point.share else 0
        words = _("n = {count}").format(count=total) if point.share else "–"
        # The name of the last point is not to be cut by the edge.
        half = max(measure.width(each, TextKind.CAPTION) for each in (*name, words)) / 2
        x = min(plot.across(number * every), canvas.width - half)
        canvas.add_lines(name, (x, canvas.y), TextKind.CAPTION, "text2", Anchor.MIDDLE)
        at = (x, canvas.y + most * line)
        canvas.add_lines([words], at, TextKind.CAPTION, "text3", Anchor.MIDDLE)
    canvas.y += (most + 1) * line
