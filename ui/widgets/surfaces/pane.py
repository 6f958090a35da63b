# SPDX-License-Identifier: MPL-2.0
"""A plain ground for a part of the window."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.theme.theme import Theme


class Pane(QFrame):
    """A header, footer, side pane or page: a ground and, at one edge, a hairline."""

    def __init__(
        self,
        theme: Theme,
        ground: str = "page",
        edge: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a ground.

        Args:
            theme: the theme in use.
            ground: "page", "surface" or "sunken".
            edge: where the hairline is: "top", "right", "bottom" or "left".
            parent: the widget around this one.
        """
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", ground)
        self.setProperty("edge", edge)
