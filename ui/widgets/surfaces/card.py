# SPDX-License-Identifier: MPL-2.0
"""A framed sheet that holds other widgets."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.style_property import set_style_property
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE

_PADDING = {
    "large": (SPACE["6"], SPACE["5"]),
    "small": (SPACE["4"], SPACE["3"]),
    "sunken": (SPACE["3"], SPACE["2"]),
    "list": (EDGE + 1, SPACE["2"]),
}


class Card(QFrame):
    """A sheet with a hairline around it; put widgets into ``body``."""

    def __init__(
        self,
        theme: Theme,
        kind: str = "large",
        tone: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty card.

        Args:
            theme: the theme in use.
            kind: "large", "small" (less room inside), "sunken" (inside another card) or "list"
                (around rows that reach from edge to edge).
            tone: one of ``TONES``, for a tinted card.
            parent: the widget around this one.
        """
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", kind)
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(SPACE["1"])
        across, down = _PADDING[kind]
        self.set_padding(across, down)

    def set_padding(self, across: int, down: int) -> None:
        """Keep so many pixels, to the eye, free at the sides, and at top and bottom."""
        # The style sheet's margin and the controls' own edges are EDGE each.
        self.body.setContentsMargins(across - EDGE, down, across - EDGE, down)

    def set_tone(self, tone: str | None) -> None:
        """Tint the card in another tone, or in none."""
        set_style_property(self, "tone", tone)
