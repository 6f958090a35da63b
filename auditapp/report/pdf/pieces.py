# SPDX-License-Identifier: MPL-2.0
"""Lay out a report in pieces, stacks and rows, which can be measured, cut and painted.

A piece knows the element of the structure that it belongs to, so tagging needs nothing more. When
a piece is cut, both parts belong to the same element.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.styles import RULE

MOVES_WHOLE = 170.0
"""A row of a table, or a question, up to this height in points is rather moved to the next page
than cut; it is nearly a quarter of a page."""


class Piece(ABC):
    """Be a part of a report that stands on its own.

    ``space_before`` is left out at the top of a page. One that ``keeps_with_next`` is never the
    last on a page. One that ``keeps`` is cut only if it is taller than a page. ``running_head``
    is painted first where it begins a new page. One that ``begins_page`` or ``ends_page`` draws no
    rule at that end: the page has one there.
    """

    space_before: float = 0
    keeps_with_next: bool = False
    keeps: bool = False
    running_head: "Piece | None" = None
    begins_page: bool = False
    ends_page: bool = False

    @abstractmethod
    def measure(self, width: float) -> float:
        """Return the height in a column of ``width``."""

    def least(self, width: float) -> float:
        """Return the height of the least part that can stand alone; by default all of it."""
        return self.measure(width)

    def cut(self, width: float, height: float) -> tuple["Piece | None", "Piece | None"]:
        """Return what goes into ``height`` and what is left; by default all of it is left."""
        del width, height
        return None, self

    @abstractmethod
    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw it in a column of ``width`` whose upper left corner is given."""


