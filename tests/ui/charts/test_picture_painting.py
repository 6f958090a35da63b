# SPDX-License-Identifier: MPL-2.0
"""Test that what is painted does not depend on how much of it is in sight, or on the scale."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from auditapp.charts.drawing import draw_chart
from tests.auditapp.charts.charting import EVERY, heat
from ui.charts.picture_painting import paint_picture
from ui.charts.screen_measure import ScreenMeasure

SIZE = QSize(600, 400)


@pytest.fixture
def painted(theme):
    """Return a function that paints a chart, or what of it is in a band, at a scale."""

    def painted(chart, seen=None, ratio=1.0):
        image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(theme.colour("surface"))
        painter = QPainter(image)
        picture = draw_chart(chart, SIZE.width(), ScreenMeasure(theme))
        paint_picture(painter, theme, picture, seen)
        painter.end()
        return image

    return painted


@pytest.mark.parametrize("chart", EVERY.values(), ids=EVERY)
def test_what_is_in_sight_is_painted_whole(painted, chart):
    """A part that is painted anew looks as it did before."""
    band = QRect(0, 120, SIZE.width(), 60)
    whole = painted(chart).copy(band)
    assert whole == painted(chart, QRectF(band)).copy(band)


def test_what_is_out_of_sight_is_not_painted(painted, theme):
    """A heat map of 60 criteria costs what is seen of it."""
    image = painted(heat(60, 12), QRectF(0, 0, SIZE.width(), 60))
    below = image.copy(QRect(0, 130, SIZE.width(), 200))
    empty = QImage(below.size(), below.format())
    empty.fill(theme.colour("surface"))
    assert empty == below


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_cells_have_sharp_edges_at_every_scale(painted, theme, ratio):
    """Between a cell and the ground is no mixture of their colours."""
    image = painted(heat(2, 3), ratio=ratio)
    (spot, *_rest) = draw_chart(heat(2, 3), SIZE.width(), ScreenMeasure(theme)).spots
    row = round((spot.y + 3) * ratio)
    start = QPoint(round((spot.x - 6) * ratio), row)
    colours = {image.pixelColor(start.x() + at, row).name() for at in range(round(12 * ratio))}
    assert {theme.colour("surface").name(), theme.colour("partly_met_tint").name()} == colours
