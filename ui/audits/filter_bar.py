# SPDX-License-Identifier: MPL-2.0
"""Search, filter and sort the list of audits."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.audit import AuditStatus
from auditapp.model.labels import label
from ui.audits.audit_filter import AuditFilter
from ui.audits.audit_table_model import Column
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.search_field import SearchField

_ONE_LINE_FROM: Final = 900
_TWO_LINES_FROM: Final = 620
_TWO_BY_TWO_FROM: Final = 320
_SHARES: Final = (5, 5, 5, 5, 5, 6)
"""How a single line is shared: two for the search, and the most for the order, which says most."""
_ASCENDING, _DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder

ORDERS: Final = {
    "changed": (Column.CHANGED, _DESCENDING),
    "reference": (Column.CASE, _ASCENDING),
    "team": (Column.TEAM, _ASCENDING),
    "status": (Column.STATUS, _ASCENDING),
    "progress": (Column.PROGRESS, _DESCENDING),
    "grade": (Column.GRADE, _DESCENDING),
}
"""What the list can be sorted by, each in the direction that is mostly wanted."""


class FilterBar(QWidget):
    """A search field and four lists, on as many lines as the width asks for.

    Signals:
        filter_changed: other audits are looked for.
        sort_asked: the list should be sorted: a ``Column`` and a ``Qt.SortOrder``.
    """

    filter_changed = Signal()
    sort_asked = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search = SearchField(theme, _("Search"), _("Search case, team, auditor or checklist"))
        self.status = ComboField(theme, _("Status"))
        self.checklist = ComboField(theme, _("Checklist"))
        self.team = ComboField(theme, _("Team"))
        self.order = ComboField(theme, _("Sort by"))
        self._filters = (self.status, self.checklist, self.team)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 0
        self._build()
        theme.changed.connect(self._arrange)

    def set_audits(self, rows: Iterable[AuditRow]) -> None:
        """Offer the teams and checklists that occur; a choice that still occurs is kept."""
        found = {(row.team, row.checklists) for row in rows}
        titles = sorted({title for _team, titles in found for title in titles})
        teams = sorted({team for team, _titles in found if team}, key=str.casefold)
        _offer(self.checklist, _("All checklists"), titles)
        _offer(self.team, _("All teams"), teams)

    def clear(self) -> None:
        """Look for every audit again."""
        for field in self._filters:
            field.set_value("")
        self.search.set_text("")
        self.filter_changed.emit()

    def show_order(self, column: Column, order: Qt.SortOrder) -> None:
        """Show what the list is sorted by, when somebody clicked its head."""
        found = (key for key, value in ORDERS.items() if value == (column, order))
        self.order.set_value(next(found, None))

    @property
    def wanted(self) -> AuditFilter:
        """Which audits are looked for."""
        return AuditFilter(
            text=self.search.text.strip(),
            status=self.status.value or "",
            checklist=self.checklist.value or "",
            team=self.team.value or "",
        )

    def _build(self) -> None:
        statuses = [(status.value, label(status)) for status in AuditStatus]
        self.status.set_items([("", _("All statuses")), *statuses])
        for field in self._filters:
            field.label.hide()
            field.set_value(field.value or ("" if field is self.status else None))
            field.value_chosen.connect(self._on_filter_changed)
        self.set_audits(())
        self.order.label.hide()
        self.order.combo_box.setPlaceholderText(_("Sort by"))
        self.order.set_items(_order_items())
        self.order.set_value("changed")
        self.order.value_chosen.connect(self._on_order_chosen)
        self.search.text_edited.connect(self._on_filter_changed)
        self._arrange()

    def _arrange(self) -> None:
        """Put everything on one line, the lists on a second, two by two, or one below the other."""
        px, width = self._theme.px, self.width()
        columns = 2 if width >= px(_TWO_BY_TWO_FROM) else 1
        columns = 4 if width >= px(_TWO_LINES_FROM) else columns
        columns = 6 if width >= px(_ONE_LINE_FROM) else columns
        if columns == self._columns:
            return
        self._columns = columns
        lists = (*self._filters, self.order)
        if columns == 6:  # noqa: PLR2004 - the search takes two of them
            self._grid.addWidget(self.search, 0, 0, 1, 2)
            places = [(0, column) for column in range(2, 6)]
        else:
            self._grid.addWidget(self.search, 0, 0, 1, columns)
            places = [(1 + i // columns, i % columns) for i in range(len(lists))]
        for field, (row, column) in zip(lists, places, strict=True):
            self._grid.addWidget(field, row, column)
        for column in range(6):
            in_line = _SHARES[column] if columns == len(_SHARES) else 1
            self._grid.setColumnStretch(column, in_line if column < columns else 0)

    def _on_filter_changed(self) -> None:
        self.filter_changed.emit()

    def _on_order_chosen(self, key: str) -> None:
        self.sort_asked.emit(*ORDERS[key])

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the number of lines for the width."""
        super().resizeEvent(event)
        self._arrange()


def _order_items() -> list[tuple[str, str]]:
    return [
        ("changed", _("Last changed first")),
        ("reference", _("By case reference")),
        ("team", _("By team")),
        ("status", _("By status")),
        ("progress", _("Furthest on first")),
        ("grade", _("Weakest grade first")),
    ]


def _offer(field: ComboField, everything: str, values: list[str]) -> None:
    chosen = field.value
    field.set_items([("", everything), *((value, value) for value in values)])
    field.set_value(chosen if chosen in values else "")
