# SPDX-License-Identifier: MPL-2.0
"""Lay out what a dialog asks, as tall as it is; it scrolls where the window has no room."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.surfaces.scroll_area import ScrollArea

_LEAST = 60


class DialogPage(ScrollArea):
    """Widgets one below the other."""

    def __init__(self, theme: Theme, *parts: QWidget) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE["3"])
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        super().__init__(theme, content)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._wanted: QWidget | None = None
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._on_laid_out)

    def let_grow(self, part: QWidget) -> None:
        """Give ``part`` what height is left, and not the end of the page."""
        self._column.setStretch(self._column.count() - 1, 0)
        self._column.setStretchFactor(part, 1)

    def show_whole(self, part: QWidget) -> None:
        """Scroll to all of ``part``, with the words below its field, once it is laid out."""
        self._wanted = part
        self._late.start()

    def _on_laid_out(self) -> None:
        if self._wanted is not None:
            self.ensureWidgetVisible(self._wanted, 0, 0)

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Tell the dialog that its words take more lines where they have less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, of all parts at ``width`` beside a scroll bar.

        With less Qt would never take a scroll bar away again that a smaller page has needed.
        """
        bar = self.verticalScrollBar().sizeHint().width()
        return self._column.totalHeightForWidth(width - bar)

    def sizeHint(self) -> QSize:
        """Ask for room for all parts."""
        width = self._column.totalSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let a small window take height away, for the page scrolls; but no width."""
        return QSize(self._column.totalMinimumSize().width(), self._theme.px(_LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the dialog when the parts want another height."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)
