# SPDX-License-Identifier: MPL-2.0
"""A page of cards that scrolls, at a width that reads well."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, READING_WIDTH, STEP_MARGIN, TIGHT_STEP_MARGIN
from ui.widgets.surfaces.scroll_area import ScrollArea

_BETWEEN: Final = 16


class ReadingArea(ScrollArea):
    """Some widgets below each other, in the middle of the room there is."""

    def __init__(
        self, theme: Theme, parts: Iterable[QWidget], parent: QWidget | None = None
    ) -> None:
        """Show ``parts`` from the top down."""
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        content = QWidget()
        content.setObjectName("content")
        self._row = QHBoxLayout(content)
        self._row.addStretch(1)
        self._row.addWidget(self._column, 1000)
        self._row.addStretch(1)
        super().__init__(theme, content, parent)
        self.float_bar()
        theme.changed.connect(self._fit)
        self._fit()

    def show_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def show_part(self, widget: QWidget) -> None:
        """Scroll so far that a widget, such as one row of a list, can be seen."""
        self.ensureWidgetVisible(widget, 0, self._theme.px(STEP_MARGIN))

    def _fit(self) -> None:
        """Keep the lines at a width that reads well, and the margins small where room is short."""
        theme = self._theme
        is_tight = self.width() < theme.px(BREAK_POINTS["margins"])
        margin = TIGHT_STEP_MARGIN if is_tight else STEP_MARGIN
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._column.setMaximumWidth(theme.px(READING_WIDTH))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the room."""
        super().resizeEvent(event)
        self._fit()
