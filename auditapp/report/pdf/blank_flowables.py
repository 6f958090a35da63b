# SPDX-License-Identifier: MPL-2.0
"""Draw what is filled in by hand: boxes to tick, lines to write on, boxes for figures.

In the structure each is a form field that is not interactive (ISO 32000-1, 14.8.5.6): it has a
role, and a description that a screen reader says.
"""

from enum import StrEnum
from typing import Final

from reportlab.lib.units import mm

from auditapp.report.pdf.pieces import Piece
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.structure import Element, Role, text_string
from auditapp.report.pdf.styles import SLATE, WRITING
from auditapp.report.typesetting.gate import admit_line

LINE_HEIGHT: Final[float] = 6.5 * mm
"""What handwriting needs from one line to the next."""

FIGURES: Final = (2, 2, 4)
"""Of a date: day, month, year."""


class FieldRole(StrEnum):
    """Say what is done with a field; the values are PDF attributes."""

    TICK = "/Role/cb/checked/off"
    WRITE = "/Role/tv"


def field(role: FieldRole, description: str, parent: Element) -> Element:
    """Return the element of a field to fill in by hand."""
    words = text_string(admit_line(description))
    return Element(Role.FORM, parent, attributes=f"/O/PrintField{role}/Desc {words}")


class TickBox(Piece):
    """Draw a box to tick, as high as the line of text beside it."""

    SIDE = 8.6

    def __init__(self, description: str, leading: float, parent: Element) -> None:
        self._leading = leading
        self._element = field(FieldRole.TICK, description, parent)

    def measure(self, width: float) -> float:
        """Return the height of the line."""
        del width
        return self._leading

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the box in the middle of the line."""
        del width
        foot = top - (self._leading + self.SIDE) / 2
        with sheet.content(self._element):
            sheet.outline(SLATE, (x, foot, self.SIDE, self.SIDE), 1)


class WritingLines(Piece):
    """Rule lines to write on. They can be parted between any two."""

    def __init__(self, count: int, element: Element) -> None:
        self._count = count
        self._element = element

    def measure(self, width: float) -> float:
        """Return the height of all the lines."""
        del width
        return self._count * LINE_HEIGHT

    def least(self, width: float) -> float:
        """Return the height of one line."""
        del width
        return LINE_HEIGHT

    def cut(self, width: float, height: float) -> tuple[Piece | None, Piece | None]:
        """Leave the lines that fit."""
        del width
        fitting = min(int(height / LINE_HEIGHT), self._count)
        return self._part(fitting), self._part(self._count - fitting)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw each line at the foot of its room."""
        with sheet.content(self._element):
            for place in range(1, self._count + 1):
                sheet.rule(WRITING, x, top - place * LINE_HEIGHT + 1, width)

    def _part(self, count: int) -> "WritingLines | None":
        return WritingLines(count, self._element) if count else None


class Frame(Piece):
    """Draw an empty box, ``width`` points wide, to write a number into."""

    HEIGHT = 16.0
    BELOW = 4.0

    def __init__(self, width: float, element: Element) -> None:
        self._width = width
        self._element = element

    def measure(self, width: float) -> float:
        """Return the height of the box and of the gap below it."""
        del width
        return self.HEIGHT + self.BELOW

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the box."""
        box = (x, top - self.HEIGHT, min(width, self._width), self.HEIGHT)
        with sheet.content(self._element):
            sheet.outline(SLATE, box, 1)


class DateFrame(Piece):
    """Draw a small box for each figure of a date."""

    SIDE = 11.2
    HEIGHT = 16.0
    BELOW = 5.0
    GAP = 3.5
    WIDTH = SIDE * sum(FIGURES) + GAP * (len(FIGURES) - 1)

    def __init__(self, element: Element) -> None:
        self._element = element

    def measure(self, width: float) -> float:
        """Return the height of the boxes and of the gap below them."""
        del width
        return self.HEIGHT + self.BELOW

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the boxes of day, month and year."""
        del width
        foot = top - self.HEIGHT
        with sheet.content(self._element):
            for figures in FIGURES:
                for place in range(figures):
                    box = (x + place * self.SIDE, foot, self.SIDE, self.HEIGHT)
                    sheet.outline(WRITING, box, 0.5)
                x += figures * self.SIDE + self.GAP
