# SPDX-License-Identifier: MPL-2.0
"""A button that stays down while its part of a page is on show."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.painting import draw_focus_ring, draw_shape, shape_of
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS
from ui.widgets.buttons.push_button import PushButton


class SwitchButton(PushButton):
    """One of several, of which one is down; painted in the tint of the theme while it is."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "quiet", parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def _colours(self) -> tuple[str | None, str | None, str]:
        ground, border, ink = super()._colours()
        return ground, border, "text2" if ink == "primary_text" else ink

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button; what is down has a ground and a bar below, so not colour alone."""
        if not self.isChecked():
            super().paintEvent(event)
            return
        theme = self._theme
        painter = QPainter(self)
        shape = shape_of(self)
        draw_shape(painter, shape, RADIUS["m"], fill=theme.colour("primary_tint"))
        inset = theme.px(12)
        bar = QRectF(shape.left() + inset, shape.bottom() - 3, shape.width() - 2 * inset, 3)
        draw_shape(painter, bar, 1.5, fill=theme.colour("primary"))
        self._paint_content(painter, shape, "primary_text")
        if self.hasFocus():
            draw_focus_ring(painter, theme, shape, RADIUS["m"])
