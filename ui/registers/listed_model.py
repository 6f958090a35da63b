# SPDX-License-Identifier: MPL-2.0
"""The lines of a long list, as many as were read so far."""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.registers.listed_row import ListedRow
from ui.rows.row import Column, spoken_words

LISTED_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class ListedModel(QAbstractListModel):
    """Hold lines. Where there are more than it holds, it asks for them as the list is scrolled.

    Signals:
        more_wanted: the end of what is there came into sight, and there are more.
    """

    more_wanted = Signal()

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: list[ListedRow] = []
        self._has_more = False
        self._is_waiting = False

    def set_rows(self, rows: Sequence[ListedRow], *, has_more: bool = False) -> None:
        """Hold other lines."""
        self.beginResetModel()
        self._rows = list(rows)
        self._has_more, self._is_waiting = has_more, False
        self.endResetModel()

    def add_rows(self, rows: Sequence[ListedRow], *, has_more: bool) -> None:
        """Hold further lines behind those that are there."""
        self._has_more, self._is_waiting = has_more, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    @property
    def rows(self) -> Sequence[ListedRow]:
        """The lines held so far."""
        return self._rows

    @property
    def has_more(self) -> bool:
        """Whether there are lines that are not held yet."""
        return self._has_more

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return where the line of a key is; nowhere if there is none."""
        places = (place for place, each in enumerate(self._rows) if each.key == key)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place)

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines are held so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether more is to be asked for."""
        return not parent.isValid() and self._has_more and not self._is_waiting

    def fetchMore(self, parent: _Index) -> None:
        """Ask for more, once; they come later by ``add_rows``."""
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line itself, or its words."""
        if not index.isValid():
            return None
        listed = self._rows[index.row()]
        if role == LISTED_ROLE:
            return listed
        if role == Qt.ItemDataRole.DisplayRole:
            return listed.row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(listed.row, self._columns)
        return None
