# SPDX-License-Identifier: MPL-2.0
"""Set tables of any length, one row at a time.

A row is made when the page has got that far, so ten thousand rows take no more memory than a
page of them, and the time taken grows with their number and no faster. The head of the table is
repeated on every page, where it is decoration: it has been read out once.
"""

from collections.abc import Iterator, Sequence

from auditapp.checklist.revision.word_marks import MarkKind
from auditapp.i18n import _
from auditapp.report.block_words import bar_in_words, has_parts
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
from auditapp.report.change_blocks import MarkedText
from auditapp.report.pdf.flowables import Pill, Strip, fits_in_picture
from auditapp.report.pdf.pieces import MOVES_WHOLE, Panel, Piece, Row, Stack
from auditapp.report.pdf.structure import Element, Role, text_string
from auditapp.report.pdf.styles import (
    CELL,
    CELL_CODE,
    CELL_HEAD,
    CELL_NOTE,
    CELL_NUMBER,
    LEGEND,
    SMALL_CELL,
    SMALL_CELL_HEAD,
    TABLE_HEAD,
    TABLE_HEAD_NUMBER,
    USUAL,
    TextStyle,
    Theme,
)
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.fonts import Weight
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Span, Typesetter

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

    def __init__(
        self,
        typesetter: Typesetter,
        table: Table,
        width: float,
        parent: Element,
        theme: Theme = USUAL,
    ) -> None:
        self._typesetter = typesetter
        self._theme = theme
        self._table = table
        self._widths = _column_widths(table.columns, width)
        first = next((row for row in table.rows[:2] if not isinstance(row, RowGroup)), ())
        self._styles = SMALL_STYLES if table.is_small else STYLES
        self._is_centred = any(isinstance(cell, Bar) for cell in first)
        self._width = width
        caption = text_string(admit_line(table.caption))
        self._element = Element(Role.TABLE, parent, attributes=f"/O/Table/Summary {caption}")
        # Decoration: to a reader the row is one, wherever the pages part it.
        self._goes_on = TextPiece(typesetter, _("continued"), CELL_NOTE, None)
        self._goes_on.keeps_with_next = True

    def rows(self) -> Iterator[Piece]:
        """Yield the head of the table, then its rows."""
        head = self._head(Element(Role.ROW, self._element))
        head.keeps_with_next = True
        head.space_before = 4
        yield head
        repeated = self._head(None)
        count = len(self._table.rows)
        for number, cells in enumerate(self._table.rows, start=1):
            row = self._group(cells) if isinstance(cells, RowGroup) else self._row(cells)
            row.running_head = repeated
            leads_in = self._table.leads_in and number == count
            # The last but one goes along, or the last would stand alone on a page.
            leads_last = number == count - 1 and not self._table.leads_in
            leads_last = leads_last and row.measure(self._width) <= MOVES_WHOLE
            row.keeps_with_next = row.keeps_with_next or leads_in or leads_last
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
        title = TextPiece(self._typesetter, group.title, self._theme.group, element)
        row = Row([title], [self._width], GROUP_PANEL)
        row.keeps_with_next = True
        return row

    def _row(self, cells: Sequence[Cell]) -> Row:
        element = Element(Role.ROW, self._element)
        pieces = [
            self._cell(cell, column, element)
            for cell, column in zip(cells, self._table.columns, strict=True)
        ]
        made = Row(
            pieces,
            self._widths,
            ROW_PANEL,
            gap=GAP,
            is_centred=self._is_centred,
            whole_up_to=MOVES_WHOLE,
        )
        made.goes_on = self._goes_on
        return made

    def _cell(self, cell: Cell, column: Column, row: Element) -> Piece:
        if column.kind is ColumnKind.ROW_HEAD:
            element = Element(Role.HEAD_CELL, row, attributes="/O/Table/Scope/Row")
        else:
            element = Element(Role.CELL, row)
        if isinstance(cell, Bar):
            words = admit_line(bar_in_words(cell, "   "))
            counts = TextPiece(self._typesetter, words, LEGEND, element)
            return Stack([Strip(cell), counts]) if has_parts(cell) else counts
        if isinstance(cell, Noted):
            return self._noted(cell, self._styles[column.kind], element)
        return self._said(cell, self._styles[column.kind], element)

    def _said(self, said: str | Badge | MarkedText, style: TextStyle, element: Element) -> Piece:
        """Return a text, or a short word on a patch of colour."""
        if isinstance(said, MarkedText):
            return TextPiece(self._typesetter, _spans(said, style), style, element)
        if isinstance(said, Badge):
            if fits_in_picture(said.text) and said.text:
                return Pill(self._typesetter, said, element)
            said = said.text
        return TextPiece(self._typesetter, said, style, element)

    def _noted(self, cell: Noted, style: TextStyle, parent: Element) -> Piece:
        """Stack what a cell says and its notes, each a paragraph."""
        pieces: list[Piece] = []
        if not isinstance(cell.text, str) or cell.text.strip():
            pieces.append(self._said(cell.text, style, Element(Role.P, parent)))
        pieces += [
            TextPiece(self._typesetter, note, CELL_NOTE, Element(Role.P, parent))
            for note in cell.notes
            if note.strip()
        ]
        return Stack(pieces)


def _spans(text: MarkedText, style: TextStyle) -> list[Span]:
    """Return the runs of a reworded text; what came is set in bold as well."""
    lead = [Span(text.lead, style.weight)] if text.lead else []
    weights = {MarkKind.CAME: Weight.SEMIBOLD}
    return lead + [
        Span(mark.text, weights.get(mark.kind, style.weight), mark.kind) for mark in text.marks
    ]


def _column_widths(columns: Sequence[Column], width: float) -> list[float]:
    room = width - GAP * (len(columns) - 1)
    total = sum(column.width for column in columns)
    return [room * column.width / total for column in columns]
