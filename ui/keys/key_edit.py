# SPDX-License-Identifier: MPL-2.0
"""Take a key as it is pressed."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit

_OF_THE_DIALOG: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class KeyEdit(QKeySequenceEdit):
    """Qt's field for one key, which leaves Enter and Esc to the dialog that it is in."""

    def __init__(self, key: str) -> None:
        super().__init__(QKeySequence(key))
        self.setMaximumSequenceLength(1)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, unless it uses the one on show or gives up."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _OF_THE_DIALOG and held == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
