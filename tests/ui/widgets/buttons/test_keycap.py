# SPDX-License-Identifier: MPL-2.0
"""Test the keys of the keyboard as they are drawn."""

from ui.theme.keycap_painting import keys_of
from ui.widgets.buttons.keycap import Keycap


def edges(theme, words):
    """Return how often the edge of a cap is met, going through the middle of the caps."""
    cap = Keycap(theme, words)
    cap.resize(cap.sizeHint())
    picture = cap.grab().toImage()
    middle = picture.height() // 2
    line = [picture.pixelColor(x, middle) == theme.colour("line") for x in range(picture.width())]
    return sum(now and not before for before, now in zip([False, *line], line, strict=False))


def test_keycap_is_named(theme, show):
    """A key has its word and grows with the text."""
    key = show(Keycap(theme, "Ctrl"))
    before = key.sizeHint().height()
    theme.set_text_scale(2.0)
    assert ("Ctrl", True) == (key.accessibleName(), before < key.sizeHint().height())


def test_the_plus_between_keys_is_none_itself():
    """One at the end is."""
    assert ["F1"] == keys_of("F1")
    assert ["Ctrl", "Shift", "P"] == keys_of("Ctrl+Shift+P")
    assert ["Ctrl", "+"] == keys_of("Ctrl++")
    assert ["Ctrl", "1–5"] == keys_of("Ctrl+1–5")


def test_keys_that_are_pressed_together_have_a_cap_each(theme):
    """Each with an edge at the left and at the right."""
    assert (2, 6) == (edges(theme, "F1"), edges(theme, "Ctrl+Shift+P"))
