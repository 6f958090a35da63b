# SPDX-License-Identifier: MPL-2.0
"""The rows of the list of checklists."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from auditapp.checklist.library import BrokenFile, ChecklistHeader
from auditapp.checklist.overview import ChecklistOverview
from ui.checklists.checklist_row import ChecklistRow

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class ChecklistListModel(QAbstractListModel):
    """Checklists, and after them the files that cannot even be named."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ChecklistRow] = []

    def set_checklists(
        self, headers: Sequence[ChecklistHeader], broken: Sequence[BrokenFile]
    ) -> None:
        """Show these; what is known of a checklist already is kept while its header is the same."""
        known = {row.header: row.overview for row in self._rows if row.header is not None}
        rows = [ChecklistRow(each.path, each, known.get(each)) for each in headers]
        rows += [ChecklistRow(each.path, broken=each) for each in broken]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def set_overview(self, path: Path, overview: ChecklistOverview) -> None:
        """Show what was found in the file of a checklist."""
        for place, row in enumerate(self._rows):
            if row.path == path:
                self._rows[place] = replace(row, overview=overview)
                self.dataChanged.emit(self.index(place), self.index(place))

    @property
    def unread(self) -> Sequence[ChecklistHeader]:
        """The checklists whose files have not been read whole."""
        return [row.header for row in self._rows if row.header and row.overview is None]

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the row itself, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
