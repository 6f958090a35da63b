# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.theme.icons``."""

import pytest
from PySide6.QtGui import QColor

from ui.theme.icons import ICON_FOLDER, IconSet

RED = QColor("#A81E2D")


def _colours(pixmap):
    """Return the colours of the pixels that are wholly painted."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("path", sorted(ICON_FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_drawing_takes_the_colour(qapp, path):
    """Each icon is painted in the colour asked for, and in no other."""
    assert {RED.name()} == _colours(IconSet().pixmap(path.stem, RED, 48))


def test_pixmap_is_sharp_on_a_dense_screen(qapp):
    """At two device pixels a pixel, an icon of 18 has 36 of them and still measures 18."""
    pixmap = IconSet().pixmap("star", RED, 18, ratio=2.0)
    assert (36, 18.0) == (pixmap.width(), pixmap.deviceIndependentSize().width())


def test_stroke_makes_it_bolder(qapp):
    """A wider stroke paints more pixels."""

    def painted(stroke):
        image = IconSet().pixmap("check", RED, 48, stroke=stroke).toImage()
        return sum(
            image.pixelColor(x, y).alpha() > 0
            for x in range(image.width())
            for y in range(image.height())
        )

    assert painted(2) < painted(4)


def test_rendered_icons_are_kept_until_cleared(qapp):
    """The same picture is handed out again until the theme changes."""
    icons = IconSet()
    first = icons.pixmap("star", RED, 18)
    again = icons.pixmap("star", RED, 18)
    icons.clear()
    fresh = icons.pixmap("star", RED, 18)
    assert (True, False) == (
        first.cacheKey() == again.cacheKey(),
        first.cacheKey() == fresh.cacheKey(),
    )


def test_unknown_name_is_an_error(qapp):
    """A misspelt name fails at once instead of painting nothing."""
    with pytest.raises(FileNotFoundError):
        IconSet().pixmap("no-such-icon", RED, 18)
