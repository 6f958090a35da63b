# SPDX-License-Identifier: MPL-2.0
"""Set a chart on a page, tagged as a figure with its words."""

from collections.abc import Iterator
from typing import Final

from reportlab.lib.colors import Color, HexColor

from auditapp.charts.drawing import draw_chart, parted
from auditapp.charts.picture import (
    Anchor,
    Area,
    Box,
    Disc,
    Hatch,
    Line,
    Picture,
    Point,
    Shape,
    Words,
)
from auditapp.insight.chart_models import Chart
from auditapp.insight.chart_words import chart_words
from auditapp.report.chart_looks import LETTERS, colour_of
from auditapp.report.palette import LIGHT
from auditapp.report.pdf.pieces import Piece
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import TextStyle
from auditapp.report.typesetting.chart_measure import ReportMeasure, weight_of
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Span, Typesetter

SCALE: Final = 0.6
"""Points for a pixel of the window's design: its captions are as high as a legend in a report."""

TALLEST: Final = 620.0
"""Points. A chart that is higher is set in parts, so that each has room under a heading."""

_DASHES: Final = (3.0, 2.0)


def chart_pieces(
    typesetter: Typesetter, chart: Chart, width: float, parent: Element
) -> Iterator["ChartPiece"]:
    """Yield a chart in a column of ``width``, in as many parts as its height needs."""
    measure = ReportMeasure(typesetter, SCALE)
    for part in parted(chart, width, TALLEST, measure):
        yield ChartPiece(typesetter, part, parent)


class ChartPiece(Piece):
    """Draw one chart as wide as the column."""

    def __init__(self, typesetter: Typesetter, chart: Chart, parent: Element) -> None:
        self._typesetter = typesetter
        self._measure = ReportMeasure(typesetter, SCALE)
        self._chart = chart
        self._pictures: dict[float, Picture] = {}
        self._element = Element(Role.FIGURE, parent, alt=admit_line(chart_words(chart)))
        self.space_before = 8

    def measure(self, width: float) -> float:
        """Return the height of the chart with everything around it."""
        return self._picture(width).height

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw every shape, and say in the structure where the figure stands."""
        picture = self._picture(width)
        foot = top - picture.height
        self._element.attributes = (
            f"/O/Layout/Placement/Block/BBox[{x:.2f} {foot:.2f} {x + width:.2f} {top:.2f}]"
        )
        with sheet.content(self._element):
            pen = _Pen(sheet, self._typesetter, (x, top))
            for shape in picture.shapes:
                pen.draw(shape)

    def _picture(self, width: float) -> Picture:
        if width not in self._pictures:
            self._pictures[width] = draw_chart(self._chart, width, self._measure)
        return self._pictures[width]


class _Pen:
    """Draw shapes on a sheet, whose y counts from the foot of the page."""

    def __init__(self, sheet: Sheet, typesetter: Typesetter, at: Point) -> None:
        self._sheet = sheet
        self._typesetter = typesetter
        self._x, self._top = at

    def draw(self, shape: Shape) -> None:
        """Draw one shape."""
        canvas = self._sheet.canvas
        match shape:
            case Box():
                self._box(shape)
            case Line():
                self._line(shape)
            case Hatch():
                canvas.setStrokeColor(_colour(shape.ink))
                canvas.setLineWidth(shape.width)
                canvas.lines([(*self._at(start), *self._at(end)) for start, end in shape.lines])
            case Area():
                path = self._path(shape.points)
                path.close()
                canvas.setFillColor(_colour(shape.fill))
                canvas.drawPath(path, stroke=0, fill=1)
            case Disc():
                canvas.setFillColor(_colour(shape.fill))
                canvas.setStrokeColor(_colour(shape.edge))
                canvas.setLineWidth(shape.edge_width)
                canvas.circle(*self._at((shape.x, shape.y)), shape.radius, stroke=1, fill=1)
            case _:
                self._words(shape)

    def _at(self, point: Point) -> Point:
        return self._x + point[0], self._top - point[1]

    def _box(self, box: Box) -> None:
        x, y = self._at((box.x, box.y + box.height))
        frame = (x, y, box.width, box.height)
        self._sheet.fill(_colour(box.fill), frame)
        if box.edge:
            self._sheet.outline(_colour(box.edge), frame, 0)

    def _line(self, line: Line) -> None:
        canvas = self._sheet.canvas
        canvas.setStrokeColor(_colour(line.ink))
        canvas.setLineWidth(line.width)
        canvas.setDash([part * line.width for part in _DASHES] if line.is_dashed else [])
        canvas.drawPath(self._path(line.points), stroke=1, fill=0)
        canvas.setDash([])

    def _path(self, points: tuple[Point, ...]):  # type: ignore[no-untyped-def]  # noqa: ANN202 - reportlab has no types
        first, *rest = map(self._at, points)
        path = self._sheet.canvas.beginPath()
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
        return path

    def _words(self, words: Words) -> None:
        size, leading = LETTERS[words.kind]
        weight = weight_of(words.kind)
        style = TextStyle(size * SCALE, leading * SCALE, weight, _colour(words.ink))
        line = self._typesetter.lines([Span(words.text, weight)], style.size, float("inf"))[0]
        x, top = self._at((words.x, words.y))
        before = {Anchor.START: 0.0, Anchor.MIDDLE: line.width / 2, Anchor.END: line.width}
        self._sheet.set_lines([line], style, x - before[words.anchor], top, line.width)


def _colour(ink: str) -> Color:
    return HexColor(colour_of(LIGHT, ink))
