# SPDX-License-Identifier: MPL-2.0
"""A box to tick, with its words."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from auditapp.i18n import _
from ui.theme.painting import draw_focus_ring
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.widgets.answers.mark import MARK_SIZE, draw_mark
from ui.widgets.buttons.shortcut import press_at_once

_GAP = 10
_LEAST_HEIGHT = 24


class CheckBox(QCheckBox):
    """A check box painted in the theme's colours; ``&`` marks the letter of its shortcut.

    Its words are wrapped where there is no room for them on one line.

    Signals:
        clicked: the user ticked or cleared it, be it through a screen reader; whether it is ticked.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        """Make an empty box."""
        super().__init__(text, parent)
        self._theme = theme
        self._is_on = False
        self._is_read_only = False
        self._block: TextBlock | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self._on_theme_changed()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show whether the box is ticked, without letting that be changed."""
        self._is_read_only = is_read_only
        # Whatever presses it then, nobody is told.
        self.blockSignals(is_read_only)
        self.setAccessibleDescription(_("Read only") if is_read_only else "")
        arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
        self.setCursor(arrow if is_read_only else hand)

    def _on_theme_changed(self) -> None:
        self._block = None
        self.updateGeometry()
        self.update()

    def _words(self) -> TextBlock:
        if self._block is None:
            font, line_height = self._theme.font(), self._theme.line_height()
            self._block = TextBlock(self.text(), font, line_height, mnemonic=True)
        return self._block

    def _words_left(self) -> int:
        return EDGE + self._theme.px(MARK_SIZE) + self._theme.px(_GAP)

    def _size(self, words_width: float, words_height: float) -> QSize:
        width = self._words_left() + math.ceil(words_width) + EDGE
        height = max(round(words_height), self._theme.px(_LEAST_HEIGHT)) + 2 * EDGE
        return QSize(width, height)

    def _words_rect(self) -> QRectF:
        """Return where the words stand: in the middle of the height."""
        left = self._words_left()
        width = self.width() - left - EDGE
        height = self._words().height(width)
        return QRectF(left, (self.height() - height) / 2, width, height)

    def _mark_rect(self) -> QRectF:
        """Return where the box stands: beside the first line of the words."""
        side = self._theme.px(MARK_SIZE)
        middle = self._words_rect().top() + self._theme.line_height() / 2
        return QRectF(EDGE, middle - side / 2, side, side)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Press at once by the letter of the shortcut."""
        return press_at_once(self, event) or super().event(event)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._block = None
        super().setText(text)

    def setChecked(self, is_checked: bool) -> None:
        """Show the box as ticked or not, without ``clicked``."""
        self._is_on = is_checked
        super().setChecked(is_checked)

    def nextCheckState(self) -> None:
        """Tick or clear the box when it is pressed."""
        if not self._is_read_only:
            self.setChecked(not self.isChecked())

    def checkStateSet(self) -> None:
        """Make a click of it when a screen reader toggles the box, which Qt does not."""
        super().checkStateSet()
        if self.isChecked() != self._is_on:
            super().setChecked(self._is_on)
            self.click()

    def hitButton(self, pos: QPoint) -> bool:
        """Let a press anywhere on box and words count."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Ask for the box and the words on one line."""
        # One pixel more, because advances are rounded when the text is laid out.
        return self._size(self._words().natural_width + 1, self._theme.line_height())

    def minimumSizeHint(self) -> QSize:
        """Let the box shrink to its longest word."""
        return self._size(self._words().longest_word_width + 1, self._theme.line_height())

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the box is taller when it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, at ``width``."""
        words_width = width - self._words_left() - EDGE
        return self._size(words_width, self._words().height(words_width)).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the words."""
        del event
        painter = QPainter(self)
        mark = self._mark_rect()
        centre = QPointF(mark.center())
        draw_mark(painter, self._theme, centre, self, is_round=False)
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "text3"))
        self._words().draw(painter, self._words_rect())
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, mark, 5)
