# SPDX-License-Identifier: MPL-2.0
"""A list of rows, as tall as its rows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from ui.rows.row import Column, Row
from ui.rows.row_delegate import RowDelegate
from ui.rows.row_model import ROW_ROLE, RowModel
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import CHOOSING_KEYS

_LEAST_WIDTH: Final = 200
_Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """One stop for Tab; arrow keys move, Enter or a click goes where the row leads.

    The page around it scrolls, never the list itself.

    Signals:
        step_asked: the row chosen leads to this step.
        key_chosen: a row was chosen that leads to what is known by this key.
        row_reached: the arrow keys moved to another row, which should be in view.
    """

    step_asked = Signal(object)
    key_chosen = Signal(str)
    row_reached = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        few: int,
        columns: Sequence[Column] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list that shows only ``few`` rows until all are asked for."""
        super().__init__(parent)
        self._rows = RowModel(columns, few, self)
        self._delegate = RowDelegate(theme, columns, self)
        self._build(name)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the place stays where it was as far as that is possible."""
        place = self.currentIndex().row()
        self._delegate.set_numbered(is_numbered=any(row.number for row in rows))
        self._rows.set_rows(rows)
        leads = any(row.leads for row in rows)
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if place >= 0 and not self.currentIndex().isValid():
            last = self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(min(place, last), 0))
        self.updateGeometry()

    def show_all(self) -> None:
        """Show the rows beyond the first few as well."""
        self._rows.show_all()
        self.updateGeometry()

    def show_more(self, count: int) -> None:
        """Show so many of the hidden rows as well."""
        self._rows.show_more(count)
        self.updateGeometry()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, shown or not."""
        return self._rows.rows

    @property
    def hidden_count(self) -> int:
        """How many rows are not shown yet."""
        return self._rows.hidden_count

    def _build(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _go(self, index: _Index) -> None:
        row: Row | None = index.data(ROW_ROLE)
        if row is not None and row.step is not None:
            self.step_asked.emit(row.step)
        elif row is not None and row.key:
            self.key_chosen.emit(row.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._go(index)

    def _on_theme_changed(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    # Qt

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the rows are taller when they are narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, of the rows shown at ``width``."""
        shown = self._rows.rows[: self._rows.rowCount()]
        return sum(self._delegate.picture(row, width).height for row in shown)

    def sizeHint(self) -> QSize:
        """Ask for all rows shown, at the width there is."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(max(self.width(), _LEAST_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        """Leave the height to ``heightForWidth``."""
        return QSize(_LEAST_WIDTH, 0)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell when the arrow keys reached another row."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.row_reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where the row leads on Enter or Space; leave the other keys to the list."""
        if event.key() in CHOOSING_KEYS:
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.set_width(event.size().width())
            self.scheduleDelayedItemsLayout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
