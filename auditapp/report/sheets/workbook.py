# SPDX-License-Identifier: MPL-2.0
"""Write a report as an Excel workbook: a sheet for what is told, and one for each table.

A table stands alone on its sheet with its titles in the first row, as sorting, filtering and
counting want it. Every cell is text but those of columns that hold numbers, so nothing in it is
carried out. The same document gives the same bytes.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from math import ceil
from typing import Any, Final

from auditapp.excel_file import text_cell, workbook_bytes, write_rows
from auditapp.i18n import _
from auditapp.long_work import ReportProgress
from auditapp.report.characters import cleaned, cleaned_line
from auditapp.report.document import ReportDocument
from auditapp.report.packing import CORE_PART, core_properties, packed
from auditapp.report.sheets.cell_texts import in_cells
from auditapp.report.sheets.grids import Entry, Grid
from auditapp.report.sheets.sheet_names import sheet_names
from auditapp.report.sheets.table_file import entries

NARROWEST: Final = 7
WIDEST: Final = 60
"""Characters, as spreadsheets count the width of columns."""

A4: Final = 9
"""What Office calls this size of paper (ISO/IEC 29500-1, 18.3.1.63)."""

LONGEST_MARKING: Final = 80
"""Characters; the head of a page holds 255 with its codes, and an ampersand takes two."""

LINE_HEIGHT: Final = 15.0
TALLEST: Final = 405.0
"""Points; Excel allows a row 409."""

_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,9})?", re.ASCII)

Row = Sequence[str | None]


def render_xlsx(document: ReportDocument, progress: ReportProgress | None = None) -> bytes:
    """Return ``document`` as the contents of an .xlsx file; ``progress`` counts blocks."""
    import openpyxl  # noqa: PLC0415 - a quarter of a second, and few make workbooks

    said = list(entries(document, progress))
    grids = [entry for entry in said if isinstance(entry, Grid)]
    first = _("Report")
    names = sheet_names(grids, [first])
    book = openpyxl.Workbook(write_only=True)
    _fill(_sheet(book, first, document), _told(said, names))
    for grid, name in zip(grids, names, strict=True):
        _fill(_sheet(book, name, document), _tabled(grid), grid.numbers, shift=grid.has_sections)
    return packed(_parts(workbook_bytes(book), document))


def _told(said: Iterable[Entry], names: Sequence[str]) -> Iterator[Row]:
    """Yield what stands outside tables and, where there is one, on which sheet it is."""
    yield _("Part"), _("Section"), _("What"), _("Text")
    waiting = iter(names)
    where = _("{caption}: on the sheet “{name}”")
    for entry in said:
        place = entry.place
        if isinstance(entry, Grid):
            text = where.format(caption=entry.caption, name=next(waiting))
            yield place.part, place.under, _("Table"), text
        else:
            yield place.part, place.under, entry.label, entry.text


def _tabled(grid: Grid) -> Iterator[Row]:
    """Yield the titles of a table, then its rows."""
    if not grid.has_sections:
        yield grid.titles
        yield from (row.cells for row in grid.rows)
        return
    yield _("Section"), *grid.titles
    for row in grid.rows:
        yield row.under, *row.cells


def _sheet(book: Any, name: str, document: ReportDocument) -> Any:  # noqa: ANN401 - openpyxl brings no types
    """Return a new sheet that prints with the marking on every page."""
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    marking = cleaned_line(document.marking)[:LONGEST_MARKING].strip()
    if marking:
        words = marking.replace("&", "&&")
        sheet.oddHeader.center.text = sheet.oddFooter.center.text = words
    sheet.oddFooter.right.text = _("Page {page} of {total}").format(page="&P", total="&N")
    return sheet


def _fill(
    sheet: Any,  # noqa: ANN401 - as above
    rows: Iterable[Row],
    numbers: frozenset[int] = frozenset(),
    *,
    shift: bool = False,
) -> None:
    """Fill a sheet; ``numbers`` are columns that hold them, one further with ``shift``."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - see render_xlsx

    texts = list(_cut([cleaned(cell or "") for cell in row] for row in rows))
    widths = [_width(column) for column in zip(*texts, strict=True)]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(texts[0]))}{max(len(texts), 2)}"
    for number, row in enumerate(texts, start=1):
        sheet.row_dimensions[number].height = _height(row, widths)
    shifted = frozenset(number + shift for number in numbers)
    write_rows(sheet, _cells(sheet, texts, shifted))


def _cells(
    sheet: Any,  # noqa: ANN401 - as above
    texts: Iterable[Sequence[str]],
    numbers: frozenset[int],
) -> Iterator[list[Any]]:
    """Yield the cells of each row, the head first."""
    for place, row in enumerate(texts):
        yield [
            _number(text)
            if number in numbers and _NUMBER.fullmatch(text)
            else text_cell(sheet, text, is_heading=place == 0)
            for number, text in enumerate(row)
        ]


def _cut(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows; what is too long for its cell goes on in the cell below."""
    for row in rows:
        yield from zip_longest(*map(in_cells, row), fillvalue="")


def _width(column: Sequence[str]) -> int:
    longest = max(len(line) for text in column for line in text.split("\n"))
    return min(max(longest + 2, NARROWEST), WIDEST)


def _height(row: Iterable[str], widths: Iterable[int]) -> float:
    """Return a height in points at which all of a row is seen, as far as a row can be so tall.

    Not every program works that out by itself for cells whose text is wrapped.
    """
    lines = max(
        sum(max(ceil(len(line) / width), 1) for line in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    )
    return min(lines * LINE_HEIGHT, TALLEST)


def _number(text: str) -> float | int:
    return float(text) if "." in text else int(text)


def _parts(contents: bytes, document: ReportDocument) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a workbook; its properties speak of the report, not of this moment."""
    with zipfile.ZipFile(BytesIO(contents)) as archive:
        for name in archive.namelist():
            made = core_properties(document) if name == CORE_PART else archive.read(name)
            yield name, made
