# SPDX-License-Identifier: MPL-2.0
"""A page of cards, one below the other, with a bar for the work under way at its foot."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.review.work_bar import WorkBar
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, READING_WIDTH
from ui.widgets.pane import Pane
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text_label import TextLabel


class CardPage(Pane):
    """Keep its cards to a width that reads well, and whatever has the focus in view."""

    def __init__(
        self, theme: Theme, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "page", parent=parent)
        self.work_bar = WorkBar(theme)
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(14)
        self._column.addWidget(TextLabel(theme, title, "title", wrap=True))
        self._column.addWidget(TextLabel(theme, subtitle, "body", "2", wrap=True))
        self._area = ScrollArea(theme, content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._area, 1)
        page.addWidget(self.work_bar)
        theme.changed.connect(self._fit)

    def show_top(self) -> None:
        """Scroll to the top of the page."""
        self._area.verticalScrollBar().setValue(0)

    def _add_cards(self, cards: Iterable[QWidget]) -> None:
        """Put cards on the page, out of sight until there is something to show."""
        for card in cards:
            card.hide()
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _show_top_later(self) -> None:
        """Scroll to the top once the area has been told of a new focus and has scrolled to it."""
        QTimer.singleShot(0, self.show_top)

    def _fit(self) -> None:
        px, width = self._theme.px, self.width()
        is_narrow = width < px(BREAK_POINTS["margins"])
        across = max(10 if is_narrow else 28, (width - px(READING_WIDTH)) // 2)
        down = 12 if is_narrow else 22
        self._column.setContentsMargins(across, down, across, down)
        self.work_bar.setContentsMargins(across, 8, across, 8)

    # Slots

    def _on_row_reached(self, rows: QWidget) -> None:
        self._area.ensureWidgetVisible(rows, 0, self._theme.px(24))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width."""
        super().resizeEvent(event)
        self._fit()
