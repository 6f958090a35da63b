# SPDX-License-Identifier: MPL-2.0
"""A short word on a tinted ground: a state, a reference or a grade."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.pill_painting import PILL_HEIGHT, draw_pill, pill_width
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE


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

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the word, its icon and some room around them."""
        width = pill_width(self._theme, self.text(), self._icon) + 2 * EDGE
        return QSize(round(width + 0.5), self._theme.px(PILL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon and the word."""
        del event
        place = QPointF(EDGE, self.height() / 2)
        draw_pill(QPainter(self), self._theme, place, self.text(), self._tone, self._icon)
