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
        self._shown: list[HistoryLine] = []
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
        self._shown = [line for line, words in pairs if wanted.takes(line, words)]
        self.endResetModel()

    @property
    def line_count(self) -> int:
        """How many lines there are, looked for or not."""
        return len(self._lines)

    def line(self, row: int) -> HistoryLine:
        """Return the line in a row."""
        return self._shown[row]

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines are looked for."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or its words."""
        if not index.isValid() or self._outline is None:
            return None
        if role == ROW_ROLE:
            return self._row(self._shown[index.row()], self._outline)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(self._row(self._shown[index.row()], self._outline), ())
        return None

    def _row(self, line: HistoryLine, outline: Outline) -> ReviewRow:
        if line.seq not in self._rows:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[line.seq] = history_row(line, outline)
        return self._rows[line.seq]
