# SPDX-License-Identifier: MPL-2.0
"""The rows of one list."""

import sys
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.rows.row import Column, Row, spoken_words

ROW_ROLE: Final = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class RowModel(QAbstractListModel):
    """Hold rows, of which only the first few are shown until all are asked for."""

    def __init__(self, columns: Sequence[Column], few: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._few = few
        self._rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; nothing happens when they are the same."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_all(self) -> None:
        """Show every row from now on."""
        self.show_more(self.hidden_count)
        self._few = sys.maxsize

    def show_more(self, count: int) -> None:
        """Show so many of the hidden rows as well."""
        shown, whole = self.rowCount(), len(self._rows)
        last = (whole if whole - shown - count <= 1 else shown + count) - 1
        if count and last >= shown:
            self.beginInsertRows(QModelIndex(), shown, last)
            self._few = last + 1
            self.endInsertRows()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, shown or not."""
        return self._rows

    @property
    def hidden_count(self) -> int:
        """How many rows are not shown yet."""
        return len(self._rows) - self.rowCount()

    # Qt

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows are shown."""
        if parent.isValid():
            return 0
        # One line more takes no more room than the button that would show it.
        return len(self._rows) if len(self._rows) - self._few <= 1 else self._few

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(row, self._columns)
        return None
