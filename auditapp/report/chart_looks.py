# SPDX-License-Identifier: MPL-2.0
"""Give charts the letters and the colours of reports."""

from typing import Final

from auditapp.charts.picture import TextKind
from auditapp.report.blocks import Tone
from auditapp.report.palette import Palette

LETTERS: Final = {
    TextKind.CAPTION: (12.0, 16.0),
    TextKind.SMALL: (13.0, 19.0),
    TextKind.STRONG: (14.0, 21.0),
}
"""Size and height of a line of each kind of text, in pixels, as in the window."""

_PLAIN: Final = {
    "text": "ink",
    "text2": "muted",
    "text3": "muted",
    "line": "rule",
    "surface": "page",
    "sunken": "panel",
    "primary": "heading",
    "primary_tint": "blue_tint",
    "info": "blue",
    "info_tint": "blue_tint",
    "danger": "marking",
}
_TINT: Final = "_tint"
_LIKE: Final = {
    "ok": Tone.MET,
    "not_applicable": Tone.NEUTRAL,
}
"""Tones of the window that reports do not have, and the one that looks like each."""


def colour_name(ink: str) -> str:
    """Return how the style sheet of a web page calls a colour of charts."""
    if ink in _PLAIN:
        return _PLAIN[ink]
    kind = "tint" if ink.endswith(_TINT) else "tone"
    return f"{kind}-{_tone(ink).value.replace('_', '-')}"


def colour_of(palette: Palette, ink: str) -> str:
    """Return a colour of charts as ``#rrggbb``."""
    if ink in _PLAIN:
        return str(getattr(palette, _PLAIN[ink]))
    tones = palette.tints if ink.endswith(_TINT) else palette.tones
    return tones[_tone(ink)]


def _tone(ink: str) -> Tone:
    """Return the tone of a colour."""
    name = ink.removesuffix(_TINT)
    return _LIKE.get(name) or Tone(name)
