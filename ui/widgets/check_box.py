# SPDX-License-Identifier: MPL-2.0
"""A box to tick, with its words."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from auditapp.i18n import _
from ui.theme.painting import draw_focus_ring, draw_words
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.widgets.mark import MARK_SIZE, draw_mark
from ui.widgets.shortcut import press_at_once

_GAP = 10
_LEAST_HEIGHT = 24


class CheckBox(QCheckBox):
    """A check box painted in the theme's colours; ``&`` marks the letter of its shortcut.

    Signals:
        clicked: the user ticked or cleared it, be it through a screen reader; whether it is ticked.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        """Make an empty box."""
        super().__init__(text, parent)
        self._theme = theme
        self._is_on = False
        self._is_read_only = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show whether the box is ticked, without letting that be changed."""
        self._is_read_only = is_read_only
        # Whatever presses it then, nobody is told.
        self.blockSignals(is_read_only)
        self.setAccessibleDescription(_("Read only") if is_read_only else "")
        arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
        self.setCursor(arrow if is_read_only else hand)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _mark_rect(self) -> QRectF:
        side = self._theme.px(MARK_SIZE)
        return QRectF(EDGE, (self.height() - side) / 2, side, side)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Press at once by the letter of the shortcut."""
        return press_at_once(self, event) or super().event(event)

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
        """Ask for the box and the words."""
        words = TextBlock(
            self.text().replace("&", ""), self._theme.font(), self._theme.line_height()
        )
        width = words.natural_width + self._theme.px(MARK_SIZE + _GAP) + 2 * EDGE
        height = max(self._theme.line_height(), self._theme.px(_LEAST_HEIGHT))
        return QSize(round(width + 1), height + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the words."""
        del event
        painter = QPainter(self)
        mark = self._mark_rect()
        centre = QPointF(mark.center())
        draw_mark(painter, self._theme, centre, self, is_round=False)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "text3"))
        left = mark.right() + self._theme.px(_GAP)
        words = QRectF(left, 0, self.width() - left, self.height())
        draw_words(painter, words, self.text(), mnemonic=True)
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, mark, 5)
