# SPDX-License-Identifier: MPL-2.0
"""Paint the lines of the history."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.history.history_model import ROW_ROLE
from ui.review.review_row import ReviewRow
from ui.review.row_picture import RowPicture
from ui.theme.painting import draw_focus_ring, draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_Index = QModelIndex | QPersistentModelIndex
_KEPT: Final = 200


class HistoryDelegate(QStyledItemDelegate):
    """Paint a row with its ground; keeps the last rows laid out, and the height of every one.

    The list asks for all heights; ten thousand rows laid out would take a hundred megabytes.
    """

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._width = 0
        self._heights: dict[ReviewRow, int] = {}
        self._pictures: dict[ReviewRow, RowPicture] = {}

    def forget(self) -> None:
        """Lay out every row again when it is next seen."""
        self._heights.clear()
        self._pictures.clear()

    def _picture(self, row: ReviewRow, width: int) -> RowPicture:
        if width != self._width:
            self.forget()
            self._width = width
        if row not in self._pictures:
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            self._pictures[row] = RowPicture(self._theme, row, (), width)
            self._heights[row] = self._pictures[row].height
        return self._pictures[row]

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a row needs at the width of the view."""
        row, width = index.data(ROW_ROLE), self._view.viewport().width()
        known = self._heights.get(row) if width == self._width else None
        return QSize(width, known or self._picture(row, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the row, and the ring around the one with the focus."""
        theme, area = self._theme, QRectF(option.rect)
        row: ReviewRow = index.data(ROW_ROLE)
        shape = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.save()
        if index.row():
            line = QRectF(area.left() + EDGE, area.top(), area.width() - 2 * EDGE, 1)
            painter.fillRect(line, theme.colour("line"))
        if row.step is not None and option.state & QStyle.StateFlag.State_MouseOver:
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("hover"))
        self._picture(row, option.rect.width()).draw(painter, area.topLeft())
        if option.state & QStyle.StateFlag.State_HasFocus:
            inner = shape.adjusted(EDGE, EDGE, -EDGE, -EDGE)
            draw_focus_ring(painter, theme, inner, RADIUS["m"] - EDGE)
        painter.restore()
