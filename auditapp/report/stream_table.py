# SPDX-License-Identifier: MPL-2.0
"""Set tables of any length, one row at a time.

A row is made when the page has got that far, so ten thousand rows take no more memory than a
page of them, and the time taken grows with their number and no faster. The head of the table is
repeated on every page, where it is decoration: it has been read out once.
"""

from collections.abc import Iterator, Sequence

from auditapp.report.blocks import Badge, Bar, Cell, Column, ColumnKind, Table
from auditapp.report.flowables import Pill, Strip, bar_in_words, fits_in_picture, has_parts
from auditapp.report.gate import admit_line
from auditapp.report.pieces import MOVES_WHOLE, Panel, Piece, Row, Stack, TextPiece
from auditapp.report.structure import Element, Role, text_string
from auditapp.report.styles import (
    CELL,
    CELL_HEAD,
    CELL_NUMBER,
    LEGEND,
    TABLE_HEAD,
    TABLE_HEAD_NUMBER,
)
from auditapp.report.typeset import Typesetter

GAP = 8.0
HEAD_PANEL = Panel(above=4, below=5, rule_below=True)
ROW_PANEL = Panel(above=4.5, below=5, rule_below=True)

STYLES = {
    ColumnKind.TEXT: CELL,
    ColumnKind.ROW_HEAD: CELL_HEAD,
    ColumnKind.NUMBER: CELL_NUMBER,
}


class StreamTable:
    """Make the rows of one table, in a column of ``width`` points."""

    def __init__(self, typesetter: Typesetter, table: Table, width: float, parent: Element) -> None:
        self._typesetter = typesetter
        self._table = table
        self._widths = _column_widths(table.columns, width)
        self._is_centred = any(isinstance(cell, Bar) for row in table.rows[:1] for cell in row)
        caption = text_string(admit_line(table.caption))
        self._element = Element(Role.TABLE, parent, attributes=f"/O/Table/Summary {caption}")

    def rows(self) -> Iterator[Piece]:
        """Yield the head of the table, then its rows."""
        head = self._head(Element(Role.ROW, self._element))
        head.keeps_with_next = True
        head.space_before = 4
        yield head
        repeated = self._head(None)
        for cells in self._table.rows:
            row = self._row(cells)
            row.running_head = repeated
            yield row

    def _head(self, row: Element | None) -> Row:
        cells = []
        for column in self._table.columns:
            is_number = column.kind is ColumnKind.NUMBER
            style = TABLE_HEAD_NUMBER if is_number else TABLE_HEAD
            element = row and Element(Role.HEAD_CELL, row, attributes="/O/Table/Scope/Column")
            cells.append(TextPiece(self._typesetter, column.title, style, element))
        return Row(cells, self._widths, HEAD_PANEL, gap=GAP)

    def _row(self, cells: Sequence[Cell]) -> Row:
        element = Element(Role.ROW, self._element)
        pieces = [
            self._cell(cell, column, element)
            for cell, column in zip(cells, self._table.columns, strict=True)
        ]
        return Row(
            pieces,
            self._widths,
            ROW_PANEL,
            gap=GAP,
            is_centred=self._is_centred,
            whole_up_to=MOVES_WHOLE,
        )

    def _cell(self, cell: Cell, column: Column, row: Element) -> Piece:
        if column.kind is ColumnKind.ROW_HEAD:
            element = Element(Role.HEAD_CELL, row, attributes="/O/Table/Scope/Row")
        else:
            element = Element(Role.CELL, row)
        if isinstance(cell, Bar):
            counts = TextPiece(self._typesetter, bar_in_words(cell), LEGEND, element)
            return Stack([Strip(cell), counts]) if has_parts(cell) else counts
        if isinstance(cell, Badge):
            if fits_in_picture(cell.text) and cell.text:
                return Pill(self._typesetter, cell, element)
            cell = cell.text
        return TextPiece(self._typesetter, cell, STYLES[column.kind], element)


def _column_widths(columns: Sequence[Column], width: float) -> list[float]:
    room = width - GAP * (len(columns) - 1)
    total = sum(column.width for column in columns)
    return [room * column.width / total for column in columns]
