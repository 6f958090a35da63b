# SPDX-License-Identifier: MPL-2.0
"""A table of whole rows that folds to two lines a row when it is narrow."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.theme.painting import draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, RING_WIDTH
from ui.widgets.lists.sort_header import SortHeader
from ui.widgets.lists.table_delegate import TableDelegate

_Flag = QItemSelectionModel.SelectionFlag
SELECT_ROW: Final = _Flag.Select | _Flag.Rows


class RowTable(QTableView):
    """Rows to choose from; arrow keys move, Ctrl and Shift take several, Enter opens.

    Subclasses say how wide the columns are and what opening is.
    """

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        delegate: TableDelegate,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show the rows of ``model``; a screen reader calls them by ``name``."""
        super().__init__(parent)
        self._theme = theme
        self._delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(SortHeader(theme, self))
        self.setModel(model)
        self.setAccessibleName(name)
        self._set_habits()
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)

    def choose_first(self) -> None:
        """Choose the current row, or the first where none is current, unless some are chosen.

        Qt makes a row the current one by itself when the focus comes, without choosing it.
        """
        if self.selectionModel().hasSelection() or not self.model().rowCount():
            return
        current = self.currentIndex()
        if not current.isValid():
            current = self.model().index(0, 0)
            self.selectionModel().setCurrentIndex(current, _Flag.NoUpdate)
        # Not by the view: it would add to what is chosen while somebody holds Ctrl.
        self.selectionModel().select(current, SELECT_ROW)

    def fit(self) -> None:
        """Show the columns that there is room for."""
        raise NotImplementedError

    def open_row(self, index: QModelIndex) -> None:
        """Open what a row is about."""
        raise NotImplementedError

    def fold(self, *, is_folded: bool) -> None:
        """Tell each row in its first column, without titles, or in all columns."""
        self._delegate.is_folded = is_folded
        self.horizontalHeader().setVisible(not is_folded)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.viewport().update()

    def _set_habits(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # Several are taken with Ctrl and Shift, as in any list of files.
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def _hover(self, row: int) -> None:
        self._delegate.hovered_row = row
        self.viewport().update()

    # Slots

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.open_row(index)

    def _on_theme_changed(self) -> None:
        self.fit()

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the current row, so that keys work on it from the start."""
        super().focusInEvent(event)
        self.choose_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row by Enter; leave the rest to Qt."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.open_row(index)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row any more."""
        super().leaveEvent(event)
        self._hover(-1)

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
        focus = self._theme.colour("focus")
        draw_shape(painter, ring, RADIUS["s"], border=focus, border_width=RING_WIDTH)
