# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.contrast`` and of the colours of the window held against it."""

import pytest

from auditapp.contrast import contrast, luminance
from ui.theme.tokens import DARK, LIGHT, PAIRS, TONES


def test_black_and_white_differ_most():
    """Black on white is 21 to 1, the greatest ratio there is."""
    assert 21 == pytest.approx(contrast("#000000", "#FFFFFF"))


def test_order_does_not_matter():
    """A ratio is the same whichever colour is the ground."""
    assert contrast("#1D5FA6", "#FFFFFF") == contrast("#FFFFFF", "#1D5FA6")


def test_known_grey():
    """#767676 on white is the well-known lightest grey that passes for text."""
    assert 4.54 == pytest.approx(contrast("#767676", "#FFFFFF"), abs=0.005)


def test_dark_channels_are_linear():
    """A channel below the threshold counts in proportion."""
    assert luminance("#0A0A0A") == pytest.approx(10 / 255 / 12.92)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_in_use_is_readable(colours, ink, ground, least):
    """Text has 4.5 to 1, and what marks a control 3 to 1, in light and in dark."""
    assert least <= contrast(colours[ink], colours[ground])


@pytest.mark.parametrize("tone", TONES)
def test_every_tone_has_ink_and_tint(tone):
    """A tone can be used as ink and as ground in both themes."""
    assert {tone, f"{tone}_tint"} <= LIGHT.keys() & DARK.keys()


def test_both_themes_name_the_same_colours():
    """No colour is missing in one of the themes."""
    assert LIGHT.keys() == DARK.keys()
