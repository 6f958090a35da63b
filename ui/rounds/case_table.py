# SPDX-License-Identifier: MPL-2.0
"""Show the cases of a round as a table that folds to two lines a row when it is narrow."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.model.ids import CaseReference
from ui.rounds.case_delegate import CaseDelegate
from ui.rounds.case_table_model import ROW_ROLE, CaseTableModel
from ui.theme.theme import Theme
from ui.widgets.lists.row_table import SELECT_ROW, RowTable

_FOLDS_AT: Final = 640
_PILL_WIDTH: Final = 220
_CELL_WIDTH: Final = 160
_FIRST_WIDTH: Final = 230
"""Room that the first column keeps before the one of the teams gets more of it."""


class CaseTable(RowTable):
    """Rows of cases, in the order of the round.

    Signals:
        case_opened: the reference of the case.
        chosen_changed: other rows are chosen.
    """

    case_opened = Signal(str)
    chosen_changed = Signal()

    def __init__(
        self, theme: Theme, model: CaseTableModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, model, CaseDelegate(theme), name, parent)
        self._cases = model
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setCursor(Qt.CursorShape.ArrowCursor)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        model.modelReset.connect(self._on_selection_changed)
        self.fit()

    @property
    def chosen(self) -> list[CaseReference]:
        """The cases whose rows are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._cases.rows[row].case for row in rows]

    def choose(self, case: str) -> bool:
        """Choose the row of a case; tell whether it is shown."""
        for place, row in enumerate(self._cases.rows):
            if row.case == case:
                # Not by the view: it would add to what is chosen while somebody holds Ctrl.
                this_alone = QItemSelectionModel.SelectionFlag.Clear | SELECT_ROW
                self.selectionModel().setCurrentIndex(self._cases.index(place, 0), this_alone)
                return True
        return False

    def fit(self) -> None:
        """Show the columns that there is room for."""
        px, width = self._theme.px, self.width()
        is_folded = width < px(_FOLDS_AT)
        cells = self._cases.columnCount() - 2
        over = max(0, width - px(_PILL_WIDTH + cells * _CELL_WIDTH + _FIRST_WIDTH))
        room = max(1, (width - px(_PILL_WIDTH) - px(_CELL_WIDTH)) // px(_CELL_WIDTH))
        for column in range(1, self._cases.columnCount()):
            # The first of the other columns goes first: the last ones say who and until when.
            self.setColumnHidden(column, is_folded or 1 < column <= 1 + cells - room)
            # Names of teams are longer than those of people, and than dates; counts, in words.
            more = 0 if column != 2 else over // (2 if cells > 2 else 4)  # noqa: PLR2004
            self.setColumnWidth(column, px(_PILL_WIDTH if column == 1 else _CELL_WIDTH) + more)
        self.fold(is_folded=is_folded)

    def open_row(self, index: QModelIndex) -> None:
        """Ask for the case to be opened."""
        self.case_opened.emit(index.data(ROW_ROLE).case)

    # Slots

    def _on_selection_changed(self) -> None:
        self.chosen_changed.emit()
