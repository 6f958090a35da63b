# SPDX-License-Identifier: MPL-2.0
"""The middle of the window around the card of one step."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, READING_WIDTH, STEP_MARGIN, TIGHT_STEP_MARGIN
from ui.widgets.surfaces.scroll_area import ScrollArea

_TIGHT_DOWN: Final = 12


class StepPage(QWidget):
    """Keep a card at a width that reads well, and scroll it when it is taller than the window."""

    def __init__(self, theme: Theme, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card = card
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        column.addLayout(self._row)
        column.addStretch(1)
        self._row.addStretch(1)
        self._row.addWidget(card, 1000)
        self._row.addStretch(1)
        self._area = ScrollArea(theme, content)
        self._area.float_bar()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        theme.changed.connect(self._fit)
        self._fit()

    def scroll_to_top(self) -> None:
        """Show the card from its top."""
        self._area.verticalScrollBar().setValue(0)

    def show_focus(self) -> None:
        """Scroll to the widget with the focus, which may have had it on the step before."""
        self._area.show_focus()

    def _fit(self) -> None:
        is_tight = self.width() < self._theme.px(BREAK_POINTS["margins"])
        across = TIGHT_STEP_MARGIN if is_tight else STEP_MARGIN
        down = _TIGHT_DOWN if is_tight else STEP_MARGIN
        self._row.setContentsMargins(across, down, across, down)
        self._card.setMaximumWidth(self._theme.px(READING_WIDTH))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the room."""
        super().resizeEvent(event)
        self._fit()
