# SPDX-License-Identifier: MPL-2.0
"""The rows of one list of the review."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.review.review_row import Column, ReviewRow, spoken_words

ROW_ROLE: Final = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class ReviewRowModel(QAbstractListModel):
    """Hold rows, of which only the first few are shown until all are asked for."""

    def __init__(self, columns: Sequence[Column], few: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._few = few
        self._rows: Sequence[ReviewRow] = ()
        self._shows_all = False

    def set_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Show other rows; nothing happens when they are the same."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_all(self) -> None:
        """Show every row from now on."""
        if self.hidden_count:
            self.beginInsertRows(QModelIndex(), self._few, len(self._rows) - 1)
            self._shows_all = True
            self.endInsertRows()
        self._shows_all = True

    @property
    def rows(self) -> Sequence[ReviewRow]:
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
        is_whole = self._shows_all or len(self._rows) <= self._few + 1
        return len(self._rows) if is_whole else self._few

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
