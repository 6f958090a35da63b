# SPDX-License-Identifier: MPL-2.0
"""Paint the keys of the keyboard that are pressed together, each as a cap of its own."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme.painting import draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS

_PAD: Final = 6
_ROOM: Final = 5
"""Pixels at 100 % that a cap is higher than its word."""
_GAP: Final = 4
_LIP: Final = 2
"""Pixels of the edge below, which is the front of the cap."""


def keys_of(words: str) -> list[str]:
    """Return the keys of a shortcut as it is written, such as ``Ctrl+Shift+P``, one by one."""
    *held, last = words[:-1].split("+")  # the last sign may be a plus itself
    return [*held, last + words[-1:]]


def keys_height(theme: Theme) -> int:
    """Return the height of a cap, in pixels."""
    return theme.line_height("caption") + theme.px(_ROOM)


def keys_width(theme: Theme, words: str) -> float:
    """Return the width, in pixels, of all caps of a shortcut."""
    keys = keys_of(words)
    return sum(_width(theme, key) for key in keys) + theme.px(_GAP) * (len(keys) - 1)


def draw_keys(painter: QPainter, theme: Theme, place: QPointF, words: str) -> None:
    """Paint the caps of a shortcut, the left edge of the first with its middle at ``place``."""
    height = keys_height(theme)
    left, top = place.x(), round(place.y() - height / 2)
    painter.setFont(theme.font("caption"))
    for key in keys_of(words):
        shape = QRectF(left, top, _width(theme, key), height)
        draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("line"))
        face = shape.adjusted(1, 1, -1, -_LIP)
        draw_shape(painter, face, RADIUS["s"] - 1, fill=theme.colour("sunken"))
        painter.setPen(theme.colour("text2"))
        draw_words(painter, face, key, Qt.AlignmentFlag.AlignHCenter)
        left += shape.width() + theme.px(_GAP)


def _width(theme: Theme, key: str) -> float:
    words = QFontMetricsF(theme.font("caption")).horizontalAdvance(key)
    return max(round(words) + theme.px(2 * _PAD) + 2, keys_height(theme))
