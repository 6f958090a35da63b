# SPDX-License-Identifier: MPL-2.0
"""Paint the lines of the history."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.history.paged_lines import ROW_ROLE, SEQ_ROLE
from ui.rows.row import Row
from ui.rows.row_picture import RowPicture
from ui.theme.painting import draw_focus_ring, draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_Index = QModelIndex | QPersistentModelIndex
_KEPT: Final = 200


class HistoryDelegate(QStyledItemDelegate):
    """Paint a row with its ground; keeps the last rows laid out, and the height of every one.

    The list asks for all heights whenever it gets more rows.
    """

    def __init__(self, theme: Theme, view: QListView, *, is_numbered: bool) -> None:
        """Paint the rows of ``view``; ``is_numbered``: some have the number of a question."""
        super().__init__(view)
        self._is_numbered = is_numbered
        self._theme = theme
        self._view = view
        self._width = 0
        self._heights: dict[int, int] = {}
        self._pictures: dict[int, RowPicture] = {}

    def forget(self) -> None:
        """Lay out every row again when it is next seen."""
        self._heights.clear()
        self._pictures.clear()

    def _picture(self, index: _Index, width: int) -> RowPicture:
        if width != self._width:
            self.forget()
            self._width = width
        seq: int = index.data(SEQ_ROLE)
        if seq not in self._pictures:
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            self._pictures[seq] = RowPicture(
                self._theme, index.data(ROW_ROLE), (), width, is_numbered=self._is_numbered
            )
            self._heights[seq] = self._pictures[seq].height
        return self._pictures[seq]

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a row needs at the width of the view."""
        width = self._view.viewport().width()
        known = self._heights.get(index.data(SEQ_ROLE)) if width == self._width else None
        return QSize(width, known or self._picture(index, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the row, and the ring around the one with the focus."""
        theme, area = self._theme, QRectF(option.rect)
        row: Row = index.data(ROW_ROLE)
        shape = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.save()
        if index.row():
            line = QRectF(area.left(), area.top(), area.width(), 1)
            painter.fillRect(line, theme.colour("line"))
        if row.step is not None and option.state & QStyle.StateFlag.State_MouseOver:
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("hover"))
        self._picture(index, option.rect.width()).draw(painter, area.topLeft())
        if option.state & QStyle.StateFlag.State_HasFocus:
            inner = shape.adjusted(EDGE, EDGE, -EDGE, -EDGE)
            draw_focus_ring(painter, theme, inner, RADIUS["m"] - EDGE)
        painter.restore()
