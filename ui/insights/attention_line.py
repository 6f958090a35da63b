# SPDX-License-Identifier: MPL-2.0
"""A sentence that opens what it speaks of."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, shape_of
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS
from ui.widgets.buttons.shortcut import press_by_enter

_PAD = 6
_ICON = 16
_GAP = 8


class AttentionLine(QAbstractButton):
    """An arrow and a sentence, on as many lines as it needs.

    Signals:
        clicked: it was pressed.
    """

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _block(self) -> TextBlock:
        return TextBlock(self.text(), self._theme.font(), self._theme.line_height())

    def _before(self) -> int:
        """Return the room left of the words, in pixels."""
        return EDGE + self._theme.px(_PAD + _ICON + _GAP)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the words on one line."""
        width = self._before() + round(self._block().natural_width) + 1
        width += self._theme.px(_PAD) + EDGE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the words wrap."""
        return QSize(self._theme.px(160), self._theme.line_height() + 2 * EDGE)

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that it is taller when it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, at ``width``."""
        room = width - self._before() - self._theme.px(_PAD) - EDGE
        return round(self._block().height(room)) + 2 * EDGE + self._theme.px(_PAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow and the words."""
        del event
        theme = self._theme
        painter = QPainter(self)
        shape = shape_of(self)
        if self.underMouse():
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("hover"))
        top = EDGE + theme.px(_PAD) / 2
        middle = QPointF(EDGE + theme.px(_PAD + _ICON / 2), top + theme.line_height() / 2)
        draw_icon(painter, theme.pixmap("arrow-right", "primary_text", _ICON), middle)
        painter.setPen(theme.colour("primary_text"))
        room = self.width() - self._before() - theme.px(_PAD) - EDGE
        self._block().draw(painter, QRectF(self._before(), top, room, self.height()))
        if self.hasFocus():
            draw_focus_ring(painter, theme, shape, RADIUS["s"])
