# SPDX-License-Identifier: MPL-2.0
"""A list to choose from."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ui.theme.theme import Theme

CHOOSING_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChoosingList(QListView):
    """Rows of one column, painted. Arrow keys move; Enter, Space and a click choose.

    A list of something gives it a model and a delegate, and says by ``_choose`` what follows.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make a list without rows; ``name`` says what is in it to those who cannot see it."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._measure_again)

    def _choose(self, index: QModelIndex) -> None:
        """Tell that a row was chosen."""
        raise NotImplementedError

    def _measure_again(self) -> None:
        """Lay the rows out for another theme or font."""
        self.scheduleDelayedItemsLayout()

    # Slots

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter or Space."""
        if event.key() in CHOOSING_KEYS and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure_again()
