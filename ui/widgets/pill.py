# SPDX-License-Identifier: MPL-2.0
"""A short word on a tinted ground: a state, a reference or a grade."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.painting import draw_icon, draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_PAD = 8
_HEIGHT = 22
_ICON = 14


class Pill(QLabel):
    """A word, optionally with an icon, in the colours of a tone."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: str = "primary",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text`` in a tone of ``TONES``, with the icon named ``icon`` before it."""
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_content(text, tone, icon)
        theme.changed.connect(self._on_theme_changed)

    def set_content(self, text: str, tone: str, icon: str | None = None) -> None:
        """Show another word, tone and icon."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def tone(self) -> str:
        """The tone shown."""
        return self._tone

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _icon_room(self) -> int:
        return self._theme.px(_ICON + 5) if self._icon else 0

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the word, its icon and some room around them."""
        metrics = QFontMetricsF(self._theme.font("caption"))
        text = metrics.horizontalAdvance(self.text())
        width = text + self._icon_room() + 2 * self._theme.px(_PAD) + 2 * EDGE
        return QSize(round(width + 0.5), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon and the word."""
        del event
        theme = self._theme
        painter = QPainter(self)
        shape = QRectF(self.rect()).adjusted(EDGE, 0, -EDGE, 0)
        draw_shape(painter, shape, RADIUS["s"], fill=theme.colour(f"{self._tone}_tint"))
        ink = "primary_text" if self._tone == "primary" else self._tone
        inner = shape.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        if self._icon:
            centre = QPointF(inner.left() + theme.px(_ICON) / 2, inner.center().y())
            draw_icon(painter, theme.pixmap(self._icon, ink, _ICON, 2.25), centre)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour(ink))
        inner.setLeft(inner.left() + self._icon_room())
        draw_words(painter, inner, self.text())
