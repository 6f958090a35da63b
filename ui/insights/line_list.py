# SPDX-License-Identifier: MPL-2.0
"""The list of the lines behind a figure."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.insights.line_delegate import LineDelegate
from ui.insights.line_model import ROW_ROLE, LineModel
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import ChoosingList


class LineList(ChoosingList):
    """Lines of audits, questions or actions.

    Signals:
        line_chosen: the ``LineRow`` to open.
    """

    line_chosen = Signal(object)

    def __init__(self, theme: Theme, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("The lines behind the figure"), parent)
        self.setUniformItemSizes(True)
        self.setModel(model)
        self.setItemDelegate(LineDelegate(theme, self))

    def _choose(self, index: QModelIndex) -> None:
        self.line_chosen.emit(index.data(ROW_ROLE))

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
