# SPDX-License-Identifier: MPL-2.0
"""Give charts the letters and the colours of reports."""

from typing import Final

from auditapp.charts.picture import TextKind
from auditapp.report.blocks import Tone
from auditapp.report.fonts import Weight
from auditapp.report.palette import Palette
from auditapp.report.typeset import Span, Typesetter

LETTERS: Final = {
    TextKind.CAPTION: (12.0, 16.0, Weight.REGULAR),
    TextKind.SMALL: (13.0, 19.0, Weight.REGULAR),
    TextKind.STRONG: (14.0, 21.0, Weight.SEMIBOLD),
}
"""Size, height of a line and weight of each kind of text, in pixels, as in the window."""

_PLAIN: Final = {
    "text": "ink",
    "text2": "muted",
    "text3": "muted",
    "line": "rule",
    "surface": "page",
    "sunken": "panel",
    "primary": "heading",
    "danger": "marking",
}
_TINT: Final = "_tint"


class ReportMeasure:
    """Measure the words of a chart as reports set them; ``scale`` is the length of a pixel."""

    def __init__(self, typesetter: Typesetter, scale: float = 1.0) -> None:
        self._typesetter = typesetter
        self._scale = scale

    def px(self, length: float) -> float:
        """Return a length of the window's design."""
        return length * self._scale

    def width(self, text: str, kind: TextKind) -> float:
        """Return the width of one line of text."""
        size, _line, weight = LETTERS[kind]
        spans = [Span(text, weight)]
        return self._typesetter.lines(spans, size * self._scale, float("inf"))[0].width

    def line(self, kind: TextKind) -> float:
        """Return the height of a line."""
        return LETTERS[kind][1] * self._scale


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
    """Return the tone of a colour; the band under a line is of that which looks like the line."""
    name = ink.removesuffix(_TINT)
    return Tone.OUTSTANDING if name == "primary" else Tone(name)
