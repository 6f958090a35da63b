# SPDX-License-Identifier: MPL-2.0
"""List what is wrong with the rows of a list of cases."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from auditapp.caselist.reading import FaultKind, RowFault
from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import ChoosingList

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
FAULT_ROLE: Final = Qt.ItemDataRole.UserRole


class _FaultModel(QAbstractListModel):
    """Hold the faults in the order of the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.faults: Sequence[RowFault] = ()
        self.accepted: Collection[int] = ()

    def show_faults(self, faults: Sequence[RowFault], accepted: Collection[int]) -> None:
        """Show what is wrong with rows; ``accepted`` are those that were taken all the same."""
        self.beginResetModel()
        self.faults, self.accepted = faults, accepted
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the faults."""
        return 0 if parent.isValid() else len(self.faults)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the fault itself, or its words."""
        if not index.isValid():
            return None
        fault = self.faults[index.row()]
        if role == FAULT_ROLE:
            return fault
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(fault)
        return None

    def _words(self, fault: RowFault) -> str:
        place = _("Row {number}").format(number=fault.row)
        if fault.heading:
            place = _("{row}, {column}").format(row=place, column=fault.heading)
        words = f"{place}: {fault.sentence}"
        if fault.kind is not FaultKind.CHALLENGED:
            return words
        if fault.row in self.accepted:
            return _("{words} You said that it is a pseudonym.").format(words=words)
        return _("{words} The row is held back.").format(words=words)


class FaultList(ChoosingList):
    """Faults, one a row; Enter on one that is held back says that somebody has looked at it.

    Signals:
        row_accepted: the number of the row; once more takes it back.
    """

    row_accepted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("What is wrong with the list"), parent)
        self._faults = _FaultModel(self)
        self.setModel(self._faults)
        self.setWordWrap(True)
        self.setSpacing(2)

    def show_faults(self, faults: Sequence[RowFault], accepted: Collection[int]) -> None:
        """Show faults; ``accepted`` are the numbers of the rows that were looked at."""
        place = self.currentIndex().row()
        self._faults.show_faults(faults, accepted)
        if 0 <= place < len(faults):
            self.setCurrentIndex(self._faults.index(place))

    def _choose(self, index: QModelIndex) -> None:
        fault = index.data(FAULT_ROLE)
        if isinstance(fault, RowFault) and fault.kind is FaultKind.CHALLENGED:
            self.row_accepted.emit(fault.row)
