# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.lists.row_ground``."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme.tokens import EDGE
from ui.widgets.lists.row_ground import draw_row_ground, is_current

STATE = QStyle.StateFlag


@pytest.mark.parametrize(
    ("state", "ground"),
    [
        (STATE.State_None, None),
        (STATE.State_MouseOver, "hover"),
        (STATE.State_Selected, "primary_tint"),
        (STATE.State_Selected | STATE.State_MouseOver, "primary_tint"),
    ],
)
def test_the_row_is_tinted_by_its_state(theme, state, ground):
    """The current one even where the mouse is over it; any other has none."""
    image, _shape, option = painted(theme, state)
    expected = QColor("white") if ground is None else theme.colour(ground)

    assert expected.name() == image.pixelColor(50, 20).name()
    assert (ground == "primary_tint") is is_current(option)


def test_the_focus_is_seen_beside_the_tint(theme):
    """By a ring; the words stand within the shape that is given back."""
    focused, shape, _option = painted(theme, STATE.State_Selected | STATE.State_HasFocus)
    image, same, _option = painted(theme, STATE.State_Selected)

    assert focused != image
    assert same == shape
    assert (EDGE, 100 - 2 * EDGE) == (shape.left(), shape.width())


def painted(theme, state):
    """Paint a row of 100 by 40; return the picture, the shape and what it was painted for."""
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 0, 100, 40), state
    painter = QPainter(image)
    shape = draw_row_ground(painter, theme, option)
    painter.end()
    return image, shape, option
