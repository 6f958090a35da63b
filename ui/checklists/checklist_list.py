# SPDX-License-Identifier: MPL-2.0
"""The list of checklists."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.checklists.checklist_delegate import ChecklistDelegate
from ui.checklists.checklist_filter_model import ChecklistFilterModel
from ui.checklists.checklist_list_model import ROW_ROLE
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import ChoosingList


class ChecklistList(ChoosingList):
    """Rows of checklists.

    Signals:
        chosen: the person wants to see a checklist; its ``ChecklistRow``.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, model: ChecklistFilterModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Checklists"), parent)
        self._delegate = ChecklistDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW_ROLE))

    def _measure_again(self) -> None:
        self._delegate.forget()
        super()._measure_again()

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first checklist."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
