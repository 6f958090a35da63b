# SPDX-License-Identifier: MPL-2.0
"""Hold the rows of the list of audits, and sort them."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.audit import AuditStatus
from auditapp.model.grade import GradeBand
from auditapp.model.labels import status_words
from ui.audits.audit_words import (
    changed_words,
    concern_words,
    grade_words,
    progress_words,
    spoken_words,
)

_Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""Asks for the whole ``AuditRow``."""

_NO_INDEX: Final = QModelIndex()


class Column(IntEnum):
    """Name the columns, from left to right."""

    CASE = 0
    TEAM = 1
    STATUS = 2
    PROGRESS = 3
    GRADE = 4
    CHANGED = 5


class AuditTableModel(QAbstractTableModel):
    """Offer the audits as a table. It sorts itself, in one go, not by a proxy's comparisons."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AuditRow] = []
        self._texts: list[str] = []
        self._now = dt.datetime.now(dt.UTC)
        self._sorted_by = (Column.CHANGED, Qt.SortOrder.DescendingOrder)

    def set_rows(self, rows: Sequence[AuditRow], now: dt.datetime) -> None:
        """Show other rows; ``now`` decides what is called today."""
        self.beginResetModel()
        self._now = now
        self._rows = _sorted(rows, *self._sorted_by)
        self._texts = [_searched_text(row) for row in self._rows]
        self.endResetModel()

    def audit(self, row: int) -> AuditRow:
        """Return one row."""
        return self._rows[row]

    def searched_text(self, row: int) -> str:
        """Return the words by which a row is found, in small letters."""
        return self._texts[row]

    @property
    def audits(self) -> Sequence[AuditRow]:
        """All rows in the order shown."""
        return self._rows

    # Qt

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Count the audits."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a text, or the whole row for ``ROW_ROLE``."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[column](row, self._now)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # The current cell stands for its row, and the first column is the current one.
            words = spoken_words if column is Column.CASE else _TEXTS[column]
            return words(row, self._now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (_("Case"), _("Team"), _("Status"), _("Progress"), _("Grade"), _("Changed"))
        return names[section]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; audits without a grade always come last."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in held]
        self._sorted_by = (Column(column), order)
        self._rows = _sorted(self._rows, *self._sorted_by)
        self._texts = [_searched_text(row) for row in self._rows]
        place = {row.id: number for number, row in enumerate(self._rows)}
        moved = [
            self.index(place[audit_id], index.column())
            for audit_id, index in zip(ids, held, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()


def _searched_text(row: AuditRow) -> str:
    words = (row.case_reference, row.team, row.auditor, *row.checklists)
    return "\n".join(words).casefold()


def _sorted(rows: Sequence[AuditRow], column: Column, order: Qt.SortOrder) -> list[AuditRow]:
    is_reversed = order is Qt.SortOrder.DescendingOrder
    found = sorted(rows, key=_KEYS[column], reverse=is_reversed)
    if column is Column.GRADE:
        found.sort(key=lambda row: row.grade is None)
    return found


def _natural(text: str) -> list[tuple[int, str]]:
    """Return a key that puts HX-9 before HX-10."""
    parts = re.split(r"(\d+)", text.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _tool_tip(row: AuditRow, column: Column) -> str | None:
    if column is Column.CASE:
        return "\n".join(filter(None, (*row.checklists, concern_words(row))))
    if column is Column.TEAM:
        return "\n".join(filter(None, (row.team, row.auditor)))
    if column is Column.CHANGED:
        return f"{row.changed_at.astimezone():%d/%m/%Y %H:%M}"
    return None


_TEXTS: Final[dict[Column, Callable[[AuditRow, dt.datetime], str]]] = {
    Column.CASE: lambda row, _now: row.case_reference,
    Column.TEAM: lambda row, _now: row.team,
    Column.STATUS: lambda row, _now: status_words(row.status, row.amendment),
    Column.PROGRESS: lambda row, _now: progress_words(row),
    Column.GRADE: lambda row, _now: grade_words(row),
    Column.CHANGED: changed_words,
}

_STATUSES: Final = list(AuditStatus)
_WORST: Final = len(GradeBand)
_KEYS: Final[dict[Column, Callable[[AuditRow], Any]]] = {
    Column.CASE: lambda row: _natural(row.case_reference),
    Column.TEAM: lambda row: (row.team.casefold(), _natural(row.case_reference)),
    Column.STATUS: lambda row: _STATUSES.index(row.status),
    Column.PROGRESS: lambda row: row.answered / row.asked if row.asked else 1.0,
    Column.GRADE: lambda row: _WORST if row.grade is None else row.grade.rank,
    Column.CHANGED: lambda row: row.changed_at,
}
