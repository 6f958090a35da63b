# SPDX-License-Identifier: MPL-2.0
"""Hold the cases of a round as a table, and leave out what is not looked for."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.rounds.case_row import CaseRow

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""Asks for the whole ``CaseRow``."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class CaseTableModel(QAbstractTableModel):
    """The reference, what stands out of it, and the other columns."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        """Make an empty table; ``heads`` names its columns, the first two among them."""
        super().__init__(parent)
        self._heads = tuple(heads)
        self._all: Sequence[CaseRow] = ()
        self._rows: Sequence[CaseRow] = ()
        self._takes: Callable[[CaseRow], bool] = lambda _row: True

    def set_rows(self, rows: Sequence[CaseRow]) -> None:
        """Hold other cases, in their order."""
        self.beginResetModel()
        self._all = rows
        self._rows = [row for row in rows if self._takes(row)]
        self.endResetModel()

    def set_filter(self, takes: Callable[[CaseRow], bool]) -> None:
        """Show what ``takes`` takes."""
        self._takes = takes
        self.set_rows(self._all)

    @property
    def rows(self) -> Sequence[CaseRow]:
        """The cases that are shown."""
        return self._rows

    @property
    def held_count(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    # Qt

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the cases."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a text, or the whole row for ``ROW_ROLE``."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words if column == 0 else _cell(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.note or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads[section]


def _cell(row: CaseRow, column: int) -> str:
    if column == 0:
        return row.name
    if column == 1:
        return row.pill[0] if row.pill else ""
    return row.cells[column - 2]
