# SPDX-License-Identifier: MPL-2.0
"""A hairline between two things."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import fill
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE


class Divider(QWidget):
    """A line of one pixel with some room on both sides."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        *,
        room: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        """Make a line with ``room`` pixels on each side of it."""
        super().__init__(parent)
        self._theme = theme
        self._room = room
        self._is_flat = orientation == Qt.Orientation.Horizontal
        along, across = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(*((along, across) if self._is_flat else (across, along)))
        theme.changed.connect(self.update)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the line and its room."""
        across = 2 * self._room + 1
        return QSize(16, across) if self._is_flat else QSize(across, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        painter = QPainter(self)
        line = (
            QRectF(EDGE, self._room, self.width() - 2 * EDGE, 1)
            if self._is_flat
            else QRectF(self._room, 0, 1, self.height())
        )
        fill(painter, line, self._theme.colour("line"))
