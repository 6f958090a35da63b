# SPDX-License-Identifier: MPL-2.0
"""The shapes that painted widgets share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RING_WIDTH


def shape_of(widget: QWidget) -> QRectF:
    """Return the rectangle of a control's visible shape, inside the room for its focus ring."""
    return QRectF(widget.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)


def draw_shape(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
    border_width: float = 1.0,
) -> None:
    """Paint a rounded rectangle whose border lies wholly inside ``rect``."""
    inset = border_width / 2 if border is not None else 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, border_width) if border is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle, as ``fillRect`` does, for what the first screen shows.

    That takes gradients as well: PySide would make their class, for which the first paint waits.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.restore()


def draw_focus_ring(painter: QPainter, theme: Theme, shape: QRectF, radius: float) -> None:
    """Paint the focus ring around ``shape``, with a gap between the two."""
    outer = shape.adjusted(-EDGE, -EDGE, EDGE, EDGE)
    draw_shape(
        painter,
        outer,
        radius + EDGE - RING_WIDTH / 2,
        border=theme.colour("focus"),
        border_width=RING_WIDTH,
    )


def draw_icon(painter: QPainter, pixmap: QPixmap, centre: QPointF) -> None:
    """Paint an icon around ``centre``, on whole pixels so that it stays sharp."""
    size = pixmap.deviceIndependentSize()
    painter.drawPixmap(
        QPointF(round(centre.x() - size.width() / 2), round(centre.y() - size.height() / 2)), pixmap
    )


def draw_words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    mnemonic: bool = False,
) -> None:
    """Paint one line of text in the middle of the height of ``rect``.

    ``mnemonic`` underlines the letter after an ``&``.
    """
    flags = alignment.value | Qt.AlignmentFlag.AlignVCenter.value
    if mnemonic:
        flags |= Qt.TextFlag.TextShowMnemonic.value
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine.value, text)
