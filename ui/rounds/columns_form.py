# SPDX-License-Identifier: MPL-2.0
"""Say what each column of a list of cases is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.caselist.columns import Columns, is_personal
from auditapp.caselist.table import CaseTable
from auditapp.i18n import _
from auditapp.model.labels import label
from auditapp.model.round_kinds import CaseField
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.combo_field import ComboField

_LEFT_OUT = "left out"
_LEAST_WIDTH = 240
_SAMPLES = 2
_LONGEST = 24


class ColumnsForm(QWidget):
    """A drop-down list for each column, under its heading, with what its first rows hold.

    Signals:
        field_chosen: a column is something else now; its number, and the ``CaseField`` or None.
    """

    field_chosen = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._headings: tuple[str, ...] = ()
        self.combos: Sequence[ComboField] = ()

    def show_columns(self, table: CaseTable, columns: Columns) -> None:
        """Show what the columns are taken for; the lists stay while the headings do."""
        headings = tuple(each.heading for each in columns.matched)
        if headings != self._headings:
            self._headings = headings
            self._make(table, columns)
        for combo, each in zip(self.combos, columns.matched, strict=True):
            combo.set_value(each.field or _LEFT_OUT)

    def _make(self, table: CaseTable, columns: Columns) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        grid = FieldGrid(self._theme, 3, _LEAST_WIDTH)
        below = 0 if columns.header is None else columns.header + 1
        self.combos = []
        items = [(_LEFT_OUT, _("Leave it out")), *((each.value, label(each)) for each in CaseField)]
        for number, each in enumerate(columns.matched):
            cells = (row.cells[number] for row in table.rows[below:])
            samples = list(dict.fromkeys(filter(None, cells)))[:_SAMPLES]
            hint = ", ".join(text[:_LONGEST] for text in samples)
            if is_personal(each.heading):
                hint = _("It identifies people: it stays out.")
            combo = ComboField(self._theme, each.heading.replace("&", "&&"), hint=hint)
            combo.set_items(items)
            combo.value_chosen.connect(self._on_value_chosen)
            grid.add(combo)
            self.combos.append(combo)
        self._box.addWidget(grid)

    def _on_value_chosen(self, value: str) -> None:
        combo = self.sender()
        if isinstance(combo, ComboField) and combo in self.combos:
            field = None if value == _LEFT_OUT else CaseField(value)
            self.field_chosen.emit(self.combos.index(combo), field)
