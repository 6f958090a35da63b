# SPDX-License-Identifier: MPL-2.0
"""Show the cases of a round as a table that folds to two lines a row when it is narrow."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from auditapp.model.ids import CaseReference
from ui.audits.sort_header import SortHeader
from ui.rounds.case_delegate import ROW_HEIGHT, CaseDelegate
from ui.rounds.case_table_model import ROW_ROLE, CaseTableModel
from ui.theme.painting import draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import RING_WIDTH

_FOLDS_AT: Final = 640
_PILL_WIDTH: Final = 220
_CELL_WIDTH: Final = 160
_FIRST_WIDTH: Final = 230
"""Room that the first column keeps before the one of the teams gets more of it."""


class CaseTable(QTableView):
    """Rows of cases; arrow keys move, Shift takes several, Enter or a double click opens.

    Signals:
        case_opened: the reference of the case.
        chosen_changed: other rows are chosen.
    """

    case_opened = Signal(str)
    chosen_changed = Signal()

    def __init__(
        self, theme: Theme, model: CaseTableModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cases = model
        self._delegate = CaseDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        header = SortHeader(theme, self)
        header.setSectionsClickable(False)
        header.setCursor(Qt.CursorShape.ArrowCursor)
        self.setHorizontalHeader(header)
        self.setModel(model)
        self.setAccessibleName(name)
        self._set_habits()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        model.modelReset.connect(self._on_selection_changed)
        theme.changed.connect(self._fit)
        self._fit()

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
                whole_row = (
                    QItemSelectionModel.SelectionFlag.ClearAndSelect
                    | QItemSelectionModel.SelectionFlag.Rows
                )
                self.selectionModel().setCurrentIndex(self._cases.index(place, 0), whole_row)
                return True
        return False

    def choose_first(self) -> None:
        """Make the first case the current one, if there is any and none is current."""
        if not self.currentIndex().isValid() and self._cases.rowCount():
            self.setCurrentIndex(self._cases.index(0, 0))

    def _set_habits(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def _fit(self) -> None:
        """Show the columns that there is room for."""
        px, width = self._theme.px, self.width()
        is_folded = width < px(_FOLDS_AT)
        self._delegate.is_folded = is_folded
        cells = self._cases.columnCount() - 2
        over = max(0, width - px(_PILL_WIDTH + cells * _CELL_WIDTH + _FIRST_WIDTH))
        room = max(1, (width - px(_PILL_WIDTH) - px(_CELL_WIDTH)) // px(_CELL_WIDTH))
        for column in range(1, self._cases.columnCount()):
            # The first of the other columns goes first: the last ones say who and until when.
            self.setColumnHidden(column, is_folded or 1 < column <= 1 + cells - room)
            # Names of teams are longer than those of people, and than dates; counts, in words.
            more = 0 if column != 2 else over // (2 if cells > 2 else 4)  # noqa: PLR2004
            self.setColumnWidth(column, px(_PILL_WIDTH if column == 1 else _CELL_WIDTH) + more)
        self.horizontalHeader().setVisible(not is_folded)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.viewport().update()

    # Slots

    def _on_double_clicked(self) -> None:
        self._open_current()

    def _on_selection_changed(self) -> None:
        self.chosen_changed.emit()

    def _open_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.case_opened.emit(index.data(ROW_ROLE).case)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first case."""
        super().focusInEvent(event)
        self.choose_first()
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(index, flags.Select | flags.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current case by Enter; leave the rest to Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a focus ring around the whole of the current row."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        row = QRectF(self.visualRect(index.siblingAtColumn(0)))
        row.setLeft(0)
        row.setRight(self.viewport().width())
        painter = QPainter(self.viewport())
        ring = row.adjusted(1, 1, -1, -2)
        draw_shape(painter, ring, 6, border=self._theme.colour("focus"), border_width=RING_WIDTH)
