# SPDX-License-Identifier: MPL-2.0
"""Show the audits as a table that folds to two or three lines a row when it is narrow."""

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.ids import AuditId
from ui.audits.audit_delegate import AuditDelegate
from ui.audits.audit_table_model import ROW_ROLE, AuditTableModel, Column
from ui.theme.theme import Theme
from ui.widgets.lists.row_table import RowTable

_WIDTHS: Final = {
    Column.TEAM: 200,
    Column.STATUS: 130,
    Column.PROGRESS: 120,
    Column.GRADE: 196,
    Column.CHANGED: 150,
}
_FOLDS_AT: Final = 720
_NARROW_BELOW: Final = 280
_TEAM_FROM: Final = 1000


class AuditTable(RowTable):
    """Rows of audits; several can be sent at once.

    Signals:
        audit_chosen: the id of the audit to open.
    """

    audit_chosen = Signal(str)

    def __init__(self, theme: Theme, model: AuditTableModel, parent: QWidget | None = None) -> None:
        self._rows = AuditDelegate(theme)
        super().__init__(theme, model, self._rows, _("Audits"), parent)
        self.fit()

    @property
    def is_folded(self) -> bool:
        """Whether each audit is told in its first column."""
        return self.isColumnHidden(Column.STATUS)

    @property
    def selected(self) -> tuple[AuditId, ...]:
        """The audits that are selected, from the top."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return tuple(index.data(ROW_ROLE).id for index in rows)

    def fit(self) -> None:
        """Show the columns that there is room for."""
        px, width = self._theme.px, self.width()
        is_folded = width < px(_FOLDS_AT)
        self._rows.is_narrow = width < px(_NARROW_BELOW)
        for column, wanted in _WIDTHS.items():
            self.setColumnHidden(column, is_folded)
            self.setColumnWidth(column, px(wanted))
        self.setColumnHidden(Column.TEAM, width < px(_TEAM_FROM))
        self.fold(is_folded=is_folded)

    def open_row(self, index: QModelIndex) -> None:
        """Ask for the audit to be opened."""
        self.audit_chosen.emit(index.data(ROW_ROLE).id)
