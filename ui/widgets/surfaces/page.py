# SPDX-License-Identifier: MPL-2.0
"""A page beside the rail."""

from typing import Final

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, EDGE, READING_WIDTH, SPACE
from ui.widgets.surfaces.pane import Pane
from ui.widgets.surfaces.scroll_area import ScrollArea

_MARGINS: Final = (SPACE["8"] - EDGE, SPACE["5"])
_TIGHT_MARGINS: Final = (SPACE["3"] - EDGE, SPACE["2"])
"""Margins at the sides, and above and below, in pixels; the tight ones where room is short."""


class Page(Pane):
    """One column that scrolls, with margins that fit its width.

    A page puts its parts into ``_column``, and what does not scroll with them into ``_around``. By
    ``_first_stop`` it says where the focus goes that it is given.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        spacing: int,
        is_read: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page.

        Args:
            theme: the theme in use.
            spacing: the room between the parts in the column, in pixels.
            is_read: whether the column is kept to a width that reads well, in the middle.
            parent: the widget around this one.
        """
        super().__init__(theme, "page", parent=parent)
        self._is_read = is_read
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(spacing)
        self._area = ScrollArea(theme, content)
        self._area.float_bar()
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.setSpacing(0)
        self._around.addWidget(self._area, 1)
        theme.changed.connect(self._fit)

    def _first_stop(self) -> QWidget:
        """Return what takes the focus."""
        raise NotImplementedError

    def _fit(self) -> None:
        """Fit the margins to the room."""
        px, width = self._theme.px, self.width()
        is_tight = width < px(BREAK_POINTS["margins"])
        across, down = _TIGHT_MARGINS if is_tight else _MARGINS
        if self._is_read:
            across = max(across, (width - px(READING_WIDTH)) // 2)
        self._column.setContentsMargins(across, down, across, down)

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy would have Tab jump over what stands around it."""
        super().focusInEvent(event)
        self._first_stop().setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width."""
        super().resizeEvent(event)
        self._fit()
