# SPDX-License-Identifier: MPL-2.0
"""Put tables into a Word document: heads that repeat on each page, and words on what they show."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from auditapp.report.blank_blocks import BlankTable
from auditapp.report.blocks import Badge, Bar, Cell, ColumnKind, Noted, RowGroup, Table
from auditapp.report.word.cells import cell_paras
from auditapp.report.word.markup import Para, Xml, attribute, joined, para
from auditapp.report.word.styles import TEXT_WIDTH

STAYS_WHOLE: Final = 600
"""A row of so many characters is rather moved to the next page than cut."""

NARROWEST: Final = 640
"""The least width of a column in twentieths of a point: "No." fits into it."""

EMPTY_ROW: Final = 900
"""The height of a row to write in, in twentieths of a point."""

_STYLES: Final = {
    ColumnKind.TEXT: "Cell",
    ColumnKind.ROW_HEAD: "CellHead",
    ColumnKind.NUMBER: "CellNumber",
    ColumnKind.CODE: "CellCode",
}


def table_parts(table: Table) -> Iterator[Para | Xml]:
    """Yield the caption of a table, then the table."""
    widths = _widths([column.width for column in table.columns])
    rows = [_head([column.title for column in table.columns], widths)]
    styles = [_STYLES[column.kind] for column in table.columns]
    for row in table.rows:
        if isinstance(row, RowGroup):
            rows.append(_group(row, widths))
        else:
            rows.append(_row(row, styles, widths))
    has_heads = any(column.kind is ColumnKind.ROW_HEAD for column in table.columns)
    yield para("Caption", table.caption)
    yield _table(table.caption, rows, widths, has_row_heads=has_heads)


def blank_table_parts(table: BlankTable) -> Iterator[Para | Xml]:
    """Yield the caption of a table with empty rows to write in, then the table."""
    widths = _widths([share for _title, share in table.columns])
    height = f'<w:trHeight w:val="{EMPTY_ROW}" w:hRule="atLeast"/>'
    empty = "".join(_cell([para("Cell", "")], width) for width in widths)
    row = Xml(f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{empty}</w:tr>")
    head = _head([title for title, _share in table.columns], widths)
    yield para("Caption", table.caption)
    yield _table(table.caption, [head, *[row] * table.count], widths, has_row_heads=False)


def _table(caption: str, rows: Iterable[Xml], widths: Sequence[int], *, has_row_heads: bool) -> Xml:
    words = attribute(caption)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return Xml(
        '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000" w:firstRow="1" w:firstColumn="{int(has_row_heads)}"/>'
        f"<w:tblCaption w:val={words}/><w:tblDescription w:val={words}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _head(titles: Iterable[str], widths: Sequence[int]) -> Xml:
    cells = (
        _cell([para("ColumnHead", title, keeps=True)], width)
        for title, width in zip(titles, widths, strict=True)
    )
    return Xml(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>")


def _group(group: RowGroup, widths: Sequence[int]) -> Xml:
    cell = _cell([para("Condition", group.title, keeps=True)], sum(widths), len(widths))
    return Xml(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>")


def _row(cells: Sequence[Cell], styles: Sequence[str], widths: Sequence[int]) -> Xml:
    made = (
        _cell(cell_paras(cell, style), width)
        for cell, style, width in zip(cells, styles, widths, strict=True)
    )
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if max(map(_length, cells)) < STAYS_WHOLE else ""
    return Xml(f"<w:tr>{whole}{''.join(made)}</w:tr>")


def _cell(paras: Sequence[Para], width: int, span: int = 1) -> Xml:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>'
    return Xml(f"<w:tc>{size}{joined(paras)}</w:tc>")


def _length(cell: Cell) -> int:
    """Return how many characters a cell holds, where they may be many."""
    match cell:
        case str():
            return len(cell)
        case Noted():
            return _length(cell.text) + sum(map(len, cell.notes))
        case Badge() | Bar():
            return 0
        case _:
            return sum(len(mark.text) for mark in cell.marks)


def _widths(shares: Sequence[float]) -> list[int]:
    """Return the widths of columns; what the narrowest lack is taken from the widest."""
    total = sum(shares)
    widths = [max(int(TEXT_WIDTH * share / total), NARROWEST) for share in shares]
    widths[widths.index(max(widths))] -= max(sum(widths) - TEXT_WIDTH, 0)
    return widths
