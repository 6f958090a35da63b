# SPDX-License-Identifier: MPL-2.0
"""Paint what is behind the words of a row in a list."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme.painting import draw_focus_ring, draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS


def is_current(option: QStyleOptionViewItem) -> bool:
    """Tell whether the row is the current one."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def draw_row_ground(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> QRectF:
    """Paint the tint of the current row or of one below the mouse, and the ring of the focus.

    Returns:
        The shape of the row, inside the room for the ring.
    """
    shape = QRectF(option.rect).adjusted(EDGE, EDGE, -EDGE, -EDGE)
    if is_current(option) or option.state & QStyle.StateFlag.State_MouseOver:
        fill = theme.colour("primary_tint" if is_current(option) else "hover")
        draw_shape(painter, shape, RADIUS["m"], fill=fill)
    if option.state & QStyle.StateFlag.State_HasFocus:
        inner = shape.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        draw_focus_ring(painter, theme, inner, RADIUS["m"] - EDGE)
    return shape
