# SPDX-License-Identifier: MPL-2.0
"""Leave out of the list of checklists what is not searched for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from auditapp.searching import holds, search_words
from ui.checklists.checklist_list_model import ROW_ROLE, ChecklistListModel


class ChecklistFilterModel(QSortFilterProxyModel):
    """Show the checklists that hold every word of a search, in the order of the list."""

    def __init__(self, model: ChecklistListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: Sequence[str] = ()
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """Search for other words."""
        self._words = search_words(text)
        self.invalidate()

    # Qt

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether a checklist holds every word."""
        text = self.sourceModel().index(row, 0, parent).data(ROW_ROLE).searched
        return holds(text, self._words)
