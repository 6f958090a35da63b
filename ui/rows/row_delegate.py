# SPDX-License-Identifier: MPL-2.0
"""Paint the rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.rows.row import Column, Row
from ui.rows.row_model import ROW_ROLE
from ui.rows.row_picture import RowPicture
from ui.theme.painting import draw_focus_ring, draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paint a row with its ground; keeps the rows that it has laid out."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self._width = 0
        self._is_numbered = False
        self._pictures: dict[tuple[Row, int], RowPicture] = {}

    def set_width(self, width: int) -> None:
        """Give the width, in pixels, for which the list asks the heights of its rows."""
        self._width = width
        self.forget()

    def set_numbered(self, *, is_numbered: bool) -> None:
        """Say whether any row of the list has a number: then each keeps the room for one."""
        if is_numbered != self._is_numbered:
            self._is_numbered = is_numbered
            self.forget()

    def forget(self) -> None:
        """Lay out every row again when it is next seen."""
        self._pictures.clear()

    def picture(self, row: Row, width: int) -> RowPicture:
        """Return a row laid out for ``width``, in pixels."""
        if (row, width) not in self._pictures:
            self._pictures[row, width] = RowPicture(
                self._theme, row, self._columns, width, is_numbered=self._is_numbered
            )
        return self._pictures[row, width]

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height that the words take at the width in use."""
        return QSize(0, self.picture(index.data(ROW_ROLE), self._width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the row, and the ring around the one with the focus."""
        row: Row = index.data(ROW_ROLE)
        area = QRectF(option.rect)
        shape = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        theme = self._theme
        painter.save()
        if index.row():
            line = QRectF(EDGE, area.top(), area.width() - 2 * EDGE, 1)
            painter.fillRect(line, theme.colour("line"))
        if row.leads and option.state & QStyle.StateFlag.State_MouseOver:
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("hover"))
        picture = self.picture(row, option.rect.width())
        picture.draw(painter, QPointF(option.rect.topLeft()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, theme, shape, RADIUS["s"])
        painter.restore()
