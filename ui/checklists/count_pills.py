# SPDX-License-Identifier: MPL-2.0
"""The counts of one draft, side by side."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.signs.pill import Pill


class CountPills(FlowRow):
    """Pills that never change, so that their height at a width is worked out once.

    A page of many drafts asks each of its rows about a hundred times.
    """

    def __init__(
        self, theme: Theme, counts: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Show each pair of words and a tone."""
        super().__init__(parent=parent)
        self._heights: dict[int, int] = {}
        for words, tone in counts:
            self.add(Pill(theme, words, tone))
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    # Qt overrides

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, at ``width``."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]
