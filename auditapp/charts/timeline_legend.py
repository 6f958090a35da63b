# SPDX-License-Identifier: MPL-2.0
"""Explain the signs of a chart over time: only those that are in it."""

from collections.abc import Iterator
from typing import Final

from auditapp.charts.canvas import Canvas, Frame
from auditapp.charts.legend import LINE_SAMPLE, Entry, draw_level, line_entry
from auditapp.charts.picture import Area, Box, Disc, Line, Shape
from auditapp.i18n import _
from auditapp.insight.chart_models import TimeChart, is_small
from auditapp.insight.small_numbers import FEWEST

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def break_letter(number: int) -> str:
    """Return the letter of a break, counted from 0."""
    return _LETTERS[number % len(_LETTERS)]


def diamond(x: float, y: float, reach: float) -> tuple[Shape, Shape]:
    """Return the shapes of a point that stands out, round its middle."""
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return Area(corners, "danger"), Line((*corners, corners[0]), "surface", 1.0)


def time_entries(chart: TimeChart) -> Iterator[Entry]:
    """Yield the entries of the legend."""
    yield Entry(_point, chart.measure, LINE_SAMPLE)
    if chart.is_control:
        yield line_entry("text3", _("Centre"), is_dashed=False)
        yield line_entry("text3", _("Limits of what chance alone explains"), is_dashed=True)
    else:
        yield Entry(_band, _("Where the true share probably lies (95%)"))
    if any(point.signal for point in chart.points):
        yield Entry(_signal, _("Stands out"))
    if any(p.share and p.share.total and is_small(p.share) for p in chart.points):
        yield Entry(_empty, _("Fewer than {fewest}: read with care").format(fewest=FEWEST))
    breaks = [point.break_before for point in chart.points if point.break_before]
    for number, words in enumerate(breaks):
        text = _("{letter}: {words}").format(letter=break_letter(number), words=words)
        yield line_entry("text", text, is_dashed=True)


def _middle(frame: Frame) -> tuple[float, float]:
    return frame.x + frame.width / 2, frame.y + frame.height / 2


def _point(canvas: Canvas, frame: Frame) -> None:
    x, y = _middle(frame)
    px = canvas.measure.px
    draw_level(canvas, frame, "primary")
    canvas.add(Disc(x, y, px(4), "primary", "primary", px(1.5)))


def _empty(canvas: Canvas, frame: Frame) -> None:
    px = canvas.measure.px
    canvas.add(Disc(*_middle(frame), px(4), "surface", "primary", px(1.5)))


def _signal(canvas: Canvas, frame: Frame) -> None:
    canvas.add(*diamond(*_middle(frame), frame.width / 2))


def _band(canvas: Canvas, frame: Frame) -> None:
    canvas.add(Box(frame.x, frame.y, frame.width, frame.height, "primary_tint"))
