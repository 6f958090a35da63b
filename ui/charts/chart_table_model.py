# SPDX-License-Identifier: MPL-2.0
"""Offer the numbers of a chart to a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from auditapp.insight.chart_tables import ChartTable

LINES_ROLE = Qt.ItemDataRole.UserRole
"""The reference of the lines behind a figure, or None."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ChartTableModel(QAbstractTableModel):
    """The figures of one chart, row by row; the first column names its row."""

    def __init__(self, table: ChartTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def set_table(self, table: ChartTable) -> None:
        """Offer other figures."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    @property
    def texts(self) -> list[list[str]]:
        """The texts of the rows."""
        return self._table.texts[1:]

    # Qt overrides

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is in a cell; a screen reader hears the names of row and column as well."""
        row = self._table.rows[index.row()]
        cell = row[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == LINES_ROLE:
            return cell.lines
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column():
            return f"{row[0].text}, {self._table.titles[index.column()]}: {cell.text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._table.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
