# SPDX-License-Identifier: MPL-2.0
"""Contrast of two colours, by WCAG 2.2 ("relative luminance" and "contrast ratio")."""

from typing import Final

_SRGB_THRESHOLD: Final = 0.04045
"""Where sRGB turns from a line into a curve (IEC 61966-2-1; WCAG prints a rounded 0.03928)."""


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of a colour written ``#RRGGBB``."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21, of two colours written ``#RRGGBB``."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _SRGB_THRESHOLD else ((channel + 0.055) / 1.055) ** 2.4
