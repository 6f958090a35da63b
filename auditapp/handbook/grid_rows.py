# SPDX-License-Identifier: MPL-2.0
"""Set the tables of the handbook, whose columns are as wide as what stands in them asks for."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

from auditapp.handbook.look import BODY, CELL
from auditapp.handbook.pieces import set_prose, width_of
from auditapp.handbook.prose import Grid, Line, Words, plain_text
from auditapp.report.pdf.pieces import MOVES_WHOLE, Piece, Row
from auditapp.report.pdf.stream_table import GAP, HEAD_PANEL, ROW_PANEL
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import TABLE_HEAD
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.typeset import Typesetter

_WIDEST: Final = 300.0
"""Points: no column asks for more."""


class GridRows:
    """Make the rows of one table, in a column of ``width`` points."""

    def __init__(self, typesetter: Typesetter, grid: Grid, width: float, parent: Element) -> None:
        self._typesetter = typesetter
        self._grid = grid
        self._element = Element(Role.TABLE, parent)
        self._widths = self._column_widths(width - GAP * (len(grid.heads) - 1))

    def rows(self) -> Iterator[Piece]:
        """Yield the head of the table, then its rows."""
        head = self._row(self._grid.heads, is_head=True)
        head.keeps_with_next, head.space_before = True, BODY.space_before + 2
        yield head
        repeated = self._repeated()
        for number, cells in enumerate(self._grid.rows, start=1):
            row = self._row(cells, is_head=False)
            row.running_head = repeated
            # The last but one goes along, or the last would stand alone on a page.
            row.keeps_with_next = number == len(self._grid.rows) - 1
            yield row

    def _row(self, cells: Sequence[Line], *, is_head: bool) -> Row:
        row = Element(Role.ROW, self._element)
        role = Role.HEAD_CELL if is_head else Role.CELL
        attributes = "/O/Table/Scope/Column" if is_head else ""
        style = TABLE_HEAD if is_head else CELL
        pieces = [
            set_prose(self._typesetter, cell, style, Element(role, row, attributes=attributes))
            for cell in cells
        ]
        panel = HEAD_PANEL if is_head else ROW_PANEL
        return Row(pieces, self._widths, panel, gap=GAP, whole_up_to=MOVES_WHOLE)

    def _repeated(self) -> Row:
        """Return the head for later pages, where it is decoration: it was read out once."""
        texts = [plain_text(each) for each in self._grid.heads]
        cells = [TextPiece(self._typesetter, text, TABLE_HEAD, None) for text in texts]
        return Row(cells, self._widths, HEAD_PANEL, gap=GAP)

    def _column_widths(self, room: float) -> list[float]:
        """Return the width of each column: what its longest word needs, and a share of the rest."""
        least, wanted = [], []
        for column in zip(self._grid.heads, *self._grid.rows, strict=True):
            whole = [self._width(cell) for cell in column]
            usual = sqrt(max(whole) * sum(whole) / len(whole))
            least.append(max(self._longest_word(cell) for cell in column) + 1)
            wanted.append(max(min(usual, _WIDEST) - least[-1], 1.0))
        spare = room - sum(least)
        if spare < 0:
            return [each * room / sum(least) for each in least]
        return [
            each + spare * share / sum(wanted) for each, share in zip(least, wanted, strict=True)
        ]

    def _width(self, line: Line) -> float:
        return sum(width_of(self._typesetter, words, CELL) for words in line)

    def _longest_word(self, line: Line) -> float:
        """Return the width of the longest word, as if each piece that differs stood by itself."""
        each = (
            Words(text, words.is_strong, words.is_slanted, words.is_code)
            for words in line
            for text in words.text.split()
        )
        return max((width_of(self._typesetter, words, CELL) for words in each), default=0.0)
