# SPDX-License-Identifier: MPL-2.0
"""Set tables of any length, one row at a time.

A row is made when the page has got that far, so ten thousand rows take no more memory than a
page of them, and the time taken grows with their number and no faster. The head of the table is
repeated on every page, where it is decoration: it has been read out once.
"""

from collections.abc import Iterator, Sequence

from auditapp.report.blocks import (
    Badge,
    Bar,
    Cell,
    Column,
    ColumnKind,
    Noted,
    RowGroup,
    Table,
)
from auditapp.report.flowables import Pill, Strip, bar_in_words, fits_in_picture, has_parts
from auditapp.report.gate import admit_line
from auditapp.report.pieces import MOVES_WHOLE, Panel, Piece, Row, Stack
from auditapp.report.structure import Element, Role, text_string
from auditapp.report.styles import (
    CELL,
    CELL_CODE,
    CELL_HEAD,
    CELL_NOTE,
    CELL_NUMBER,
    GROUP,
    LEGEND,
    SMALL_CELL,
    SMALL_CELL_HEAD,
    TABLE_HEAD,
    TABLE_HEAD_NUMBER,
    TextStyle,
)
from auditapp.report.text_pieces import TextPiece
from auditapp.report.typeset import Typesetter

GAP = 8.0
HEAD_PANEL = Panel(above=4, below=5, rule_below=True)
ROW_PANEL = Panel(above=3.5, below=4, rule_below=True)
GROUP_PANEL = Panel(above=5, below=2.5, rule_below=True)

STYLES = {
    ColumnKind.TEXT: CELL,
    ColumnKind.ROW_HEAD: CELL_HEAD,
    ColumnKind.NUMBER: CELL_NUMBER,
    ColumnKind.CODE: CELL_CODE,
}
SMALL_STYLES = STYLES | {ColumnKind.TEXT: SMALL_CELL, ColumnKind.ROW_HEAD: SMALL_CELL_HEAD}


class StreamTable:
    """Make the rows of one table, in a column of ``width`` points."""

    def __init__(self, typesetter: Typesetter, table: Table, width: float, parent: Element) -> None:
        self._typesetter = typesetter
        self._table = table
        self._widths = _column_widths(table.columns, width)
        first = next((row for row in table.rows[:2] if not isinstance(row, RowGroup)), ())
        self._styles = SMALL_STYLES if table.is_small else STYLES
        self._is_centred = any(isinstance(cell, Bar) for cell in first)
        self._width = width
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
            row = self._group(cells) if isinstance(cells, RowGroup) else self._row(cells)
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

    def _group(self, group: RowGroup) -> Row:
        """Return a row whose one cell heads the rows below it."""
        attributes = f"/O/Table/Scope/Column/ColSpan {len(self._widths)}"
        element = Element(Role.HEAD_CELL, Element(Role.ROW, self._element), attributes=attributes)
        title = TextPiece(self._typesetter, group.title, GROUP, element)
        row = Row([title], [self._width], GROUP_PANEL)
        row.keeps_with_next = True
        return row

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
        if isinstance(cell, Noted):
            return self._noted(cell, self._styles[column.kind], element)
        return TextPiece(self._typesetter, cell, self._styles[column.kind], element)

    def _noted(self, cell: Noted, style: TextStyle, parent: Element) -> Piece:
        """Stack the text of a cell and its notes, each a paragraph."""
        texts = [(cell.text, style), *((note, CELL_NOTE) for note in cell.notes)]
        return Stack(
            TextPiece(self._typesetter, text, each, Element(Role.P, parent))
            for text, each in texts
            if text.strip()
        )


def _column_widths(columns: Sequence[Column], width: float) -> list[float]:
    room = width - GAP * (len(columns) - 1)
    total = sum(column.width for column in columns)
    return [room * column.width / total for column in columns]
