# SPDX-License-Identifier: MPL-2.0
"""A list, and beside it or below what is marked in it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.scroll_area import ScrollArea

_BESIDE_FROM: Final = 980
"""The width, in pixels at the usual text size, from which the pane stands beside the list."""
_LEAST_LIST: Final = 320


class BesideRow(QWidget):
    """Show a pane beside a list where there is room for it, and below the list elsewhere."""

    def __init__(
        self, theme: Theme, rows: QWidget, pane: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._pane = pane
        self._area = ScrollArea(theme, pane)
        self._frame = Card(theme, "list")
        self._frame.body.addWidget(self._area)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE["3"] - EDGE)
        self._row.addWidget(rows, 3)
        self._row.addWidget(self._frame, 2)
        theme.changed.connect(self.fit)
        self.fit()

    def show_pane(self, *, is_shown: bool) -> None:
        """Show the pane, or the list alone."""
        self._frame.setVisible(is_shown)

    def fit(self) -> None:
        """Find the place of the pane; call it when there is other content in it."""
        px, direction = self._theme.px, QBoxLayout.Direction
        is_wide = self.width() >= px(_BESIDE_FROM)
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._rows.setMinimumHeight(px(_LEAST_LIST))
        # Beside the list it scrolls by itself; below it the page does.
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if is_wide else policy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(bar)
        inner = self.width() - self._frame.body.contentsMargins().left() * 2
        self._area.setMinimumHeight(0 if is_wide else self._pane.heightForWidth(inner))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the pane for the width."""
        super().resizeEvent(event)
        self.fit()
