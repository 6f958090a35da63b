# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.contrast`` and of the colours of the window held against it."""

import pytest

from auditapp.contrast import contrast, luminance
from ui.theme.tokens import DARK, DARK_MORE, LIGHT, LIGHT_MORE, MORE, PAIRS, SETS, TONES, set_name


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


@pytest.mark.parametrize("named", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_in_use_is_readable(named, ink, ground, least):
    """Text has 4.5 to 1, and what marks a control 3 to 1, in light and in dark."""
    assert least <= contrast(named[ink], named[ground])


@pytest.mark.parametrize("named", [LIGHT_MORE, DARK_MORE], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_more_contrast_is_more(named, ink, ground, least):
    """Text has 7 to 1 then, and what marks a control 4.5 to 1."""
    assert MORE[least] <= contrast(named[ink], named[ground])


@pytest.mark.parametrize("named", [LIGHT_MORE, DARK_MORE], ids=["light", "dark"])
def test_with_more_contrast_the_edge_of_a_card_is_seen(named):
    """And what is done of a bar differs as much from the rest, which has the same colour."""
    assert 3 <= contrast(named["line"], named["surface"])
    assert 3 <= contrast(named["line"], named["primary"])


@pytest.mark.parametrize("tone", TONES)
def test_every_tone_has_ink_and_tint(tone):
    """A tone can be used as ink and as ground in both themes."""
    assert {tone, f"{tone}_tint", f"{tone}_edge"} <= LIGHT.keys() & DARK.keys()


@pytest.mark.parametrize("tone", TONES)
def test_the_edge_of_a_tint_is_soft_but_where_there_is_more_contrast(tone):
    """A frame of ink alone is the loudest thing on a page."""
    for named in (LIGHT, DARK):
        ink, edge, tint = (luminance(named[f"{tone}{part}"]) for part in ("", "_edge", "_tint"))
        assert min(ink, tint) < edge < max(ink, tint)
    assert LIGHT_MORE[tone] == LIGHT_MORE[f"{tone}_edge"]


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("has_more_contrast", [False, True])
def test_every_set_names_the_same_colours(is_dark, has_more_contrast):
    """No colour is missing in one of the sets."""
    named = SETS[set_name(is_dark=is_dark, has_more_contrast=has_more_contrast)]
    assert LIGHT.keys() == named.keys()
