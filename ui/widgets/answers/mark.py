# SPDX-License-Identifier: MPL-2.0
"""The circle of a radio button and the box of a check box."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton

from ui.theme.painting import draw_icon, draw_shape
from ui.theme.theme import Theme

MARK_SIZE = 20
"""Width and height of a mark, in pixels at 100 %."""


def draw_mark(
    painter: QPainter, theme: Theme, centre: QPointF, button: QAbstractButton, *, is_round: bool
) -> None:
    """Paint the mark of ``button`` around ``centre``: a circle, or a box with a tick."""
    half = theme.px(MARK_SIZE) / 2
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    is_on = button.isChecked()
    border = "line" if not button.isEnabled() else "primary" if is_on else "control"
    fill = border if is_on and not is_round else "surface"
    draw_shape(
        painter,
        box,
        half if is_round else 5,
        fill=theme.colour(fill),
        border=theme.colour(border),
        border_width=2 if is_on else 1.5,
    )
    if not is_on:
        return
    if is_round:
        dot = box.adjusted(half * 0.5, half * 0.5, -half * 0.5, -half * 0.5)
        draw_shape(painter, dot, half, fill=theme.colour(border))
    else:
        draw_icon(painter, theme.pixmap("check", "on_primary", MARK_SIZE - 6, 3.2), centre)
