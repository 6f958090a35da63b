# SPDX-License-Identifier: MPL-2.0
"""Hold the lines behind a figure for the list."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words
from auditapp.operations.figures import LineRow

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""Asks for the ``LineRow``."""

_NO_INDEX: Final = QModelIndex()


class LineModel(QAbstractListModel):
    """Offer lines in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[LineRow] = ()

    def set_rows(self, rows: Sequence[LineRow]) -> None:
        """Hold other lines."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Return the words of a line, or the line for ``ROW_ROLE``."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (row.reference, row.words, line_words(row))))
        return None


def line_words(row: LineRow) -> str:
    """Return the team and the day of a line."""
    day = "" if row.day is None else day_words(row.day)
    if row.action is not None:
        day = _("due {day}").format(day=day) if day else _("no day given")
    return " · ".join(filter(None, (row.team, day)))
