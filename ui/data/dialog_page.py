# SPDX-License-Identifier: MPL-2.0
"""Lay out what a dialog asks, so that it can be scrolled in a small window or with large text."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.scroll_area import ScrollArea


class DialogPage(ScrollArea):
    """Widgets one below the other."""

    def __init__(self, theme: Theme, *parts: QWidget) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        super().__init__(theme, content)
        self._wanted: QWidget | None = None
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._on_laid_out)

    def show_whole(self, part: QWidget) -> None:
        """Scroll to all of ``part``, with the words below its field, once it is laid out."""
        self._wanted = part
        self._late.start()

    def _on_laid_out(self) -> None:
        if self._wanted is not None:
            self.ensureWidgetVisible(self._wanted, 0, 0)
