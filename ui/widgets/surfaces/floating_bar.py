# SPDX-License-Identifier: MPL-2.0
"""A scroll bar that lies over the margin of what it scrolls."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QScrollArea, QScrollBar


class FloatingBar(QScrollBar):
    """Stand in for the bar of a scroll area, which would take width from the page.

    So a page is as wide when it scrolls as when it does not, and its edges stay from page to page.
    What is scrolled must leave a margin at the right.
    """

    def __init__(self, area: QScrollArea) -> None:
        """Lie over the right edge of ``area``, and scroll it."""
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._own = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own.rangeChanged.connect(self._on_range_changed)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        area.installEventFilter(self)
        self._on_range_changed()

    @Slot()
    def _on_range_changed(self) -> None:
        own = self._own
        self.setRange(own.minimum(), own.maximum())
        self.setSingleStep(own.singleStep())
        self.setPageStep(self._area.viewport().height())
        self.setValue(own.value())
        self.setVisible(own.maximum() > own.minimum())

    def _place(self) -> None:
        width = self.sizeHint().width()
        self.setGeometry(self._area.width() - width, 0, width, self._area.height())
        self.setPageStep(self._area.viewport().height())
        self.raise_()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the edge of the area."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._place()
        return super().eventFilter(watched, event)
