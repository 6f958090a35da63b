# SPDX-License-Identifier: MPL-2.0
"""A button that stands among fields, and opens what is chosen from."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import draw_icon, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton

_ARROW = 18
_BEFORE = 14
"""Where the words begin: as far in as those of a combo box."""


class DropButton(PushButton):
    """Looks like a combo box, for what it does is the same: it says what is chosen, and opens."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "secondary", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _text_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font())
        return metrics.size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()

    def _icon_room(self) -> int:
        return self._theme.px(_ARROW + SPACE["2"])

    def _colours(self) -> tuple[str | None, str | None, str]:
        return super()._colours() if self.isEnabled() else ("sunken", "line", "text3")

    def _paint_content(self, painter: QPainter, shape: QRectF, ink: str) -> None:
        theme, px = self._theme, self._theme.px
        middle = QPointF(shape.right() - px(SPACE["3"]) - px(_ARROW) / 2, shape.center().y())
        draw_icon(painter, theme.pixmap("chevron-down", "text2", _ARROW), middle)
        words = shape.adjusted(px(_BEFORE), 0, -px(SPACE["3"]) - self._icon_room(), 0)
        metrics, flags = QFontMetricsF(theme.font()), Qt.TextFlag.TextShowMnemonic.value
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width(), flags)
        painter.setFont(theme.font())
        painter.setPen(theme.colour(ink))
        draw_words(painter, words, text, mnemonic=True)
