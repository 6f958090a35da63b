# SPDX-License-Identifier: MPL-2.0
"""A slider for the size of the text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from ui.theme.painting import draw_focus_ring, draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE

_HEIGHT = 24
_TRACK = 6
_HANDLE = 20
_STEP = 10
_PAGE = 25
LEAST = 100
MOST = 200


class TextSizeSlider(QSlider):
    """Choose 100 to 200 %. A drag counts when it ends: the page would move under the mouse.

    ``valueChanged`` is emitted at each key press and when the mouse lets go.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setRange(LEAST, MOST)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _handle_centre(self) -> QPointF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        return QPointF(handle.center().x() + 0.5, self.height() / 2)

    # Qt

    def sizeHint(self) -> QSize:
        """Ask for the handle and the room for its focus ring."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT) + 2 * EDGE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the part up to the handle, and the handle."""
        del event
        theme, painter = self._theme, QPainter(self)
        thick, centre = theme.px(_TRACK), self._handle_centre()
        track = QRectF(EDGE, centre.y() - thick / 2, self.width() - 2 * EDGE, thick)
        draw_shape(painter, track, thick / 2, fill=theme.colour("line"))
        done = QRectF(track)
        done.setRight(centre.x())
        draw_shape(painter, done, thick / 2, fill=theme.colour("primary"))
        radius = theme.px(_HANDLE) / 2
        left = min(max(centre.x() - radius, EDGE), self.width() - EDGE - 2 * radius)
        handle = QRectF(left, centre.y() - radius, 2 * radius, 2 * radius)
        border = theme.colour("primary")
        draw_shape(
            painter, handle, radius, fill=theme.colour("surface"), border=border, border_width=2
        )
        if self.hasFocus():
            draw_focus_ring(painter, theme, handle, radius)
