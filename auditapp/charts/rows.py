# SPDX-License-Identifier: MPL-2.0
"""Lay out charts of level bars: a name, a bar on an axis from 0 to 100 %, and a figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from auditapp.charts.canvas import Canvas, Frame
from auditapp.charts.measure import Measure, widest, wrapped
from auditapp.charts.picture import Anchor, Line, TextKind, Words
from auditapp.insight.chart_models import Target

BAR: Final = 24
GAP: Final = 10
STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)

_NAMES_SHARE: Final = 0.34
_FOLDS_BELOW: Final = 480
_PAD: Final = 12


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Know where names, bars and figures stand. Where a plan is folded, names are over bars."""

    names: float
    bar_x: float
    bar_width: float
    is_folded: bool

    def across(self, share: float) -> float:
        """Return where a share of the axis is."""
        return self.bar_x + self.bar_width * share


def plan_rows(
    measure: Measure, width: float, names: Sequence[str], figures: Sequence[str]
) -> RowPlan:
    """Divide the width between names, bars and figures."""
    figure = widest(measure, list(figures), TextKind.SMALL) + measure.px(_PAD)
    half_step = measure.width("100%", TextKind.CAPTION) / 2
    figure = max(figure, half_step)
    if width < measure.px(_FOLDS_BELOW):
        return RowPlan(width, half_step, max(width - half_step - figure, 1.0), is_folded=True)
    name = min(widest(measure, list(names), TextKind.SMALL) + 1, width * _NAMES_SHARE)
    start = max(name + measure.px(_PAD), half_step)
    return RowPlan(name, start, max(width - start - figure, 1.0), is_folded=False)


class BarPainter(Protocol):
    """Draw the bar of a row, and then what is to be read over every line."""

    def draw_bar(self, number: int, frame: Frame) -> None:
        """Draw the bar of row ``number``."""
        ...

    def draw_labels(self, number: int, frame: Frame) -> None:
        """Draw what is written on the bar."""
        ...


def draw_rows(
    canvas: Canvas,
    plan: RowPlan,
    rows: Sequence[tuple[str, str]],
    painter: BarPainter,
    target: Target | None,
    step_words: Callable[[float], str] = "{:.0%}".format,
) -> None:
    """Draw a row for each name and figure, with its bar, on an axis with a line for a target.

    ``step_words`` says what stands at a step of the axis, from 0 to 1.
    """
    top = canvas.y
    frames = [_draw_words(canvas, plan, name, figure) for name, figure in rows]
    # Where names stand over the bars, lines through them would be hard on the reader.
    whole = Frame(plan.bar_x, top, plan.bar_width, canvas.y - top)
    runs = frames if plan.is_folded else [whole]
    for step in STEPS:
        _draw_upright(canvas, plan.across(step), runs, "line", is_dashed=False)
    for number, frame in enumerate(frames):
        painter.draw_bar(number, frame)
    if target:
        x = plan.across(min(max(target.share, 0.0), 1.0))
        # The line stands out on every colour, because it has an edge of the ground.
        _draw_upright(canvas, x, runs, "surface", is_dashed=False, width=4)
        _draw_upright(canvas, x, runs, "text", is_dashed=True, width=2)
    for number, frame in enumerate(frames):
        painter.draw_labels(number, frame)
    _draw_axis(canvas, plan, step_words)


def _draw_upright(
    canvas: Canvas,
    x: float,
    runs: Sequence[Frame],
    ink: str,
    *,
    is_dashed: bool,
    width: float = 1,
) -> None:
    """Draw a line down through frames."""
    wide = canvas.measure.px(width)
    for frame in runs:
        ends = ((x, frame.y), (x, frame.y + frame.height))
        canvas.add(Line(ends, ink, wide, is_dashed))


def _draw_words(canvas: Canvas, plan: RowPlan, name: str, figure: str) -> Frame:
    """Set the name and the figure of a row; return where its bar is."""
    measure = canvas.measure
    line, bar = measure.line(TextKind.SMALL), measure.px(BAR)
    lines = wrapped(measure, name, TextKind.SMALL, plan.names)
    height = line * len(lines)
    if plan.is_folded:
        canvas.add_lines(lines, (0.0, canvas.y), TextKind.SMALL, "text")
        bar_top = canvas.y + height + measure.px(2)
        bottom = bar_top + bar
    else:
        bottom = canvas.y + max(height, bar)
        bar_top = (canvas.y + bottom - bar) / 2
        canvas.add_lines(lines, (0.0, (canvas.y + bottom - height) / 2), TextKind.SMALL, "text")
    at = (canvas.width, bar_top + (bar - line) / 2)
    canvas.add_lines([figure], at, TextKind.SMALL, anchor=Anchor.END)
    canvas.y = bottom + measure.px(GAP)
    return Frame(plan.bar_x, bar_top, plan.bar_width, bar)


def _draw_axis(canvas: Canvas, plan: RowPlan, step_words: Callable[[float], str]) -> None:
    """Write the steps under the axis: all of them, or every other where it is short."""
    measure = canvas.measure
    room = plan.bar_width / (len(STEPS) - 1)
    every = 1 if room > measure.width("100%", TextKind.CAPTION) + measure.px(6) else 2
    for step in STEPS[::every]:
        x = plan.across(step)
        canvas.add(Words(x, canvas.y, step_words(step), ink="text3", anchor=Anchor.MIDDLE))
    canvas.y += measure.line(TextKind.CAPTION)
