# SPDX-License-Identifier: MPL-2.0
"""A label that shows plain text, whatever the text is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.style_property import set_style_property
from ui.theme.text_block import TextBlock, without_mnemonic
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE

_WRAPPED_WIDTH = 360


class TextLabel(QLabel):
    """Plain text of one kind and tone, wrapped with a proper line height when asked to.

    Text never counts as markup. An ``&`` marks a letter as shortcut only while the label has a
    buddy; then the buddy takes the label's text as its accessible name.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "body",
        tone: str | None = None,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text`` in a kind of ``TYPE`` and in a tone: "2", "3" or one of ``TONES``."""
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._block: TextBlock | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(EDGE, 0, EDGE, 0)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self._wraps = wrap
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.set_text(text)
        theme.changed.connect(self._on_theme_changed)

    def set_text(self, text: str) -> None:
        """Show another text, and give it to screen readers."""
        if text != self.text():
            self._block = None
            self.setText(text)
            self.setAccessibleName(without_mnemonic(text) if self.buddy() else text)

    def set_tone(self, tone: str | None) -> None:
        """Show the text in another tone."""
        set_style_property(self, "tone", tone)

    def set_buddy(self, widget: QWidget) -> None:
        """Label ``widget``: it takes the label's shortcut and, as accessible name, its text."""
        name = without_mnemonic(self.text())
        self.setBuddy(widget)
        self._block = None
        self.setAccessibleName(name)
        widget.setAccessibleName(name)

    def _on_theme_changed(self) -> None:
        self._block = None
        self.updateGeometry()

    def _text_block(self) -> TextBlock:
        if self._block is None:
            alignment = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            self._block = TextBlock(
                self.text(),
                self._theme.font(self._kind),
                self._theme.line_height(self._kind),
                alignment,
                mnemonic=self.buddy() is not None,
            )
        return self._block

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that a wrapped label is taller when it is narrower."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, of the wrapped text at ``width``."""
        if not self._wraps:
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return round(self._text_block().height(inner)) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Ask for one line, or for a comfortable width when the text wraps."""
        if not self._wraps:
            # A point of slack: Qt measures a line in whole pixels and may clip its last letter.
            hint = super().sizeHint()
            return hint.expandedTo(QSize(0, self._theme.line_height(self._kind)))
        margins = self.contentsMargins()
        room = margins.left() + margins.right()
        width = round(self._text_block().size(self._theme.px(_WRAPPED_WIDTH)).width()) + room + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let a wrapped label shrink to its longest word."""
        if not self._wraps:
            return self.sizeHint()
        margins = self.contentsMargins()
        widest = min(self._text_block().longest_word_width, self._theme.px(_WRAPPED_WIDTH) / 2)
        width = round(widest) + margins.left() + margins.right() + 1
        return QSize(width, self._theme.line_height(self._kind) + margins.top() + margins.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint wrapped text with its line height; leave one line to Qt."""
        if not self._wraps:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        self._text_block().draw(painter, QRectF(self.contentsRect()), centred=centred)
