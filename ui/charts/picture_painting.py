# SPDX-License-Identifier: MPL-2.0
"""Paint a drawn chart with a painter: on a widget, into a picture or into a drawing."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from auditapp.charts.picture import (
    Anchor,
    Area,
    Box,
    Disc,
    Hatch,
    Line,
    Picture,
    Shape,
    TextKind,
    Words,
)
from ui.theme.theme import Theme

_ALIGNMENTS: Final = {
    Anchor.START: (0.0, Qt.AlignmentFlag.AlignLeft),
    Anchor.MIDDLE: (0.5, Qt.AlignmentFlag.AlignHCenter),
    Anchor.END: (1.0, Qt.AlignmentFlag.AlignRight),
}
_REACH: Final = 4000.0
"""Pixels that one line of text may be wide: it was measured, so nothing of it is cut."""

_FLAGS: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value


def paint_picture(
    painter: QPainter, theme: Theme, picture: Picture, seen: QRectF | None = None
) -> None:
    """Paint what of a picture is in ``seen``, all of it by default, in the colours of a theme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    brush = _Brush(painter, theme)
    for shape in picture.shapes:
        if seen is None or _is_seen(shape, seen, theme):
            brush.paint(shape)


def _is_seen(shape: Shape, seen: QRectF, theme: Theme) -> bool:
    """Tell whether a shape may be in ``seen``, from how far down it is."""
    match shape:
        case Box():
            top, bottom = shape.y, shape.y + shape.height
        case Words():
            top, bottom = shape.y, shape.y + theme.line_height(shape.kind)
        case Disc():
            top, bottom = shape.y - shape.radius, shape.y + shape.radius
        case Line() | Hatch() | Area():
            downs = [y for _x, y in shape.points]
            top, bottom = min(downs), max(downs)
    return top <= seen.bottom() + 1 and bottom >= seen.top() - 1


class _Brush:
    """Paint shapes, and keep the colours and fonts that they share while one picture is painted."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme
        self._is_smooth = False
        self._colours: dict[str, QColor] = {}
        self._fonts = {kind: theme.font(kind) for kind in TextKind}

    def paint(self, shape: Shape) -> None:
        """Paint one shape."""
        match shape:
            case Box():
                self._box(shape)
            case Line():
                self._line(shape)
            case Hatch():
                self._smooth(is_smooth=True)
                self._painter.setPen(QPen(self._colour(shape.ink), shape.width))
                self._painter.drawLines(
                    [QLineF(QPointF(*start), QPointF(*end)) for start, end in shape.lines]
                )
            case Area():
                self._smooth(is_smooth=True)
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(self._colour(shape.fill))
                self._painter.drawPolygon(QPolygonF([QPointF(*at) for at in shape.points]))
            case Disc():
                self._smooth(is_smooth=True)
                self._painter.setPen(QPen(self._colour(shape.edge), shape.edge_width))
                self._painter.setBrush(self._colour(shape.fill))
                self._painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            case _:
                self._words(shape)

    def _colour(self, name: str) -> QColor:
        if name not in self._colours:
            self._colours[name] = self._theme.colour(name)
        return self._colours[name]

    def _smooth(self, *, is_smooth: bool) -> None:
        if is_smooth != self._is_smooth:
            self._is_smooth = is_smooth
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)

    def _box(self, box: Box) -> None:
        # On whole pixels of the screen, at whatever scale: sharp, and much faster to fill.
        self._smooth(is_smooth=False)
        rect = QRectF(box.x, box.y, box.width, box.height)
        self._painter.fillRect(rect, self._colour(box.fill))
        if box.edge:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._colour(box.edge), 1.0))
            self._painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _line(self, line: Line) -> None:
        acrosses, downs = zip(*line.points, strict=True)
        self._smooth(is_smooth=len(set(acrosses)) > 1 and len(set(downs)) > 1)
        pen = QPen(self._colour(line.ink), line.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if line.is_dashed:
            pen.setDashPattern([3.0, 2.0])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(line.points) == 2:  # noqa: PLR2004 - the ends of a straight line
            self._painter.drawLine(QPointF(*line.points[0]), QPointF(*line.points[1]))
        else:
            self._painter.drawPolyline(QPolygonF([QPointF(*at) for at in line.points]))

    def _words(self, words: Words) -> None:
        share, alignment = _ALIGNMENTS[words.anchor]
        height = self._theme.line_height(words.kind)
        rect = QRectF(words.x - share * _REACH, words.y, _REACH, height)
        self._painter.setFont(self._fonts[words.kind])
        self._painter.setPen(self._colour(words.ink))
        self._painter.drawText(rect, _FLAGS | alignment.value, words.text)
