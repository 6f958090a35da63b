# SPDX-License-Identifier: MPL-2.0
"""A list of questions to choose from."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ui.theme.theme import Theme
from ui.walkthrough.question_delegate import QuestionDelegate
from ui.walkthrough.question_list_model import QuestionListModel

_CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class QuestionList(QListView):
    """Questions, painted, however many there are.

    Signals:
        chosen: a question was clicked, or Enter or Space pressed on it; its row.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, name: str, model: QuestionListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(QuestionDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_current(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for room for a few questions."""
        return QSize(self._theme.px(520), self._theme.px(360))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter or Space."""
        if event.key() in _CHOOSING_KEYS and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
