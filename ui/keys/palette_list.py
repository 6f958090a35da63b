# SPDX-License-Identifier: MPL-2.0
"""The rows of what can be done or gone to."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from ui.keys.palette_delegate import ENTRY_ROLE, PaletteDelegate
from ui.keys.palette_entry import PaletteEntry
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import ChoosingList

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class _Rows(QAbstractListModel):
    """The entries on show."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[PaletteEntry, ...] = ()

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a role asks of an entry."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        return entry if role == ENTRY_ROLE else None


class PaletteList(ChoosingList):
    """Entries, painted; one is always the current one.

    Signals:
        chosen: an entry was chosen; the ``PaletteEntry``.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(PaletteDelegate(theme, self))

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show other entries, the first of them current."""
        self._rows.set_entries(entries)
        self.setCurrentIndex(self._rows.index(0, 0))

    @property
    def entries(self) -> tuple[PaletteEntry, ...]:
        """The entries on show."""
        return self._rows.entries

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.entries[index.row()])

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for room for some rows."""
        return QSize(self._theme.px(520), self._theme.px(380))
