# SPDX-License-Identifier: MPL-2.0
"""One number of today, to be pressed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from auditapp.insight.figures.standing import Tile
from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, shape_of
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS
from ui.widgets.buttons.shortcut import press_by_enter

_PAD = 16
_MARGIN = 12
_GAP = 2
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_tile(tile)
        theme.changed.connect(self._on_theme_changed)

    def set_tile(self, tile: Tile) -> None:
        """Show another number."""
        self.tile = tile
        self.setText(tile.name)
        self.setAccessibleName(f"{tile.name}: {tile.value}, {tile.note}")
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _lines(self) -> tuple[tuple[TextBlock, str], ...]:
        """Return the words, each with the colour of its ink."""
        tile = self.tile
        return tuple(
            (TextBlock(text, self._theme.font(kind), self._theme.line_height(kind)), ink)
            for text, kind, ink in (
                (tile.name, "small", "text2"),
                (tile.value, "title", tile.tone or "text"),
                (tile.note, "small", "text2"),
            )
        )

    def _rooms(self, width: float) -> tuple[float, float, float]:
        """Return the room across for each of the words in a tile of ``width``; an icon takes some.

        The words may stand on several lines: a name in another language can be much longer.
        """
        inner = width - 2 * EDGE - 2 * self._theme.px(_PAD)
        return inner - self._icon_room(), inner, inner

    def _places(self, inner: QRectF) -> tuple[QRectF, ...]:
        """Return where the words are painted: the name from the top, the rest up from the foot.

        So the numbers of a row stand beside each other also where one name takes two lines.
        """
        blocks = [block for block, _ink in self._lines()]
        rooms = self._rooms(self.width())
        heights = [block.height(room) for block, room in zip(blocks, rooms, strict=True)]
        gap = self._theme.px(_GAP)
        note = inner.bottom() - heights[2]
        tops = (inner.top(), note - gap - heights[1], note)
        return tuple(
            QRectF(inner.left(), top, room, height)
            for top, room, height in zip(tops, rooms, heights, strict=True)
        )

    def _icon_room(self) -> int:
        return self._theme.px(_ICON + _GAP) if self.tile.tone else 0

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for three lines."""
        width = self._theme.px(_LEAST) + 2 * EDGE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never break a word."""
        widest = max(block.longest_word_width for block, _ink in self._lines())
        room = 2 * self._theme.px(_PAD) + self._icon_room() + 2 * EDGE
        width = max(self._theme.px(_LEAST) + 2 * EDGE, round(widest) + room + 1)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that it is taller when it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, at ``width``."""
        blocks = zip(self._lines(), self._rooms(width), strict=True)
        words = sum(block.height(room) for (block, _ink), room in blocks)
        return round(words) + self._theme.px(2 * (_MARGIN + _GAP)) + 2 * EDGE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

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
        across, down = theme.px(_PAD), theme.px(_MARGIN)
        inner = shape.adjusted(across, down, -across, -down)
        for (block, ink), place in zip(self._lines(), self._places(inner), strict=True):
            painter.setPen(theme.colour(ink))
            block.draw(painter, place)
        if tile.tone:
            icon = theme.pixmap("triangle-alert", tile.tone, _ICON)
            side = theme.px(_ICON)
            draw_icon(painter, icon, QPointF(inner.right() - side / 2, inner.top() + side / 2))
        if self.hasFocus():
            draw_focus_ring(painter, theme, shape, RADIUS["m"])
