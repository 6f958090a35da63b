# SPDX-License-Identifier: MPL-2.0
"""The rows of a list of questions."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.walkthrough.question_item import QuestionItem

ITEM_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class QuestionListModel(QAbstractListModel):
    """Questions to go to, or, when ``checkable``, to tick."""

    def __init__(self, *, checkable: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checkable = checkable
        self._items: tuple[QuestionItem, ...] = ()
        self._checked: set[int] = set()

    def set_items(self, items: Sequence[QuestionItem]) -> None:
        """Show other questions, none of them ticked."""
        self.beginResetModel()
        self._items = tuple(items)
        self._checked.clear()
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Tick a question, or take its tick away."""
        self._checked ^= {row}
        index = self.index(row)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])

    @property
    def checked_items(self) -> list[QuestionItem]:
        """The questions that are ticked, in order."""
        return [self._items[row] for row in sorted(self._checked)]

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of questions."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a role asks of a question."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken
        if role == Qt.ItemDataRole.CheckStateRole and self._checkable:
            is_checked = index.row() in self._checked
            return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
        return item if role == ITEM_ROLE else None
