# SPDX-License-Identifier: MPL-2.0
"""Keys of the keyboard, drawn as such."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.keycap_painting import draw_keys, keys_height, keys_width
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE


class Keycap(QLabel):
    """A key or several that are pressed together: ``F1``, ``Ctrl+G``; each has a cap."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        """Show ``text``, a shortcut as it is written."""
        super().__init__(text, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_text(self, text: str) -> None:
        """Show other keys."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for all caps."""
        width = keys_width(self._theme, self.text()) + 2 * EDGE
        return QSize(round(width), keys_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the caps."""
        del event
        draw_keys(QPainter(self), self._theme, QPointF(EDGE, self.height() / 2), self.text())
