# SPDX-License-Identifier: MPL-2.0
"""The list of the lines of a history."""

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListView, QWidget

from auditapp.i18n import _
from ui.history.history_delegate import HistoryDelegate
from ui.history.history_model import ROW_ROLE, HistoryModel
from ui.theme.theme import Theme
from ui.widgets.choosing_list import ChoosingList

_AT_A_TIME: Final = 60
"""Rows that are laid out between two turns of the window: a tenth of a second or less."""


class HistoryList(ChoosingList):
    """Lines, each as tall as its words; choosing one goes to where the change was.

    Signals:
        step_asked: the ``Step`` that the line chosen leads to.
    """

    step_asked = Signal(object)

    def __init__(self, theme: Theme, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("History, newest first"), parent)
        self._delegate = HistoryDelegate(theme, self)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_A_TIME)
        self.setModel(model)
        self.setItemDelegate(self._delegate)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None and row.step is not None:
            self.step_asked.emit(row.step)

    def _measure_again(self) -> None:
        self._delegate.forget()
        super()._measure_again()

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
