# SPDX-License-Identifier: MPL-2.0
"""Paint the lines of a long list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.registers.listed_model import LISTED_ROLE
from ui.registers.listed_row import ListedRow
from ui.rows.row import Column, Row
from ui.rows.row_picture import RowPicture
from ui.theme.painting import draw_focus_ring, draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_Index = QModelIndex | QPersistentModelIndex
_KEPT: Final = 400


class ListedDelegate(QStyledItemDelegate):
    """Paint a line with its ground; keeps the last lines laid out, for they come again."""

    def __init__(self, theme: Theme, columns: Sequence[Column], view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._columns = columns
        self._view = view
        self._width = 0
        self._heights: dict[Row, int] = {}
        self._pictures: dict[Row, RowPicture] = {}

    def forget(self) -> None:
        """Lay out every line again when it is next seen."""
        self._heights.clear()
        self._pictures.clear()

    def _picture(self, row: Row, width: int) -> RowPicture:
        if width != self._width:
            self.forget()
            self._width = width
        if row not in self._pictures:
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            self._pictures[row] = RowPicture(self._theme, row, self._columns, width)
            self._heights[row] = self._pictures[row].height
        return self._pictures[row]

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a line needs at the width of the view."""
        width = self._view.viewport().width()
        listed: ListedRow = index.data(LISTED_ROLE)
        known = self._heights.get(listed.row) if width == self._width else None
        return QSize(width, known or self._picture(listed.row, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the line, and the ring around the one with the focus."""
        theme, area = self._theme, QRectF(option.rect)
        listed: ListedRow = index.data(LISTED_ROLE)
        shape = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.save()
        if index.row():
            line = QRectF(area.left(), area.top(), area.width(), 1)
            painter.fillRect(line, theme.colour("line"))
        if option.state & QStyle.StateFlag.State_Selected:
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("primary_tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("hover"))
        self._picture(listed.row, option.rect.width()).draw(painter, area.topLeft())
        if option.state & QStyle.StateFlag.State_HasFocus:
            inner = shape.adjusted(EDGE, EDGE, -EDGE, -EDGE)
            draw_focus_ring(painter, theme, inner, RADIUS["m"] - EDGE)
        painter.restore()
