# SPDX-License-Identifier: MPL-2.0
"""Paint a pill: a short word on a tinted ground, in a widget of its own or in the row of a list."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.theme.painting import draw_icon, draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS

PILL_HEIGHT = 22
_PAD = 8
_ICON = 14
_GAP = 5
_EDGE_STRENGTH = 0.3


def pill_width(theme: Theme, text: str, icon: str | None) -> float:
    """Return the width, in pixels, of a pill with ``text``, and ``icon`` before it if one is."""
    metrics = QFontMetricsF(theme.font("caption"))
    return metrics.horizontalAdvance(text) + theme.px(2 * _PAD) + _icon_room(theme, icon) + 2


def draw_pill(
    painter: QPainter, theme: Theme, place: QPointF, text: str, tone: str, icon: str | None
) -> None:
    """Paint a pill whose left edge has its middle at ``place``."""
    px = theme.px
    shape = QRectF(place.x(), 0, pill_width(theme, text, icon), px(PILL_HEIGHT))
    shape.moveTop(round(place.y() - shape.height() / 2))
    ink = "primary_text" if tone == "primary" else tone
    # On the ground of a chosen row, which may have the tint of the pill, the edge gives its shape.
    edge = QColor(theme.colour(ink))
    edge.setAlphaF(_EDGE_STRENGTH)
    draw_shape(painter, shape, RADIUS["s"], fill=theme.colour(f"{tone}_tint"), border=edge)
    if icon:
        middle = QPointF(shape.left() + px(_PAD) + px(_ICON) / 2, shape.center().y())
        draw_icon(painter, theme.pixmap(icon, ink, _ICON, 2.25), middle)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.colour(ink))
    draw_words(painter, shape.adjusted(px(_PAD) + _icon_room(theme, icon), 0, 0, 0), text)


def _icon_room(theme: Theme, icon: str | None) -> int:
    return theme.px(_ICON + _GAP) if icon else 0
