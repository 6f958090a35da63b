# SPDX-License-Identifier: MPL-2.0
"""A page of cards, one below the other, with a bar for the work under way at its foot."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading
from ui.work_bar import WorkBar


class CardPage(Page):
    """Keep whatever has the focus in view."""

    def __init__(
        self, theme: Theme, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, spacing=SPACE["4"], is_read=True, parent=parent)
        self.work_bar = WorkBar(theme)
        self._column.addWidget(PageHeading(theme, title, words=subtitle))
        self._around.addWidget(self.work_bar)

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
        super()._fit()
        margins = self._column.contentsMargins()
        self.work_bar.setContentsMargins(margins.left(), 8, margins.right(), 8)

    # Slots

    def _on_row_reached(self, rows: QWidget) -> None:
        self._area.ensureWidgetVisible(rows, 0, self._theme.px(24))
