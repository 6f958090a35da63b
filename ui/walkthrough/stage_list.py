# SPDX-License-Identifier: MPL-2.0
"""The list of sections at the left."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.walkthrough.stage_delegate import StageDelegate
from ui.walkthrough.stage_list_model import ROW_ROLE, StageListModel
from ui.widgets.lists.choosing_list import ChoosingList

_Flag = QItemSelectionModel.SelectionFlag


class StageList(ChoosingList):
    """Stages of the walk. Arrow keys move; Enter, Space and a click go to a stage.

    The selected row is the stage on show, and only ``show_stage`` selects.

    Signals:
        stage_chosen: the person wants to go to a stage; its place in the walk, from 0.
    """

    stage_chosen = Signal(int)

    def __init__(self, theme: Theme, model: StageListModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Sections"), parent)
        self._model = model
        self._stage = 0
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(StageDelegate(theme, self))
        model.modelReset.connect(self._on_model_reset)

    def show_stage(self, number: int) -> None:
        """Show a stage as the one that is open."""
        self._stage = number
        index = self._model.index_of_stage(number)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        number = index.data(ROW_ROLE).number
        if number is not None:
            self.stage_chosen.emit(number)

    def _on_model_reset(self) -> None:
        self.show_stage(self._stage)

    # Qt overrides

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let neither keys nor the mouse select: a row is selected when its stage is shown."""
        return _Flag.NoUpdate
