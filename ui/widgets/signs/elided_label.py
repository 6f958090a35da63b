# SPDX-License-Identifier: MPL-2.0
"""One line of plain text that ends in an ellipsis where there is no room."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.painting import draw_words
from ui.theme.style_property import set_style_property
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE

_LEAST_WIDTH = 24


class ElidedLabel(QLabel):
    """One line that shrinks to an ellipsis; the whole text is then its tool tip.

    Screen readers always get the whole text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "body",
        tone: str | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text`` in a kind of ``TYPE`` and in a tone: "2", "3" or one of ``TONES``."""
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(EDGE, 0, EDGE, 0)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_text(text)
        theme.changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show another text, and give it to screen readers."""
        self.setText(text.replace("\n", " "))
        self.setAccessibleName(text)
        self._update_tool_tip()

    def set_tone(self, tone: str | None) -> None:
        """Show the text in another tone."""
        set_style_property(self, "tone", tone)

    @property
    def is_elided(self) -> bool:
        """Whether a part of the text does not fit."""
        return self._shown_text() != self.text()

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(self._kind))

    def _shown_text(self) -> str:
        # One pixel of tolerance, because the width was rounded when it was asked for.
        width = self.contentsRect().width() + 1
        return self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _update_tool_tip(self) -> None:
        self.setToolTip(self.text() if self.is_elided else "")

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        width = round(self._metrics().horizontalAdvance(self.text()) + 0.5) + 2 * EDGE
        return QSize(width, self._theme.line_height(self._kind))

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        least = self._theme.px(_LEAST_WIDTH) + 2 * EDGE
        return QSize(min(least, self.sizeHint().width()), self._theme.line_height(self._kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tool tip while a part of it is hidden."""
        super().resizeEvent(event)
        self._update_tool_tip()

    def changeEvent(self, event: QEvent) -> None:
        """Look again at what fits when the font is another."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._update_tool_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._kind))
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_words(painter, QRectF(self.contentsRect()), self._shown_text())
