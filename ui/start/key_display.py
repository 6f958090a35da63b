# SPDX-License-Identifier: MPL-2.0
"""Show a recovery key so that it can be copied by hand."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_COLUMNS = 3
_ROW = 34
_PAD = 14


class KeyDisplay(QWidget):
    """The groups of a recovery key, three to a line. Screen readers spell them out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Reached by Tab so that a screen reader can read it again, letter by letter.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)

    def set_key(self, key: str) -> None:
        """Show a key, its groups joined by dashes."""
        self._groups = key.split("-")
        self.setAccessibleName(", ".join(" ".join(group) for group in self._groups))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = self._theme.font("heading")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._theme.px(2))
        return font

    # Qt

    def sizeHint(self) -> QSize:
        """Ask for the lines of groups."""
        px = self._theme.px
        lines = -(-len(self._groups) // _COLUMNS)
        widest = max(
            (QFontMetricsF(self._font()).horizontalAdvance(g) for g in self._groups), default=0
        )
        width = _COLUMNS * (round(widest) + px(20)) + 2 * (px(_PAD) + EDGE)
        return QSize(width, lines * px(_ROW) + 2 * px(_PAD))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groups on a sunken ground."""
        del event
        theme = self._theme
        painter = QPainter(self)
        shape = QRectF(self.rect()).adjusted(EDGE, 0, -EDGE, 0)
        border = theme.colour("focus" if self.hasFocus() else "line")
        draw_shape(
            painter,
            shape,
            RADIUS["m"],
            fill=theme.colour("sunken"),
            border=border,
            border_width=2 if self.hasFocus() else 1,
        )
        painter.setFont(self._font())
        painter.setPen(theme.colour("text"))
        width, row = shape.width() / _COLUMNS, theme.px(_ROW)
        for place, group in enumerate(self._groups):
            line, column = divmod(place, _COLUMNS)
            top = shape.top() + theme.px(_PAD) + line * row
            cell = QRectF(shape.left() + column * width, top, width, row)
            draw_words(painter, cell, group, Qt.AlignmentFlag.AlignHCenter)
