# SPDX-License-Identifier: MPL-2.0
"""A long list of lines to choose from."""

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.registers.listed_delegate import ListedDelegate
from ui.registers.listed_model import LISTED_ROLE, ListedModel
from ui.registers.listed_row import ListedRow
from ui.rows.row import Column
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import ChoosingList


class ListedList(ChoosingList):
    """Lines, each as tall as its words. Arrow keys move; Enter, Space and a click choose.

    Signals:
        row_chosen: a line was chosen; its key.
        marked_changed: other lines are marked, or none.
    """

    row_chosen = Signal(object)
    marked_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[Column] = (),
        *,
        takes_many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a list without lines; ``takes_many`` lets several be marked, by Ctrl and Shift."""
        super().__init__(theme, name, parent)
        self.model_of_rows = ListedModel(columns, self)
        self._delegate = ListedDelegate(theme, columns, self)
        self._takes_many = takes_many
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if takes_many else modes.SingleSelection)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(self._delegate)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def set_rows(self, rows: Sequence[ListedRow], *, has_more: bool = False) -> None:
        """Show other lines; those that were marked and are still there stay marked."""
        marked, current = self.marked, self._key_at(self.currentIndex())
        self.model_of_rows.set_rows(rows, has_more=has_more)
        place = self.model_of_rows.index_of(current)
        if place.isValid():
            no_selection = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(place, no_selection)
        self.mark(marked)
        if marked and not self.marked:
            self.marked_changed.emit()

    def mark(self, keys: Iterable[Hashable]) -> None:
        """Mark lines by their keys; those that are not there are passed over."""
        for key in keys:
            place = self.model_of_rows.index_of(key)
            if place.isValid():
                self.selectionModel().select(place, QItemSelectionModel.SelectionFlag.Select)

    @property
    def marked(self) -> list[Hashable]:
        """The keys of the lines that are marked, from the top."""
        places = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [self._key_at(place) for place in places]

    def _key_at(self, index: QModelIndex) -> Hashable:
        listed: ListedRow | None = index.data(LISTED_ROLE)
        return None if listed is None else listed.key

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                # The arrow keys mark the line that they come to; the first is one without them.
                self.selectionModel().select(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
            self.row_chosen.emit(self._key_at(index))

    def _measure_again(self) -> None:
        self._delegate.forget()
        super()._measure_again()

    def _on_selection_changed(self) -> None:
        self.marked_changed.emit()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the lines again at another width: a scroll bar that comes up takes some away."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_of_rows.rows:
            no_selection = QItemSelectionModel.SelectionFlag.NoUpdate
            first = self.model_of_rows.index(0)
            self.selectionModel().setCurrentIndex(first, no_selection)
