# SPDX-License-Identifier: MPL-2.0
"""Paint the rows of the list of checklists."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.checklists.checklist_list_model import ROW_ROLE
from ui.checklists.checklist_picture import ChecklistPicture
from ui.checklists.checklist_row import ChecklistRow
from ui.theme.painting import draw_focus_ring, draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_Index = QModelIndex | QPersistentModelIndex


class ChecklistDelegate(QStyledItemDelegate):
    """Paint a row with its ground; keeps the rows that it has laid out for one width."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._width = 0
        self._pictures: dict[ChecklistRow, ChecklistPicture] = {}

    def forget(self) -> None:
        """Lay out every row again when it is next seen."""
        self._pictures.clear()

    def _picture(self, index: _Index, width: int) -> ChecklistPicture:
        if width != self._width:
            self.forget()
            self._width = width
        row = index.data(ROW_ROLE)
        if row not in self._pictures:
            self._pictures[row] = ChecklistPicture(self._theme, row, width)
        return self._pictures[row]

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a row needs at the width of the view."""
        width = self._view.viewport().width()
        return QSize(width, self._picture(index, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the row, and the ring around the one with the focus."""
        theme, area = self._theme, QRectF(option.rect)
        shape = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.save()
        if index.row():
            line = QRectF(area.left(), area.top(), area.width(), 1)
            painter.fillRect(line, theme.colour("line"))
        if option.state & QStyle.StateFlag.State_MouseOver:
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("hover"))
        self._picture(index, option.rect.width()).draw(painter, area.topLeft())
        if option.state & QStyle.StateFlag.State_HasFocus:
            inner = shape.adjusted(EDGE, EDGE, -EDGE, -EDGE)
            draw_focus_ring(painter, theme, inner, RADIUS["m"] - EDGE)
        painter.restore()
