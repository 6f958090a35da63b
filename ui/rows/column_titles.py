# SPDX-License-Identifier: MPL-2.0
"""The titles over the columns of a list of rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.rows.row import Column
from ui.rows.row_picture import GAP, SIDE, column_lefts, column_width
from ui.theme.painting import draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE


class ColumnTitles(QWidget):
    """Titles where the columns are; nothing while the cells stand below the words.

    Screen readers hear each title with its cell, so they pass over this.
    """

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column],
        words: str,
        *,
        has_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the titles of ``columns``, and ``words`` as that of what stands before them.

        There is a line below where rows scroll under them, and else room above, for they follow
        other words.
        """
        super().__init__(parent)
        self._words = words
        self._has_line = has_line
        self._theme = theme
        self._columns = columns
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    # Qt

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that there is nothing to see when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of a line, or none where the columns do not fit."""
        fits = bool(column_lefts(self._theme, self._columns, width))
        room = SPACE["3"] if self._has_line else SPACE["2"]
        return self._theme.line_height("caption") + room if fits else 0

    def sizeHint(self) -> QSize:
        """Ask for a line."""
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles."""
        del event
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text2" if self._has_line else "text3"))
        height = self._theme.line_height("caption")
        top = 0 if self._has_line else SPACE["2"]
        lefts = column_lefts(self._theme, self._columns, self.width())
        if lefts:
            start = EDGE + self._theme.px(SIDE)
            draw_words(painter, QRectF(start, top, lefts[0] - start, height), self._words)
        for column, left in zip(self._columns, lefts, strict=False):
            wide = column_width(self._theme, column) - self._theme.px(GAP)
            area = QRectF(left, top, wide, height)
            draw_words(painter, area, column.title, column.alignment)
        if self._has_line and lefts:
            line = QRectF(0, self.height() - 1, self.width(), 1)
            painter.fillRect(line, self._theme.colour("line"))
