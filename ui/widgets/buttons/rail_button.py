# SPDX-License-Identifier: MPL-2.0
"""A place to go to, in the rail at the left."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, draw_words, shape_of
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS
from ui.widgets.buttons.shortcut import press_by_enter

_ICON = 20
_PAD = 12
_HEIGHT = 42
_LEAST_HEIGHT = 24
"""With large text on a small screen the places stand closer together, before they scroll."""


class RailButton(QAbstractButton):
    """An icon and a word; one of a set, of which one is chosen.

    Put buttons that belong together into one parent: they exclude each other, and arrow keys move
    among them.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._shortcut_words = ""
        self._is_compact = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._show_name()
        theme.changed.connect(self._on_theme_changed)

    def set_compact(self, is_compact: bool) -> None:
        """Show the icon only, or the word too."""
        self._is_compact = is_compact
        self._show_name()
        self._on_theme_changed()

    def set_shortcut(self, words: str) -> None:
        """Name the key in the tool tip; empty for none."""
        self._shortcut_words = words
        self._show_name()

    def _show_name(self) -> None:
        self.setAccessibleName(self.text())
        keys = f"  ({self._shortcut_words})" if self._shortcut_words else ""
        self.setToolTip(f"{self.text()}{keys}" if self._is_compact or keys else "")

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _ink(self) -> str:
        return "primary_text" if self.isChecked() else "text2"

    def _paint_ground(self, painter: QPainter, shape: QRectF) -> None:
        theme = self._theme
        if self.isChecked():
            draw_shape(painter, shape, RADIUS["m"], fill=theme.colour("primary_tint"))
            inset = shape.height() / 4
            bar = QRectF(shape.left(), shape.top() + inset, 3, shape.height() - 2 * inset)
            draw_shape(painter, bar, 1.5, fill=theme.colour("primary"))
        elif self.underMouse():
            draw_shape(painter, shape, RADIUS["m"], fill=theme.colour("hover"))

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the icon, the word and the room around them."""
        px = self._theme.px
        width = px(_ICON + 2 * _PAD)
        if not self._is_compact:
            metrics = QFontMetricsF(self._theme.font("strong"))
            width += px(10 + 28) + round(metrics.horizontalAdvance(self.text()))
        return QSize(width + 2 * EDGE, px(_HEIGHT) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Never be cut, but give up some of the room around the word."""
        return QSize(self.sizeHint().width(), self._theme.px(_LEAST_HEIGHT) + 2 * EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button."""
        del event
        theme = self._theme
        painter = QPainter(self)
        shape = shape_of(self)
        self._paint_ground(painter, shape)
        icon = theme.pixmap(self._icon_name, self._ink(), _ICON)
        middle = theme.px(_PAD) + theme.px(_ICON) / 2
        x = shape.center().x() if self._is_compact else shape.left() + middle
        draw_icon(painter, icon, QPointF(x, shape.center().y()))
        if not self._is_compact:
            font = theme.font("strong" if self.isChecked() else "body")
            font.setWeight(font.Weight.DemiBold if self.isChecked() else font.Weight.Medium)
            painter.setFont(font)
            painter.setPen(theme.colour("primary_text" if self.isChecked() else "text"))
            words = shape.adjusted(theme.px(_PAD + _ICON + 10), 0, 0, 0)
            draw_words(painter, words, self.text())
        if self.hasFocus():
            draw_focus_ring(painter, theme, shape, RADIUS["m"])
