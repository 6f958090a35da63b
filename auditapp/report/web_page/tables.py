# SPDX-License-Identifier: MPL-2.0
"""Put tables into a web page, with a caption, and with heads that say what they are the heads of.

On a narrow screen the cells of a row stand one below the other, each behind the title of its
column. Browsers then forget that it is a table, so every part says its role.
"""

from collections.abc import Iterable, Iterator, Sequence

from auditapp.report.blank_blocks import BlankTable
from auditapp.report.blocks import Cell, Column, ColumnKind, RowGroup, Table
from auditapp.report.web_page.cells import cell_markup
from auditapp.report.web_page.markup import Markup, line, said, tag


def table_markup(table: Table) -> Markup:
    """Return a table."""
    look = "small" if table.is_small else ""
    bodies = (tag("tbody", *rows, role="rowgroup") for rows in _bodies(table.rows, table.columns))
    return _table(table.caption, [column.title for column in table.columns], bodies, look)


def blank_table_markup(table: BlankTable) -> Markup:
    """Return a table with empty rows to write in."""
    titles = [title for title, _share in table.columns]
    cells = [tag("td", role="cell", data_label=title) for title in titles]
    rows = [tag("tr", *cells, role="row") for _place in range(table.count)]
    return _table(table.caption, titles, [tag("tbody", *rows, role="rowgroup")], "blank")


def _table(caption: str, titles: Sequence[str], bodies: Iterable[Markup], look: str) -> Markup:
    heads = (said("th", title, scope="col", role="columnheader") for title in titles)
    head = tag("thead", tag("tr", *heads, role="row"), role="rowgroup")
    return tag("table", tag("caption", line(caption)), head, *bodies, role="table", class_=look)


def _bodies(
    rows: Iterable[Sequence[Cell] | RowGroup], columns: Sequence[Column]
) -> Iterator[list[Markup]]:
    """Yield the rows of each group, its head among them."""
    body: list[Markup] = []
    for row in rows:
        if isinstance(row, RowGroup):
            if body:
                yield body
            span = str(len(columns))
            head = said("th", row.title, scope="rowgroup", colspan=span, role="rowheader")
            body = [tag("tr", head, class_="group", role="row")]
        else:
            cells = (_cell(*pair) for pair in zip(row, columns, strict=True))
            body.append(tag("tr", *cells, role="row"))
    if body:
        yield body


def _cell(cell: Cell, column: Column) -> Markup:
    contents = cell_markup(cell)
    if column.kind is ColumnKind.ROW_HEAD:
        return tag("th", contents, scope="row", role="rowheader", data_label=column.title)
    look = "" if column.kind is ColumnKind.TEXT else str(column.kind)
    return tag("td", contents, class_=look, role="cell", data_label=column.title)
