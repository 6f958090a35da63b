# SPDX-License-Identifier: MPL-2.0
"""An icon that is only looked at."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.theme import Theme


class IconLabel(QLabel):
    """An icon beside words that say the same; screen readers pass over it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        colour: str = "text2",
        size: int = 18,
        *,
        stroke: float = 2.0,
        parent: QWidget | None = None,
    ) -> None:
        """Show an icon in a colour of the tokens, ``size`` pixels wide at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._colour = colour
        self._size = size
        self._stroke = stroke
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()
        theme.changed.connect(self._show)

    def set_icon(self, icon: str, colour: str) -> None:
        """Show another icon or colour."""
        self._icon_name = icon
        self._colour = colour
        self._show()

    def _show(self) -> None:
        icon = self._theme.pixmap(self._icon_name, self._colour, self._size, self._stroke)
        self.setPixmap(icon)
