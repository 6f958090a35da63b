# SPDX-License-Identifier: MPL-2.0
"""Test that all words of a report can be told from what lies behind them."""

from colorsys import rgb_to_hsv

import pytest

from auditapp.report.blocks import CalloutTone, Tone
from auditapp.report.palette import DARK, LIGHT
from ui.theme import tokens

LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA."""


def luminance(colour):
    """Return the relative luminance of a colour (WCAG 2.2, glossary)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """Return the contrast ratio of two colours (WCAG 2.2, glossary)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs(palette):
    """Yield each colour of words with each colour that may lie behind them."""
    for behind in (palette.page, palette.panel):
        words = (palette.ink, palette.muted, palette.heading, palette.marking)
        yield from ((colour, behind) for colour in (*words, palette.went, palette.came))
    yield palette.ink, palette.quiet
    yield from ((palette.on_tone, behind) for behind in palette.tones.values())
    yield from ((palette.ink, behind) for behind in palette.tints.values())
    for colour, behind in palette.callouts.values():
        yield from ((words, behind) for words in (colour, palette.ink))


def test_the_contrast_is_computed_as_the_standard_says():
    """Black on white is 21:1, and a colour on itself 1:1."""
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))
    assert 1 == contrast("#a11722", "#a11722")
    assert 4.54 == pytest.approx(contrast("#767676", "#ffffff"), abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_all_words_can_be_read(palette):
    """Each has the contrast that level AA asks for."""
    assert [] == [pair for pair in pairs(palette) if contrast(*pair) < LEAST]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_tone_has_its_colour(palette):
    """None is forgotten."""
    assert set(Tone) == set(palette.tones)
    assert set(Tone) == set(palette.tints)
    assert set(CalloutTone) == set(palette.callouts)


def hue_of(colour):
    """Return the hue of a colour in degrees."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return 360 * rgb_to_hsv(*parts)[0]


@pytest.mark.parametrize(
    ("palette", "window"), [(LIGHT, tokens.LIGHT), (DARK, tokens.DARK)], ids=["light", "dark"]
)
@pytest.mark.parametrize("tone", [tone for tone in Tone if tone is not Tone.NEUTRAL])
def test_an_answer_has_the_colour_of_the_window(tone, palette, window):
    """Outstanding is violet on paper and on a web page as it is on the screen."""
    for colour in (palette.tones[tone], palette.tints[tone]):
        away = abs(hue_of(colour) - hue_of(window[tone.value]))
        assert 40 > min(away, 360 - away)
