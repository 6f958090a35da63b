# SPDX-License-Identifier: MPL-2.0
"""Paint a pill where no widget may be: in the rows of a list."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme.painting import draw_icon, draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS

_HEIGHT = 22
_PAD = 8
_ICON = 14
_GAP = 5


def pill_width(theme: Theme, text: str) -> float:
    """Return the width, in pixels, of a pill with an icon and ``text``."""
    metrics = QFontMetricsF(theme.font("caption"))
    return metrics.horizontalAdvance(text) + theme.px(2 * _PAD + _ICON + _GAP) + 2


def draw_pill(
    painter: QPainter, theme: Theme, place: QPointF, text: str, tone: str, icon: str
) -> None:
    """Paint a pill whose left edge has its middle at ``place``."""
    px = theme.px
    shape = QRectF(place.x(), 0, pill_width(theme, text), px(_HEIGHT))
    shape.moveTop(round(place.y() - shape.height() / 2))
    draw_shape(painter, shape, RADIUS["s"], fill=theme.colour(f"{tone}_tint"))
    middle = QPointF(shape.left() + px(_PAD) + px(_ICON) / 2, shape.center().y())
    draw_icon(painter, theme.pixmap(icon, tone, _ICON, 2.25), middle)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.colour(tone))
    draw_words(painter, shape.adjusted(px(_PAD + _ICON + _GAP), 0, 0, 0), text)
