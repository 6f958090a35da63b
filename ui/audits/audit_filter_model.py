# SPDX-License-Identifier: MPL-2.0
"""Leave out of the list of audits what is not looked for."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from auditapp.listing import AuditRow
from ui.audits.audit_table_model import AuditTableModel


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Say which audits are looked for; an empty field lets every audit pass.

    Every word of ``text`` must occur in the case reference, team, auditor or checklists.
    """

    text: str = ""
    status: str = ""
    checklist: str = ""
    team: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every audit passes."""
        return self == AuditFilter()

    def allows(self, row: AuditRow) -> bool:
        """Return whether an audit has the status, checklist and team that are looked for."""
        return (
            (not self.status or row.status == self.status)
            and (not self.team or row.team == self.team)
            and (not self.checklist or self.checklist in row.checklists)
        )


class AuditFilterModel(QSortFilterProxyModel):
    """Show the audits of a table that a filter lets pass, in the order of the table."""

    def __init__(self, model: AuditTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._filter = AuditFilter()
        self._words: list[str] = []
        self.setSourceModel(model)

    def set_filter(self, wanted: AuditFilter) -> None:
        """Look for other audits."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self._words = wanted.text.casefold().split()
        # The whole mapping anew: one signal, where rows leaving one by one would be thousands.
        self.invalidate()

    # Qt

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether the filter lets a row pass."""
        text = self._model.searched_text(row)
        return all(word in text for word in self._words) and self._filter.allows(
            self._model.audit(row)
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the table itself sorted: that takes one pass and no comparisons through Qt."""
        if column >= 0:
            self._model.sort(column, order)
