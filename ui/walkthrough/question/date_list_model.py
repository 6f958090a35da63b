# SPDX-License-Identifier: MPL-2.0
"""The dates of a series as a list."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from auditapp.i18n import _
from ui.walkthrough.question.date_finding import short_date, weekdays
from ui.widgets.fields.date_text import date_words

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class DateListModel(QAbstractListModel):
    """The dates in order; some of them late, each with words that say by how much."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dates: tuple[dt.date, ...] = ()
        self._late: Mapping[dt.date, str] = {}

    def set_dates(self, dates: Sequence[dt.date]) -> None:
        """Show other dates."""
        if tuple(dates) != self._dates:
            self.beginResetModel()
            self._dates = tuple(dates)
            self.endResetModel()

    def set_late(self, late: Mapping[dt.date, str]) -> None:
        """Mark dates as late."""
        if late != self._late:
            self._late = dict(late)
            self.dataChanged.emit(self.index(0), self.index(len(self._dates) - 1))

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The dates, in order."""
        return self._dates

    def is_late(self, row: int) -> bool:
        """Tell whether the date in a row is marked as late."""
        return self._dates[row] in self._late

    # Qt overrides

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return the number of dates."""
        return 0 if parent.isValid() else len(self._dates)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a date in short, or in full with its day and lateness for screen readers."""
        if not index.isValid():
            return None
        day = self._dates[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return short_date(day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = f"{weekdays()[day.weekday()]} {date_words(day)}"
            late = self._late.get(day)
            return _("{day}, {late} late").format(day=words, late=late) if late else words
        return None
