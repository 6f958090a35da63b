# SPDX-License-Identifier: MPL-2.0
"""Set the texts and headings of a report, leaving no line of a text alone on a page."""

from collections.abc import Sequence

from auditapp.report.pdf.pieces import Piece
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.structure import Element
from auditapp.report.pdf.styles import TextStyle
from auditapp.report.typesetting.typeset import Line, Span, Typesetter

LEAST_LINES = 2
"""So many lines of a text stay together at the foot and at the top of a page."""


class TextPiece(Piece):
    """Set text in one style. Without ``element`` it is decoration."""

    def __init__(
        self,
        typesetter: Typesetter,
        spans: str | Sequence[Span],
        style: TextStyle,
        element: Element | None,
    ) -> None:
        self._typesetter = typesetter
        self._spans = [Span(spans, style.weight)] if isinstance(spans, str) else spans
        self.style = style
        self.element = element
        self.space_before = style.space_before
        self._lines: list[Line] = []
        self._width = -1.0

    def lines(self, width: float) -> list[Line]:
        """Return its lines in a column of ``width``."""
        if width != self._width:
            self._lines = self._typesetter.lines(self._spans, self.style.size, width)
            self._width = width
        return self._lines

    def hold(self, lines: list[Line], width: float) -> None:
        """Have these lines, broken for a column of ``width``, in place of others."""
        self._lines, self._width = lines, width

    def measure(self, width: float) -> float:
        """Return the height of its lines."""
        return len(self.lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Return the height of two lines, or of all if they cannot be parted."""
        lines = len(self.lines(width))
        return (LEAST_LINES if lines >= 2 * LEAST_LINES else lines) * self.style.leading

    def cut(self, width: float, height: float) -> tuple[Piece | None, Piece | None]:
        """Cut between two lines, leaving no line alone."""
        lines = self.lines(width)
        fitting = int(height / self.style.leading)
        if fitting >= len(lines):
            return self, None
        fitting = min(fitting, len(lines) - LEAST_LINES)
        if fitting < LEAST_LINES:
            return None, self
        return self._part(lines[:fitting], width), self._part(lines[fitting:], width)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Set the lines."""
        with sheet.content(self.element):
            sheet.set_lines(self.lines(width), self.style, x, top, width)

    def _part(self, lines: list[Line], width: float) -> "TextPiece":
        part = self._bare()
        part.hold(lines, width)
        return part

    def _bare(self) -> "TextPiece":
        """Return a piece like this one, to be given some of its lines."""
        return TextPiece(self._typesetter, (), self.style, self.element)


class HeadingPiece(TextPiece):
    """Set a heading, enter it into the outline, and keep it with what follows.

    Links lead to it by ``place``, if it has one.
    """

    keeps_with_next = True

    def __init__(
        self,
        typesetter: Typesetter,
        text: str | Sequence[Span],
        style: TextStyle,
        element: Element,
        outline: tuple[str, int] | None,
        place: str = "",
    ) -> None:
        super().__init__(typesetter, text, style, element)
        self._outline = outline
        self._place = place

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Set the heading and remember its place."""
        if self._place:
            sheet.mark_place(self._place, top + 4)
        if self._outline:
            title, level = self._outline
            sheet.bookmark(title, level, top + 4, self._place)
        super().paint(sheet, x, top, width)
