# SPDX-License-Identifier: MPL-2.0
"""A key of the keyboard, drawn as one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.theme import Theme


class Keycap(QLabel):
    """The name of a key in a hint: ``Ctrl``, ``F1``."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        """Show ``text`` as a key."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "caption")
        self.setAccessibleName(text)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show another key."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