class PartStart(Piece):
    """Take no room, but begin a page; it and those after it have ``footer_left`` at the foot."""

    def __init__(self, footer_left: str) -> None:
        self.footer_left = footer_left

    def measure(self, width: float) -> float:
        """Return nothing: it is not seen."""
        del width
        return 0

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Stack(Piece):
    """Put pieces one below the other."""

    def __init__(self, pieces: Iterable[Piece], *, keeps: bool = False) -> None:
        self._pieces = list(pieces)
        self.keeps = keeps
        self.space_before = self._pieces[0].space_before if self._pieces else 0

    def measure(self, width: float) -> float:
        """Return the sum of the heights and of the spaces between."""
        height = sum(piece.measure(width) for piece in self._pieces)
        return height + sum(piece.space_before for piece in self._pieces[1:])

    def least(self, width: float) -> float:
        """Return the height up to the first piece that need not be kept with the next."""
        if self.keeps:
            return self.measure(width)
        height = 0.0
        for place, piece in enumerate(self._pieces):
            height += piece.space_before if place else 0
            if not piece.keeps_with_next:
                return height + piece.least(width)
            height += piece.measure(width)
        return height

    def cut(self, width: float, height: float) -> tuple[Piece | None, Piece | None]:
        """Cut between two pieces, or through one."""
        used = 0.0
        for place, piece in enumerate(self._pieces):
            gap = piece.space_before if place else 0
            needed = piece.measure(width)
            if used + gap + needed > height:
                return self._cut_at(place, width, height - used - gap)
            used += gap + needed
        return self, None

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the pieces from the top."""
        if self._pieces:
            self._pieces[0].begins_page = self.begins_page
            self._pieces[-1].ends_page = self.ends_page
        for place, piece in enumerate(self._pieces):
            if place:
                top -= piece.space_before
            piece.paint(sheet, x, top, width)
            top -= piece.measure(width)

    def _cut_at(self, place: int, width: float, room: float) -> tuple[Piece | None, Piece | None]:
        """Cut through the piece at ``place``, or before it and the headings that belong to it."""
        piece = self._pieces[place]
        is_whole = piece.keeps and place > 0
        head, tail = (None, piece) if is_whole else piece.cut(width, room)
        if head is None:
            while place and self._pieces[place - 1].keeps_with_next:
                place -= 1
            before, after = self._pieces[:place], self._pieces[place:]
        else:
            before = [*self._pieces[:place], head]
            after = [*([tail] if tail else []), *self._pieces[place + 1 :]]
        return (Stack(before) if before else None), (Stack(after) if after else None)


@dataclass(frozen=True, slots=True)
class Panel:
    """Say how a row is drawn and how far its cells stand from its edges."""

    above: float = 0
    below: float = 0
    left: float = 0
    right: float = 0
    rule_above: bool = False
    rule_below: bool = False
    background: Color | None = None
    bar: Color | None = None
    bar_width: float = 4


class Row(Piece):
    """Put pieces next to each other in columns of fixed width, with ``gap`` between them.

    A row that is no higher than ``whole_up_to`` is not cut. Of one that is, ``goes_on`` stands over
    what is left of the first cell that was cut.
    """

    goes_on: Piece | None = None

    def __init__(
        self,
        cells: Sequence[Piece | None],
        widths: Sequence[float],
        panel: Panel,
        *,
        gap: float = 0,
        is_centred: bool = False,
        whole_up_to: float = 0,
    ) -> None:
        self._cells = cells
        self._widths = widths
        self._panel = panel
        self._gap = gap
        self._is_centred = is_centred
        self._whole_up_to = whole_up_to

    def measure(self, width: float) -> float:
        """Return the height of the tallest cell, with the space around it."""
        del width
        return self._panel.above + max(self._heights(), default=0) + self._panel.below

    def least(self, width: float) -> float:
        """Return the height that lets every cell begin."""
        height = self.measure(width)
        if height <= self._whole_up_to:
            return height
        pairs = zip(self._cells, self._widths, strict=True)
        least = max((cell.least(column) for cell, column in pairs if cell), default=0)
        return self._panel.above + least + self._panel.below

    def cut(self, width: float, height: float) -> tuple[Piece | None, Piece | None]:
        """Cut every cell at the same height."""
        if self.measure(width) <= self._whole_up_to:
            return None, self
        room = height - self._panel.above - self._panel.below
        parts = [
            cell.cut(column, room) if cell and cell.measure(column) > room else (cell, None)
            for cell, column in zip(self._cells, self._widths, strict=True)
        ]
        if any(tail is not None and head is None for head, tail in parts):
            return None, self
        tails = [tail for _head, tail in parts]
        self._mark_first(tails)
        return self._part([head for head, _tail in parts]), self._part(tails)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw what lies behind the cells, then the cells from left to right."""
        height = self.measure(width)
        self._paint_panel(sheet, x, top, width, height)
        x += self._panel.left
        room = height - self._panel.above - self._panel.below
        for cell, column, own in zip(self._cells, self._widths, self._heights(), strict=True):
            if cell:
                drop = (room - own) / 2 if self._is_centred else 0
                cell.paint(sheet, x, top - self._panel.above - drop, column)
            x += column + self._gap

    def _paint_panel(self, sheet: Sheet, x: float, top: float, width: float, height: float) -> None:
        panel = self._panel
        if not (panel.background or panel.bar or panel.rule_above or panel.rule_below):
            return
        with sheet.artifact():
            if panel.background:
                sheet.fill(panel.background, (x, top - height, width, height))
            if panel.bar:
                sheet.fill(panel.bar, (x, top - height, panel.bar_width, height))
            if panel.rule_above and not self.begins_page:
                sheet.rule(RULE, x, top, width)
            if panel.rule_below and not self.ends_page:
                sheet.rule(RULE, x, top - height, width)

    def _heights(self) -> list[float]:
        pairs = zip(self._cells, self._widths, strict=True)
        return [cell.measure(column) if cell else 0 for cell, column in pairs]

    def _mark_first(self, tails: list[Piece | None]) -> None:
        for place, tail in enumerate(tails):
            if tail is not None and self.goes_on is not None:
                tails[place] = Stack([self.goes_on, tail])
                return

    def _part(self, cells: Sequence[Piece | None]) -> "Row":
        part = Row(cells, self._widths, self._panel, gap=self._gap, whole_up_to=self._whole_up_to)
        part.goes_on = self.goes_on
        part.running_head, part.space_before = self.running_head, self.space_before
        return part
