# SPDX-License-Identifier: MPL-2.0
"""Measure the words of a chart, and break them into lines."""

from typing import Protocol

from auditapp.charts.picture import TextKind


class Measure(Protocol):
    """Know how large things are where a chart will be seen: on a screen, or on paper."""

    def px(self, length: float) -> float:
        """Return a length of the window's design, given in pixels at 100 %."""
        ...

    def width(self, text: str, kind: TextKind) -> float:
        """Return the width of one line of text."""
        ...

    def line(self, kind: TextKind) -> float:
        """Return the height of a line."""
        ...


def wrapped(measure: Measure, text: str, kind: TextKind, width: float) -> list[str]:
    """Return the lines of a text; a word wider than ``width`` is broken anywhere."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure.width(longer, kind) <= width:
            lines[-1] = longer
            continue
        parts = _broken(measure, word, kind, width)
        lines += parts if lines[-1] else []
        if not lines[0]:
            lines = parts
    return lines


def widest(measure: Measure, texts: list[str], kind: TextKind) -> float:
    """Return the width of the widest of several texts; 0 of none."""
    return max((measure.width(text, kind) for text in texts), default=0.0)


def _broken(measure: Measure, word: str, kind: TextKind, width: float) -> list[str]:
    parts = [word[0]]
    for char in word[1:]:
        if measure.width(parts[-1] + char, kind) <= width:
            parts[-1] += char
        else:
            parts.append(char)
    return parts
