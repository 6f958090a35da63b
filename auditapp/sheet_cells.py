# SPDX-License-Identifier: MPL-2.0
"""Write cells of Excel workbooks that hold text and nothing else.

The functions import openpyxl themselves: it takes a quarter of a second, and few people make
workbooks.
"""

from typing import Any, Final

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
