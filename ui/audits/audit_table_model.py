# SPDX-License-Identifier: MPL-2.0
"""Hold the rows of the list of audits, sort them, and leave out what is not looked for."""

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
from ui.audits.audit_filter import AuditFilter, searched_text
from ui.audits.audit_words import (
    agreed_words,
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


_AS_GIVEN: Final = (Column.CHANGED, Qt.SortOrder.DescendingOrder)


class AuditTableModel(QAbstractTableModel):
    """Offer the audits that are looked for as a table.

    It sorts and filters itself, each in one go: a proxy would ask Python about every row.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[AuditRow] = ()
        self._texts: Sequence[str] = ()  # what is searched of all audits, in their order
        self._rows: Sequence[AuditRow] = ()
        self._now = dt.datetime.now(dt.UTC)
        self._sorted_by = _AS_GIVEN
        self._filter = AuditFilter()

    def set_rows(self, rows: Sequence[AuditRow], now: dt.datetime) -> None:
        """Hold other audits, the one changed last first; ``now`` decides what is called today."""
        self.beginResetModel()
        self._now = now
        self._all = rows if self._sorted_by == _AS_GIVEN else _sorted(rows, *self._sorted_by)
        self._texts = [searched_text(row) for row in self._all]
        self._rows = self._passing()
        self.endResetModel()

    def set_filter(self, wanted: AuditFilter) -> None:
        """Look for other audits; an index follows its audit as long as that is shown."""
        if wanted != self._filter:
            self._filter = wanted
            self._show(self._passing())

    @property
    def audits(self) -> Sequence[AuditRow]:
        """The audits that are shown, in their order."""
        return self._rows

    @property
    def held_count(self) -> int:
        """How many audits there are, shown or not."""
        return len(self._all)

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
        self._sorted_by = (Column(column), order)
        texts = {id(row): text for row, text in zip(self._all, self._texts, strict=True)}
        self._all = _sorted(self._all, *self._sorted_by)
        self._texts = [texts[id(row)] for row in self._all]
        self._show(self._passing())

    def _passing(self) -> Sequence[AuditRow]:
        return self._filter.passing(self._all, self._texts)

    def _show(self, rows: Sequence[AuditRow]) -> None:
        """Show these rows in this order: one signal, where rows going one by one were thousands."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        held_rows = [id(self._rows[index.row()]) for index in held]
        self._rows = rows
        place = {id(row): number for number, row in enumerate(rows)} if held else {}
        moved = [
            self.index(place[row], index.column()) if row in place else QModelIndex()
            for row, index in zip(held_rows, held, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()


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
    if column is Column.GRADE:
        return agreed_words(row) or None
    if column is Column.CHANGED:
        return f"{row.changed_at.astimezone():%d/%m/%Y %H:%M}"
    return None


_TEXTS: Final[dict[Column, Callable[[AuditRow, dt.datetime], str]]] = {
    Column.CASE: lambda row, _now: row.case_reference,
    Column.TEAM: lambda row, _now: row.team,
    Column.STATUS: lambda row, _now: status_words(row.status, row.amendment),
    Column.PROGRESS: lambda row, _now: progress_words(row),
    Column.GRADE: lambda row, _now: ". ".join(filter(None, (grade_words(row), agreed_words(row)))),
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
