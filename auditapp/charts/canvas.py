# SPDX-License-Identifier: MPL-2.0
"""Gather the shapes of a picture while it is drawn, from the top down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.charts.measure import Measure, wrapped
from auditapp.charts.picture import (
    Anchor,
    Box,
    Hatch,
    Picture,
    Point,
    Shape,
    Spot,
    TextKind,
    Words,
)

HATCH_STEP: Final = 10
TEXTURES: Final = {
    "outstanding": ((1, -1),),
    "requires_improvement": ((1, 1),),
    "inadequate": ((1, 1), (1, -1)),
    "partly_met": ((1, 1),),
    "not_met": ((1, 1), (1, -1)),
    "could_not_find": ((1, -1),),
    "neutral": ((1, 0),),
}
"""Which ways lines run that tell a tone from its neighbours without its colour.

(1, 1) rises, (1, -1) falls, (1, 0) is level."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold a rectangle."""

    x: float
    y: float
    width: float
    height: float


class Canvas:
    """Be what one picture is drawn on. ``y`` is how far down it is drawn already."""

    def __init__(self, measure: Measure, width: float) -> None:
        self.measure = measure
        self.width = width
        self.y = 0.0
        self._shapes: list[Shape] = []
        self._spots: list[Spot] = []

    def add(self, *shapes: Shape) -> None:
        """Draw over what is drawn."""
        self._shapes += shapes

    def add_spot(self, frame: Frame, row: int, place: int) -> None:
        """Say that a mark is in a frame."""
        self._spots.append(Spot(frame.x, frame.y, frame.width, frame.height, row, place))

    def add_lines(
        self,
        lines: Sequence[str],
        at: Point,
        kind: TextKind,
        ink: str = "text2",
        anchor: Anchor = Anchor.START,
    ) -> float:
        """Set lines one below the other, the first at the top of ``at``; return their height."""
        x, y = at
        step = self.measure.line(kind)
        for place, text in enumerate(lines):
            if text:
                self.add(Words(x, y + place * step, text, kind, ink, anchor))
        return step * len(lines)

    def add_wrapped(self, text: str, at: Point, width: float, kind: TextKind) -> float:
        """Set a text in as many lines as it needs; return their height."""
        return self.add_lines(wrapped(self.measure, text, kind, width), at, kind)

    def add_texture(self, tone: str, frame: Frame, ink: str = "surface") -> None:
        """Draw the lines that mark a tone over its colour."""
        for way in TEXTURES.get(tone, ()):
            self.add_hatch(frame, way, ink)

    def add_hatch(self, frame: Frame, way: tuple[int, int], ink: str) -> None:
        """Draw thin lines across a frame, level or at 45 degrees."""
        step, width = self.measure.px(HATCH_STEP), self.measure.px(1)
        ends = tuple(end for line in _hatched(frame, way, step) for end in line)
        if ends:
            self.add(Hatch(ends, ink, width))

    def finish(self) -> Picture:
        """Return the picture."""
        spots = sorted(self._spots, key=lambda spot: (spot.row, spot.place))
        return Picture(self.width, self.y, tuple(self._shapes), tuple(spots))


def swatch(canvas: Canvas, tone: str, frame: Frame) -> None:
    """Draw a sample of how a tone looks."""
    canvas.add(Box(frame.x, frame.y, frame.width, frame.height, tone))
    canvas.add_texture(tone, frame)


def _hatched(frame: Frame, way: tuple[int, int], step: float) -> Iterable[tuple[Point, Point]]:
    """Yield the ends of the lines of a hatch, cut at the edges of the frame."""
    if way == (1, 0):
        count = int(frame.height // step)
        for place in range(count):
            y = frame.y + (place + 0.5) * frame.height / count
            yield (frame.x, y), (frame.x + frame.width, y)
        return
    reach = frame.width + frame.height
    for place in range(1, int(reach // step) + 1):
        along = place * step
        # Each line begins at the left edge or at the foot, and ends at the top or at the right.
        start = (max(0.0, along - frame.height), min(along, frame.height))
        end = (min(along, frame.width), max(0.0, along - frame.width))
        yield _turned(frame, start, way), _turned(frame, end, way)


def _turned(frame: Frame, point: Point, way: tuple[int, int]) -> Point:
    """Return a point of a rising line, or of a falling one, in its place."""
    x, y = point
    return frame.x + x, frame.y + (y if way == (1, 1) else frame.height - y)
