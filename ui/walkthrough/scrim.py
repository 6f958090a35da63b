# SPDX-License-Identifier: MPL-2.0
"""The shade over what lies under an open pane."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_SHADE = QColor(0, 0, 0, 90)


class Scrim(QWidget):
    """A shade that asks to be closed when it is pressed.

    Signals:
        pressed: the person pressed beside the open pane.
    """

    pressed = Signal()

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell that it was pressed."""
        event.accept()
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shade."""
        QPainter(self).fillRect(self.rect(), _SHADE)
