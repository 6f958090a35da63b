# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.buttons.drop_button``."""

import pytest

from ui.theme.tokens import EDGE
from ui.widgets.buttons.drop_button import DropButton
from ui.widgets.fields.combo_field import ComboField


def first_ink(widget, theme, *, top, bottom, start):
    """Return how far from the left the first dark pixel is, of those right of ``start``."""
    image = widget.grab().toImage()
    ground = theme.colour("surface").lightness()
    for x in range(start, image.width()):
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 90 for y in range(top, bottom)):
            return x
    return image.width()


@pytest.mark.parametrize("words", ["All teams", "Lots"])
def test_it_stands_beside_a_combo_like_one(theme, show, words):
    """Its words begin where those of a combo box begin, and it is as high."""
    combo = ComboField(theme, "Period")
    combo.set_items([("a", words)])
    combo.set_value("a")
    frame = show(combo, 200, 80).frame
    button = show(DropButton(theme, words), 200, 46)
    inside = {"top": 2 * EDGE + 4, "bottom": button.height() - 2 * EDGE - 4, "start": 2 * EDGE}
    assert frame.height() == button.height()
    expected = first_ink(frame, theme, **inside)
    assert expected == pytest.approx(first_ink(button, theme, **inside), abs=1)


def test_what_is_too_long_is_cut_before_the_arrow(theme, show):
    """The arrow stays, in its place at the right end."""
    short, long = (show(DropButton(theme, words), 120, 46) for words in ("A", "Everything " * 4))
    images = [button.grab().toImage() for button in (short, long)]
    end = [images[0].copy(84, 8, 28, 30), images[1].copy(84, 8, 28, 30)]
    assert end[0] == end[1]


def test_with_nothing_to_choose_it_looks_like_a_field_that_is_closed(theme, show):
    """Sunken, and with a hairline."""
    button = DropButton(theme, "All teams")
    button.setEnabled(False)
    image = show(button, 200, 46).grab().toImage()
    assert theme.colour("sunken") == image.pixelColor(150, 23)
    assert theme.colour("line") == image.pixelColor(100, EDGE)
