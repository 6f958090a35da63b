# SPDX-License-Identifier: MPL-2.0
"""The list of the lines of a history."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.history.history_delegate import HistoryDelegate
from ui.history.paged_lines import ROW_ROLE
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import ChoosingList


class HistoryList(ChoosingList):
    """Lines, each as tall as its words; choosing one goes to where the change was.

    Signals:
        step_asked: the ``Step`` that the line chosen leads to.
    """

    step_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        *,
        is_numbered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the lines of ``model``; ``is_numbered``: some have the number of a question."""
        super().__init__(theme, _("History, newest first"), parent)
        self._delegate = HistoryDelegate(theme, self, is_numbered=is_numbered)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        # A line of one seq may say something else now: whether undo reaches it, for one.
        model.modelReset.connect(self._delegate.forget)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None and row.step is not None:
            self.step_asked.emit(row.step)

    def _measure_again(self) -> None:
        self._delegate.forget()
        super()._measure_again()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the lines again at another width: a scroll bar that comes up takes some away."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
