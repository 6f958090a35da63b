# SPDX-License-Identifier: MPL-2.0
"""The editor inside a text area."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget


class GrowingEdit(QPlainTextEdit):
    """Several lines of plain text; as tall as its text, between two numbers of lines.

    Signals:
        left: the focus went elsewhere.
    """

    left = Signal()

    def __init__(self, min_lines: int, max_lines: int, parent: QWidget | None = None) -> None:
        """Be between ``min_lines`` and ``max_lines`` tall, then scroll."""
        super().__init__(parent)
        self._min_lines = min_lines
        self._max_lines = max_lines
        self._height = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The document's own margin would move the text out of line with one-line fields.
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def lines_shown(self) -> int:
        """Return the number of lines the text takes at this width, at most ``max_lines``."""
        layout = self.document().documentLayout()
        height, block = 0.0, self.document().begin()
        most = self._line_spacing() * self._max_lines
        while block.isValid() and height < most:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return min(round(height / self._line_spacing()), self._max_lines)

    def _line_spacing(self) -> float:
        return self.fontMetrics().lineSpacing()

    def _fit(self) -> None:
        lines = max(self._min_lines, self.lines_shown())
        height = round(lines * self._line_spacing()) + 2
        if height != self._height:
            self._height = height
            self.updateGeometry()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for little: a stock editor asks for 192 pixels and makes its page overflow."""
        return QSize(120, self._height)

    def minimumSizeHint(self) -> QSize:
        """Be content with few letters a line."""
        return QSize(60, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again at how many lines there are."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again at how tall a line is."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()
