# SPDX-License-Identifier: MPL-2.0
"""A ring that fills."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme


class ProgressRing(QWidget):
    """How much is done, as a ring; put the figures in words beside it or in its name."""

    def __init__(self, theme: Theme, size: int = 34, parent: QWidget | None = None) -> None:
        """Make an empty ring, ``size`` pixels wide at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._value = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_value(self, value: float, words: str) -> None:
        """Fill the ring from 0.0 to 1.0 and say so to screen readers ("15 of 40 answered")."""
        self._value = min(max(value, 0.0), 1.0)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def value(self) -> float:
        """How full the ring is, from 0.0 to 1.0."""
        return self._value

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the ring."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        painter = QPainter(self)
        width = self._theme.px(self._size) / 8
        draw_ring(painter, self._theme, QRectF(self.rect()), self._value, width)


def draw_ring(
    painter: QPainter, theme: Theme, rect: QRectF, value: float, line_width: float
) -> None:
    """Paint a ring inside ``rect`` that is filled from the top by ``value``, 0.0 to 1.0."""
    inset = line_width / 2 + 0.5
    ring = rect.adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("track"), line_width))
    painter.drawEllipse(ring)
    if value > 0:
        pen = QPen(theme.colour("primary"), line_width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        # Qt counts sixteenths of a degree, anticlockwise from three o'clock.
        painter.drawArc(ring, 90 * 16, -round(value * 360 * 16))
