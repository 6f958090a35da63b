# SPDX-License-Identifier: MPL-2.0
"""Cut the beginning off a text that is too long for the one page it should stand on.

Lines are measured as they will be set, for a text may be all in capitals, without a space, or of
characters that are printed by name.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from auditapp.report.pdf.page import CONTENT_WIDTH
from auditapp.report.pdf.styles import BODY, FACT, TextStyle
from auditapp.report.typesetting.typeset import Span, Typesetter

_CUT: Final = " …"

_MOST_ON_LINE: Final = 400
"""Characters: no line of a report holds more, and what is behind them need not be measured."""

_LONGEST_WORD: Final = 40
"""Characters; a text is cut within a longer word, for one without a space has no other place."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold how a text is set: its style, and the width of its column in points."""

    style: TextStyle
    width: float


ACROSS: Final = Measure(BODY, CONTENT_WIDTH - 30)
"""Across the page, or in a callout, which is narrower by its bar and its margins."""

BESIDE_LABEL: Final = Measure(FACT, CONTENT_WIDTH - 100)
"""A fact on a line of its own, beside its name."""

HALF_A_LINE: Final = Measure(FACT, CONTENT_WIDTH / 2 - 80)
"""A fact that shares its line with another one."""


def lines_of(text: str, measure: Measure = ACROSS) -> int:
    """Return how many lines a text takes; none when there is nothing in it."""
    return _counted(Typesetter(), text, measure) if text.strip() else 0


def beginning_of(text: str, lines: int, measure: Measure = ACROSS) -> str:
    """Return as much of a text as ``lines`` hold, to the end of a word where there is one near."""
    if not text.strip():
        return text
    typesetter = Typesetter()
    start = text[: lines * _MOST_ON_LINE]
    if start == text and _counted(typesetter, text, measure) <= lines:
        return text
    places = range(len(start))
    kept = bisect_right(
        places, lines, key=lambda end: _counted(typesetter, start[:end].rstrip() + _CUT, measure)
    )
    return _to_word(text, max(0, kept - 1)).rstrip() + _CUT


def _counted(typesetter: Typesetter, text: str, measure: Measure) -> int:
    spans = [Span(text, measure.style.weight)]
    return len(typesetter.lines(spans, measure.style.size, measure.width))


def _to_word(text: str, end: int) -> str:
    """Return the first ``end`` characters, or as many as make whole words."""
    start = text[:end]
    if text[end : end + 1].isspace():
        return start
    whole = start.rstrip() if start[-1:].isspace() else start[: len(start) - len(_tail(start))]
    return whole if end - len(whole) <= _LONGEST_WORD and whole.strip() else start


def _tail(text: str) -> str:
    """Return the last word of a text, which may be cut."""
    words = text.split()
    return words[-1] if words else ""
