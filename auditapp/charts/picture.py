# SPDX-License-Identifier: MPL-2.0
"""Hold a drawn chart: shapes in their places, and where its marks are.

Lengths are in the units of the measure that the chart was drawn with, pixels or points; x counts
from the left and y from the top. Colours are the names of tokens of the window ("text2", "good",
"good_tint"); reports have colours of their own for the same names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Point = tuple[float, float]


class TextKind(StrEnum):
    """Name the three kinds of text in a chart, as the window's styles of type are called."""

    CAPTION = "caption"
    SMALL = "small"
    STRONG = "strong"


class Anchor(StrEnum):
    """Say which end of a text stands at its ``x``; the values are those of SVG."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """Fill a rectangle, and draw its edge just inside it if that has a colour."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Draw a line through points."""

    points: tuple[Point, ...]
    ink: str
    width: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Hatch:
    """Draw thin lines side by side, each from end to end; ``points`` are all the ends in turn."""

    points: tuple[Point, ...]
    ink: str
    width: float

    @property
    def lines(self) -> Iterator[tuple[Point, Point]]:
        """Yield the two ends of each line."""
        return zip(self.points[::2], self.points[1::2], strict=True)


@dataclass(frozen=True, slots=True)
class Area:
    """Fill what lies between points."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Disc:
    """Fill a circle and draw its edge."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    edge_width: float


@dataclass(frozen=True, slots=True)
class Words:
    """Set one line of text; ``y`` is the top of the line."""

    x: float
    y: float
    text: str
    kind: TextKind = TextKind.CAPTION
    ink: str = "text2"
    anchor: Anchor = Anchor.START


Shape = Box | Line | Hatch | Area | Disc | Words


@dataclass(frozen=True, slots=True)
class Spot:
    """Know where a mark is: ``place`` counts from 0 in the marks of its row."""

    x: float
    y: float
    width: float
    height: float
    row: int
    place: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold a drawn chart. The spots are in the order of the marks of the chart."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]


TONES_DRAWN: Final = (
    "outstanding",
    "good",
    "requires_improvement",
    "inadequate",
    "met",
    "partly_met",
    "not_met",
    "could_not_find",
    "not_applicable",
    "info",
    "ok",
    "neutral",
)
INKS: Final = ("text", "text2", "text3", "line", "surface", "sunken", "primary", "primary_tint")
COLOURS: Final = (*INKS, "danger", *TONES_DRAWN, *(f"{tone}_tint" for tone in TONES_DRAWN))
"""Every name of a colour that a picture may use."""
