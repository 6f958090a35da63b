# SPDX-License-Identifier: MPL-2.0
"""Show the audits as a table that folds to two lines a row when it is narrow."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from auditapp.i18n import _
from auditapp.model.ids import AuditId
from ui.audits.audit_delegate import ROW_HEIGHT, AuditDelegate
from ui.audits.audit_table_model import ROW_ROLE, AuditTableModel, Column
from ui.audits.sort_header import SortHeader
from ui.theme.painting import draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import RING_WIDTH

_WIDTHS: Final = {
    Column.TEAM: 200,
    Column.STATUS: 130,
    Column.PROGRESS: 120,
    Column.GRADE: 196,
    Column.CHANGED: 150,
}
_FOLDS_AT: Final = 720
_TEAM_FROM: Final = 1000


class AuditTable(QTableView):
    """Rows of audits; arrow keys move, Enter or a double click opens.

    Signals:
        audit_chosen: the id of the audit to open.
    """

    audit_chosen = Signal(str)

    def __init__(self, theme: Theme, model: AuditTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._delegate = AuditDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(SortHeader(theme, self))
        self.setModel(model)
        self.setAccessibleName(_("Audits"))
        self._set_habits()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(Column.CASE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_folded(self) -> bool:
        """Whether each audit is told in its first column."""
        return self.isColumnHidden(Column.STATUS)

    @property
    def selected(self) -> tuple[AuditId, ...]:
        """The audits that are selected, from the top."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return tuple(index.data(ROW_ROLE).id for index in rows)

    def choose_first(self) -> None:
        """Make the first audit the current one, if there is any and none is current.

        Qt makes it so by itself when the focus comes, without selecting it.
        """
        if not self.selected and self.model().rowCount():
            current = self.currentIndex()
            self.setCurrentIndex(
                current if current.isValid() else self.model().index(0, Column.CASE)
            )
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), flags.Select | flags.Rows)

    def _set_habits(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # Several can be sent at once: with Ctrl and Shift, as in any list of files.
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def _fit(self) -> None:
        """Show the columns that there is room for."""
        px, width = self._theme.px, self.width()
        is_folded = width < px(_FOLDS_AT)
        self._delegate.set_folded(is_folded)
        for column, wanted in _WIDTHS.items():
            self.setColumnHidden(column, is_folded)
            self.setColumnWidth(column, px(wanted))
        self.setColumnHidden(Column.TEAM, width < px(_TEAM_FROM))
        self.horizontalHeader().setVisible(not is_folded)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.audit_chosen.emit(index.data(ROW_ROLE).id)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first audit, and have the one gone to selected, so that it can go out.

        On the very first focus Qt makes a row the current one and selects nothing.
        """
        super().focusInEvent(event)
        self.choose_first()
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().hasSelection():
            self.selectRow(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current audit by Enter; leave the rest to Qt."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.audit_chosen.emit(index.data(ROW_ROLE).id)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the mouse."""
        super().mouseMoveEvent(event)
        self._delegate.set_hovered_row(self.indexAt(event.position().toPoint()).row())
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row any more."""
        super().leaveEvent(event)
        self._delegate.set_hovered_row(-1)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a focus ring around the whole of the current row."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        row = QRectF(self.visualRect(index.siblingAtColumn(Column.CASE)))
        row.setLeft(0)
        row.setRight(self.viewport().width())
        painter = QPainter(self.viewport())
        ring = row.adjusted(1, 1, -1, -2)
        focus = self._theme.colour("focus")
        draw_shape(painter, ring, 6, border=focus, border_width=RING_WIDTH)
