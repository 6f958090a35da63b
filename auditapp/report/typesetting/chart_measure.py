# SPDX-License-Identifier: MPL-2.0
"""Measure the words of charts with the fonts of reports."""

from auditapp.charts.picture import TextKind
from auditapp.report.chart_looks import LETTERS
from auditapp.report.typesetting.fonts import Weight
from auditapp.report.typesetting.typeset import Span, Typesetter


def weight_of(kind: TextKind) -> Weight:
    """Return the cut that a kind of text is set in."""
    return Weight.SEMIBOLD if kind is TextKind.STRONG else Weight.REGULAR


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
        size, _line = LETTERS[kind]
        spans = [Span(text, weight_of(kind))]
        return self._typesetter.lines(spans, size * self._scale, float("inf"))[0].width

    def line(self, kind: TextKind) -> float:
        """Return the height of a line."""
        return LETTERS[kind][1] * self._scale
