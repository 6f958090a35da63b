# SPDX-License-Identifier: MPL-2.0
"""Measure the words of charts as the window sets them."""

from PySide6.QtGui import QFontMetricsF

from auditapp.charts.picture import TextKind
from ui.theme.theme import Theme


class ScreenMeasure:
    """Measure in pixels, with the fonts of a theme as it is now; make another after a change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._metrics = {kind: QFontMetricsF(theme.font(kind)) for kind in TextKind}
        self._widths: dict[tuple[str, TextKind], float] = {}

    def px(self, length: float) -> float:
        """Return a length that grows with the text size."""
        return length * self._theme.text_scale

    def width(self, text: str, kind: TextKind) -> float:
        """Return the width of one line of text, which is measured once."""
        key = (text, kind)
        if key not in self._widths:
            self._widths[key] = self._metrics[kind].horizontalAdvance(text)
        return self._widths[key]

    def line(self, kind: TextKind) -> float:
        """Return the height of a line."""
        return self._theme.line_height(kind)
