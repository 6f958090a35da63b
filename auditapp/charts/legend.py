# SPDX-License-Identifier: MPL-2.0
"""Explain the colours, lines and signs of a chart, in a row that wraps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.charts.canvas import Canvas, Frame, swatch
from auditapp.charts.measure import wrapped
from auditapp.charts.picture import Line, TextKind

SAMPLE: Final = 14
LINE_SAMPLE: Final = 26
GAP: Final = 6
BETWEEN: Final = 18

Draw = Callable[[Canvas, Frame], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold what draws a sample of a look, and what it means."""

    draw: Draw
    text: str
    width: float = SAMPLE


def tone_entry(tone: str, text: str) -> Entry:
    """Return the entry of a tone."""
    return Entry(lambda canvas, frame: swatch(canvas, tone, frame), text)


def line_entry(ink: str, text: str, *, is_dashed: bool) -> Entry:
    """Return the entry of a line."""

    def draw(canvas: Canvas, frame: Frame) -> None:
        """Draw the line in the room that the entry has."""
        draw_level(canvas, frame, ink, is_dashed=is_dashed)

    return Entry(draw, text, LINE_SAMPLE)


def draw_level(canvas: Canvas, frame: Frame, ink: str, *, is_dashed: bool = False) -> None:
    """Draw a line through the middle of a frame, and all of it within."""
    width = canvas.measure.px(2)
    y = frame.y + frame.height / 2
    ends = ((frame.x + width, y), (frame.x + frame.width - width, y))
    canvas.add(Line(ends, ink, width, is_dashed))


def draw_legend(canvas: Canvas, entries: Sequence[Entry]) -> None:
    """Draw the entries side by side, as many as fit, and leave a gap below."""
    measure = canvas.measure
    size, line = measure.px(SAMPLE), measure.line(TextKind.CAPTION)
    x = 0.0
    height = 0.0
    for entry in entries:
        sample = measure.px(entry.width)
        room = sample + measure.px(GAP)
        lines = wrapped(measure, entry.text, TextKind.CAPTION, max(canvas.width - room, size))
        wide = room + max(measure.width(text, TextKind.CAPTION) for text in lines)
        if x and x + wide > canvas.width:
            canvas.y += height + measure.px(4)
            x = height = 0.0
        entry.draw(canvas, Frame(x, canvas.y + (line - size) / 2, sample, size))
        canvas.add_lines(lines, (x + room, canvas.y), TextKind.CAPTION)
        height = max(height, line * len(lines))
        x += wide + measure.px(BETWEEN)
    canvas.y += height + measure.px(10) if entries else 0.0
