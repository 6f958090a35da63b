# SPDX-License-Identifier: MPL-2.0
"""Lines of a history, newest first, offered as a list is scrolled and made into rows when seen."""

from collections.abc import Callable, Sequence
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.rows.row import Row, spoken_words

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
SEQ_ROLE: Final = Qt.ItemDataRole.UserRole + 1
AT_A_TIME: Final = 100
"""Rows that the list gets at a time, as it is scrolled: laying one out takes a millisecond."""
_KEPT: Final = 500
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class Numbered(Protocol):
    """Be a line of a history."""

    @property
    def seq(self) -> int:
        """Its number, from 1."""

    @property
    def title(self) -> str:
        """What was done."""


Line = TypeVar("Line", bound=Numbered)


class PagedLines(QAbstractListModel, Generic[Line]):
    """Hold all lines, and offer those that are looked for; ``_row`` says what one shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._searched: Sequence[str] = ()
        self._found: list[Line] = []
        self._row_count = 0
        self._rows: dict[int, Row] = {}

    @property
    def line_count(self) -> int:
        """How many lines there are, looked for or not."""
        return len(self._lines)

    @property
    def found_count(self) -> int:
        """How many lines are looked for, offered already or not."""
        return len(self._found)

    def _hold(self, lines: Sequence[Line], searched: Sequence[str]) -> None:
        """Hold other lines, oldest first; ``searched`` is what is searched of each."""
        self._lines, self._searched = lines, searched

    def _look_for(self, takes: Callable[[Line, str], bool]) -> None:
        """Offer the lines that ``takes`` takes, by what is searched of them."""
        self.beginResetModel()
        self._rows.clear()
        pairs = zip(reversed(self._lines), reversed(self._searched), strict=True)
        self._found = [line for line, words in pairs if takes(line, words)]
        self._row_count = min(AT_A_TIME, len(self._found))
        self.endResetModel()

    def _row(self, line: Line) -> Row:
        """Return what the list shows of a line."""
        raise NotImplementedError

    def _kept_row(self, line: Line) -> Row:
        if line.seq not in self._rows:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[line.seq] = self._row(line)
        return self._rows[line.seq]

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many of the lines looked for are offered so far."""
        return 0 if parent.isValid() else self._row_count

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there are more lines than are offered so far."""
        return not parent.isValid() and self._row_count < len(self._found)

    def fetchMore(self, parent: _Index) -> None:
        """Offer the next lines; the list asks for them as it is scrolled."""
        last = min(self._row_count + AT_A_TIME, len(self._found)) - 1
        self.beginInsertRows(QModelIndex(), self._row_count, last)
        self._row_count = last + 1
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or its words."""
        if not index.isValid():
            return None
        line = self._found[index.row()]
        if role == ROW_ROLE:
            return self._kept_row(line)
        if role == SEQ_ROLE:
            return line.seq
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(self._kept_row(line), ())
        return None
