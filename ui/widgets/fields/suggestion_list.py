# SPDX-License-Identifier: MPL-2.0
"""The list of suggestions under a line."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView

from ui.theme.theme import Theme

_LEAST_WIDTH = 280


class SuggestionList(QListView):
    """The popup of a completer, in the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setUniformItemSizes(True)
        # The border is painted on the contents, so they cannot just be moved when they scroll.
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.setMinimumWidth(self._theme.px(_LEAST_WIDTH))

    def _on_scrolled(self) -> None:
        self.viewport().update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list, and a border that the style sheet has for other popups only."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour("control"), 1))
        painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
