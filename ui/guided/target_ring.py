# SPDX-License-Identifier: MPL-2.0
"""A ring around the part of the window that a note is about."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.painting import draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS

_ROOM = 4
_WIDTH = 3


class TargetRing(QWidget):
    """Lie over the part, and let every click and every reader through to it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, area: QRect) -> None:
        """Stand around ``area``, in the coordinates of the parent."""
        self.setGeometry(area.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.raise_()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        painter = QPainter(self)
        colour = self._theme.colour("primary")
        draw_shape(painter, QRectF(self.rect()), RADIUS["m"], border=colour, border_width=_WIDTH)
