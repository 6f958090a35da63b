# SPDX-License-Identifier: MPL-2.0
"""A list of questions to choose from."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QListView, QWidget

from ui.theme.theme import Theme
from ui.walkthrough.question_delegate import QuestionDelegate
from ui.walkthrough.question_list_model import QuestionListModel
from ui.widgets.lists.choosing_list import ChoosingList

_BATCH: Final = 60
"""Questions laid out at a time: more than fit on a screen."""


class QuestionList(ChoosingList):
    """Questions, painted, however many there are.

    Signals:
        chosen: a question was clicked, or Enter or Space pressed on it; its row.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, name: str, model: QuestionListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        model.setParent(self)
        # A few at a time, and in between keys are answered: each is measured by its words.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setModel(model)
        self.setItemDelegate(QuestionDelegate(theme, self))

    def show_current(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for room for a few questions."""
        return QSize(self._theme.px(520), self._theme.px(360))
