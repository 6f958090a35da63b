# SPDX-License-Identifier: MPL-2.0
"""The lines of a history that are looked for, newest first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from auditapp.history.line_filter import LineFilter
from auditapp.history.lines import HistoryLine
from auditapp.judgement.outline import Outline
from ui.history.history_rows import history_row
from ui.review.review_row import ReviewRow, spoken_words

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
SEQ_ROLE: Final = Qt.ItemDataRole.UserRole + 1
AT_A_TIME: Final = 100
"""Rows that the list gets at a time, as it is scrolled: laying one out takes a millisecond."""
_KEPT: Final = 500
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class HistoryModel(QAbstractListModel):
    """Hold all lines, and offer those that a filter takes; rows are made as they are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outline: Outline | None = None
        self._lines: Sequence[HistoryLine] = ()
        self._searched: Sequence[str] = ()
        self._found: list[HistoryLine] = []
        self._row_count = 0
        self._rows: dict[int, ReviewRow] = {}
        self._filter = LineFilter()

    def set_lines(
        self, lines: Sequence[HistoryLine], searched: Sequence[str], outline: Outline
    ) -> None:
        """Offer other lines, oldest first; ``searched`` is what is searched of each."""
        self._lines, self._searched, self._outline = lines, searched, outline
        self.set_filter(self._filter)

    def set_filter(self, wanted: LineFilter) -> None:
        """Offer the lines that ``wanted`` takes."""
        self.beginResetModel()
        self._filter = wanted
        self._rows.clear()
        pairs = zip(reversed(self._lines), reversed(self._searched), strict=True)
        self._found = [line for line, words in pairs if wanted.takes(line, words)]
        self._row_count = min(AT_A_TIME, len(self._found))
        self.endResetModel()

    @property
    def line_count(self) -> int:
        """How many lines there are, looked for or not."""
        return len(self._lines)

    @property
    def found_count(self) -> int:
        """How many lines are looked for, offered already or not."""
        return len(self._found)

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
        if not index.isValid() or self._outline is None:
            return None
        line = self._found[index.row()]
        if role == ROW_ROLE:
            return self._row(line, self._outline)
        if role == SEQ_ROLE:
            return line.seq
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(self._row(line, self._outline), ())
        return None

    def _row(self, line: HistoryLine, outline: Outline) -> ReviewRow:
        if line.seq not in self._rows:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[line.seq] = history_row(line, outline)
        return self._rows[line.seq]
