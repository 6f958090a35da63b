# SPDX-License-Identifier: MPL-2.0
"""Write Excel workbooks whose cells hold text and nothing else, in memory alone.

By itself openpyxl puts every sheet into a temporary file first, where the words of a case would lie
open and, if the process was killed, stay. What is done against that holds for the pinned version.

The functions import openpyxl themselves: it takes a quarter of a second, and few people make
workbooks.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

TEXT_FORMAT: Final = "@"


def text_cell(sheet: Any, text: str, *, is_heading: bool = False) -> Any:  # noqa: ANN401 - openpyxl brings no types
    """Return a cell of a write-only sheet; it stays text, also when somebody edits it.

    So no spreadsheet program takes what begins with ``= + - @`` for a formula, or a text for a
    date or a number. Characters that a workbook cannot hold are left out. An empty text has no
    cell: None.
    """
    if not text:
        return None
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as the module says
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"  # openpyxl makes a formula of what begins with =
    cell.number_format = TEXT_FORMAT
    cell.quotePrefix = True
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_heading:
        cell.font = Font(name="Calibri", size=11, bold=True)  # without a name it is any
    return cell


def write_rows(sheet: Any, rows: Iterable[list[Any]]) -> None:  # noqa: ANN401 - as above
    """Fill a write-only sheet in memory. Widths, heights and settings are given before."""
    from openpyxl.worksheet._writer import WorksheetWriter  # noqa: PLC0415 - as the module says

    sheet._writer = WorksheetWriter(sheet, BytesIO())  # noqa: SLF001 - there is no public way
    sheet._writer.write_top()  # noqa: SLF001
    for row in rows:
        sheet.append(row)


def workbook_bytes(book: Any) -> bytes:  # noqa: ANN401 - as above
    """Return a write-only workbook, all of whose sheets were filled by ``write_rows``."""
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 - as the module says

    class MemoryWriter(ExcelWriter):  # type: ignore[misc]  # openpyxl brings no types
        """Take the sheets from memory."""

        def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - as above
            """Put one sheet into the file."""
            ws.close()
            ws._rels = ws._writer._rels  # noqa: SLF001 - as above
            self._archive.writestr(ws.path[1:], ws._writer.out.getvalue())  # noqa: SLF001
            self.manifest.append(ws)

    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        MemoryWriter(book, archive).save()
    return target.getvalue()
