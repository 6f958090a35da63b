# SPDX-License-Identifier: MPL-2.0
"""Draw a trend: a line from point to point, over a band in which the true shares probably lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from auditapp.report.figure_blocks import TrendFigure, TrendMark, trend_in_words
from auditapp.report.gate import admit_line
from auditapp.report.pieces import Piece
from auditapp.report.sheet import Sheet
from auditapp.report.structure import Element, Role
from auditapp.report.styles import BAND, LEGEND, NAVY, RULE, TREND_VALUE, WHITE, TextStyle
from auditapp.report.typeset import Span, Typesetter

STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
DOT: Final = 2.2
LEAST_LABEL: Final = 44.0
"""Points between two labels below the axis; where points are closer, some have no label."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """Know where on the page the shares of one figure are. Lengths in points."""

    x: float
    foot: float
    width: float
    height: float
    count: int

    def across(self, place: int) -> float:
        """Return where the mark at ``place`` stands from left to right."""
        return self.x + self.width * (place + 0.5) / self.count

    def up(self, share: float) -> float:
        """Return where a share stands from the foot of the page."""
        return self.foot + self.height * share


class TrendPiece(Piece):
    """Draw one figure as wide as the column."""

    AXIS = 30.0
    PLOT = 96.0
    ABOVE = 10.0
    BELOW = 16.0

    def __init__(self, typesetter: Typesetter, figure: TrendFigure, parent: Element) -> None:
        self._typesetter = typesetter
        self._marks = figure.marks
        self._element = Element(Role.FIGURE, parent, alt=admit_line(trend_in_words(figure)))
        self.space_before = 6

    def measure(self, width: float) -> float:
        """Return the height of the plot and of the labels around it."""
        del width
        return self.ABOVE + self.PLOT + self.BELOW

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the lines of the grid, the band, the line with its dots, and the labels."""
        foot = top - self.ABOVE - self.PLOT
        bottom = top - self.measure(width)
        plot = _Plot(x + self.AXIS, foot, width - self.AXIS, self.PLOT, len(self._marks))
        self._element.attributes = (
            f"/O/Layout/Placement/Block/BBox[{x:.2f} {bottom:.2f} {x + width:.2f} {top:.2f}]"
        )
        with sheet.content(self._element):
            self._paint_grid(sheet, plot, x)
            for run in _runs(self._marks):
                _paint_run(sheet, plot, run)
            self._paint_labels(sheet, plot)

    def _paint_grid(self, sheet: Sheet, plot: _Plot, x: float) -> None:
        for share in STEPS:
            sheet.rule(RULE, plot.x, plot.up(share), plot.width)
            self._set(sheet, f"{share:.0%}", LEGEND, (x + 12, plot.up(share) + 5))

    def _paint_labels(self, sheet: Sheet, plot: _Plot) -> None:
        """Name the times below the axis and, where there is room, the shares above the points."""
        apart = plot.width / plot.count
        every = max(1, -(-int(LEAST_LABEL) // max(1, int(apart))))
        for place, mark in enumerate(self._marks):
            if place % every == 0:
                label = admit_line(mark.label)
                self._set(sheet, label, LEGEND, (plot.across(place), plot.foot - 4))
                if mark.share is not None:
                    at = (plot.across(place), plot.up(mark.share) + 14)
                    self._set(sheet, f"{mark.share:.0%}", TREND_VALUE, at)

    def _set(self, sheet: Sheet, text: str, style: TextStyle, at: tuple[float, float]) -> None:
        spans = [Span(text, style.weight)]
        line = self._typesetter.lines(spans, style.size, float("inf"))[0]
        sheet.set_centred(line, style, *at)


_Placed = tuple[int, TrendMark]


def _runs(marks: Sequence[TrendMark]) -> Iterator[list[_Placed]]:
    """Yield the marks that follow each other without a gap, with their places."""
    for is_shown, run in groupby(enumerate(marks), lambda each: each[1].share is not None):
        if is_shown:
            yield list(run)


def _paint_run(sheet: Sheet, plot: _Plot, run: Sequence[_Placed]) -> None:
    canvas = sheet.canvas
    lows = [(plot.across(place), plot.up(mark.low)) for place, mark in run]
    highs = [(plot.across(place), plot.up(mark.high)) for place, mark in run]
    points = [(plot.across(place), plot.up(mark.share or 0.0)) for place, mark in run]
    if len(run) == 1:  # a band of one point is a bar
        (left, low), (_same, high) = lows[0], highs[0]
        sheet.fill(BAND, (left - 4, low, 8, high - low))
    else:
        path = canvas.beginPath()
        path.moveTo(*lows[0])
        for point in [*lows[1:], *reversed(highs)]:
            path.lineTo(*point)
        path.close()
        canvas.setFillColor(BAND)
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.setStrokeColor(NAVY)
    canvas.setLineWidth(1.4)
    for (x, y), (to_x, to_y) in pairwise(points):
        canvas.line(x, y, to_x, to_y)
    for x, y in points:
        canvas.setFillColor(WHITE)
        canvas.circle(x, y, DOT + 0.9, stroke=0, fill=1)
        canvas.setFillColor(NAVY)
        canvas.circle(x, y, DOT, stroke=0, fill=1)
