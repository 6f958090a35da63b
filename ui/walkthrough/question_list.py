# SPDX-License-Identifier: MPL-2.0
"""A list of questions to choose from."""

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.walkthrough.question_delegate import QuestionDelegate
from ui.walkthrough.question_list_model import QuestionListModel
from ui.widgets.choosing_list import ChoosingList


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
