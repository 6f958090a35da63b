# SPDX-License-Identifier: MPL-2.0
"""Lay out what a dialog asks, so that it can be scrolled in a small window or with large text."""

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
