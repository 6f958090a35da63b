# SPDX-License-Identifier: MPL-2.0
"""Let the keys that move in a list work while somebody types into the field above it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_KEYS: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class ListKeys(QObject):
    """Hand the arrows, the page keys and Enter from ``field`` on to ``view``."""

    def __init__(self, field: QWidget, view: QAbstractItemView) -> None:
        super().__init__(field)
        self._view = view
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand a key on; everything else goes its way."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            QApplication.sendEvent(self._view, event)
            return True
        return super().eventFilter(watched, event)
