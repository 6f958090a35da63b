# SPDX-License-Identifier: MPL-2.0
"""Set tables that are filled in by hand: short facts with a line each, and rows to write in."""

from collections.abc import Iterator
from typing import Final

from auditapp.report.blank_blocks import BlankSheet, BlankTable
from auditapp.report.pdf.blank_flowables import LINE_HEIGHT, FieldRole, WritingLines, field
from auditapp.report.pdf.pieces import Panel, Piece, Row
from auditapp.report.pdf.structure import Element, Role, text_string
from auditapp.report.pdf.styles import FACT_LABEL, TABLE_HEAD
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Typesetter

LABEL_WIDTH: Final = 78.0
GAP: Final = 6.0
COLUMN_GAP: Final = 18.0
SHEET_PANEL: Final = Panel(below=1)
HEAD_PANEL: Final = Panel(above=4, below=3)
ROW_PANEL: Final = Panel(below=6)
ROW_LINES: Final = 2
"""Lines to write on in one row of a table."""

LABEL_DROP: Final = LINE_HEIGHT - FACT_LABEL.leading
"""How far a label stands below the top of its line, so that it stands on the line."""


def sheet_rows(
    typesetter: Typesetter, block: BlankSheet, width: float, parent: Element
) -> Iterator[Piece]:
    """Yield a row for every two facts: label, line, label, line."""
    table = Element(Role.TABLE, parent)
    line = (width - COLUMN_GAP) / 2 - LABEL_WIDTH
    for place in range(0, len(block.labels), 2):
        row = Element(Role.ROW, table)
        cells: list[Piece | None] = []
        for label in (*block.labels[place : place + 2], "")[:2]:
            scope = "/O/Table/Scope/Row" if label else ""
            head = Element(Role.HEAD_CELL if label else Role.CELL, row, attributes=scope)
            cell = Element(Role.CELL, row)
            text = TextPiece(typesetter, label, FACT_LABEL, head)
            cells.append(Row([text], [LABEL_WIDTH], Panel(above=LABEL_DROP)))
            cells.append(WritingLines(1, field(FieldRole.WRITE, label, cell)) if label else None)
            cells.append(None)
        yield Row(cells[:-1], [LABEL_WIDTH, line, COLUMN_GAP, LABEL_WIDTH, line], SHEET_PANEL)


def table_rows(
    typesetter: Typesetter, block: BlankTable, width: float, parent: Element
) -> Iterator[Piece]:
    """Yield the head of the table, then its empty rows."""
    summary = text_string(admit_line(block.caption))
    table = Element(Role.TABLE, parent, attributes=f"/O/Table/Summary {summary}")
    total = sum(share for _title, share in block.columns)
    room = width - GAP * (len(block.columns) - 1)
    widths = [room * share / total for _title, share in block.columns]

    def head(row: Element | None) -> Row:
        """Return the row of titles, which stands anew on every page that the table reaches."""
        cells = [
            TextPiece(
                typesetter,
                title,
                TABLE_HEAD,
                row and Element(Role.HEAD_CELL, row, attributes="/O/Table/Scope/Column"),
            )
            for title, _share in block.columns
        ]
        return Row(cells, widths, HEAD_PANEL, gap=GAP)

    first = head(Element(Role.ROW, table))
    first.keeps_with_next = True
    first.space_before = 4
    yield first
    repeated = head(None)
    for _place in range(block.count):
        row = Element(Role.ROW, table)
        cells = [
            WritingLines(ROW_LINES, field(FieldRole.WRITE, title, Element(Role.CELL, row)))
            for title, _share in block.columns
        ]
        piece = Row(cells, widths, ROW_PANEL, gap=GAP, whole_up_to=float("inf"))
        piece.running_head = repeated
        yield piece
