# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.theme.pill_painting``."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from ui.theme.pill_painting import PILL_HEIGHT, draw_pill, pill_width


@pytest.mark.parametrize("icon", [None, "siren"])
def test_a_pill_is_as_wide_as_is_said(theme, icon):
    """Its ground begins at the place given and ends where its width says."""
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw_pill(painter, theme, QPointF(10, 30), "Concern open", "danger", icon)
    painter.end()
    row = [picture.pixelColor(x, 30 - PILL_HEIGHT // 2 + 2) for x in range(200)]
    tinted = [x for x, colour in enumerate(row) if colour == theme.colour("danger_tint")]

    assert 10 <= tinted[0] <= 14
    assert -5 <= tinted[-1] - (10 + pill_width(theme, "Concern open", icon)) <= 0


def test_an_icon_takes_room(theme):
    """A pill with an icon is wider."""
    assert pill_width(theme, "Late", "siren") > pill_width(theme, "Late", None)


def test_a_pill_keeps_its_shape_on_a_ground_of_its_own_tint(theme):
    """On a chosen row, whose ground may be just the tint of the pill, its edge is still there."""
    ground = theme.colour("primary_tint")
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill(ground)
    painter = QPainter(picture)
    draw_pill(painter, theme, QPointF(10, 30), "Draft", "primary", None)
    painter.end()
    top = picture.pixelColor(30, 30 - PILL_HEIGHT // 2)

    assert top.lightnessF() < ground.lightnessF() - 0.05
