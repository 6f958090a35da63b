# SPDX-License-Identifier: MPL-2.0
"""One number of today, to be pressed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from auditapp.insight.figures.standing import Tile
from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, draw_words, shape_of
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_PAD = 16
_ICON = 18
_LEAST = 150


class StandingTile(QAbstractButton):
    """A name, a large number and a note; pressing it opens what is behind.

    Signals:
        clicked: it was pressed.
    """

    def __init__(self, theme: Theme, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tile(tile)
        theme.changed.connect(self._on_theme_changed)

    def set_tile(self, tile: Tile) -> None:
        """Show another number."""
        self.tile = tile
        self.setText(tile.name)
        self.setAccessibleName(f"{tile.name}: {tile.value}, {tile.note}")
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for three lines."""
        theme = self._theme
        lines = sum(theme.line_height(kind) for kind in ("small", "title", "small"))
        return QSize(theme.px(_LEAST) + 2 * EDGE, round(lines) + theme.px(2 * 12 + 4) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Never be cut in height."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the words, and an icon where it asks for attention."""
        del event
        theme, tile = self._theme, self.tile
        painter = QPainter(self)
        shape = shape_of(self)
        fill = f"{tile.tone}_tint" if tile.tone else "surface"
        if self.underMouse():
            fill = "hover"
        border = theme.colour(f"{tile.tone}_edge" if tile.tone else "line")
        draw_shape(painter, shape, RADIUS["m"], fill=theme.colour(fill), border=border)
        inner = shape.adjusted(theme.px(_PAD), theme.px(12), -theme.px(_PAD), 0)
        top = inner.top()
        for text, kind, ink in (
            (tile.name, "small", "text2"),
            (tile.value, "title", tile.tone or "text"),
            (tile.note, "small", "text2"),
        ):
            height = theme.line_height(kind)
            painter.setFont(theme.font(kind))
            painter.setPen(theme.colour(ink))
            draw_words(painter, QRectF(inner.left(), top, inner.width(), height), text)
            top += height + theme.px(2)
        if tile.tone:
            icon = theme.pixmap("triangle-alert", tile.tone, _ICON)
            side = theme.px(_ICON)
            draw_icon(painter, icon, QPointF(inner.right() - side / 2, inner.top() + side / 2))
        if self.hasFocus():
            draw_focus_ring(painter, theme, shape, RADIUS["m"])
