# SPDX-License-Identifier: MPL-2.0
"""Write a checklist as a spreadsheet in the XLSForm layout, from which the same comes back."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final

from auditapp.checklist.models import Checklist
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist.xlsform.rows_out import Cells, sheets_of
from auditapp.errors import AuditAppError, StoppedError, WorkbookError
from auditapp.excel_file import text_cell, workbook_bytes, write_rows
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, never

_WIDTHS: Final = {"label": 60, "hint": 40, "relevant": 40, "constraint": 40}
_USUAL_WIDTH: Final = 22
"""Characters, as spreadsheets count the width of columns."""


def export_workbook(checklist: Checklist, is_cancelled: IsCancelled = never) -> bytes:
    """Return the bytes of an .xlsx file; importing it gives an equal checklist.

    Every cell is text, also one that begins with ``= + - @``, so no spreadsheet program takes it
    for a formula, a date or a number.

    Raises:
        WorkbookError: a text of the checklist cannot stand in a spreadsheet unchanged.
        StoppedError: ``is_cancelled`` said so.
    """
    data = _workbook(sheets_of(checklist))
    try:
        back = import_workbook(data, f"{checklist.id}.xlsx", is_cancelled=is_cancelled).checklist
    except StoppedError:
        raise
    except AuditAppError as error:
        raise _unequal(checklist) from error
    if back != checklist:
        raise _unequal(checklist)
    return data


def _unequal(checklist: Checklist) -> WorkbookError:
    return WorkbookError(
        _("'{id}' would not come back from a spreadsheet as it is.").format(id=checklist.id),
        _("Look for very long texts, odd characters and answers with commas in their ids."),
    )


def _workbook(sheets: dict[str, list[Cells]]) -> bytes:
    import openpyxl  # noqa: PLC0415 - a quarter of a second, and few people export spreadsheets

    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = "Case File Audit"
    for title, rows in sheets.items():
        _fill(book.create_sheet(title), rows)
    return workbook_bytes(book)


def _fill(sheet: Any, rows: Iterable[Cells]) -> None:  # noqa: ANN401 - openpyxl brings no types
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - see _workbook

    rows = list(rows)
    headings = list(dict.fromkeys(heading for row in rows for heading in row if row[heading]))
    for number, heading in enumerate(headings, 1):
        width = _WIDTHS.get(heading, _USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    head = [text_cell(sheet, heading, is_heading=True) for heading in headings]
    cells = ([text_cell(sheet, row.get(heading, "")) for heading in headings] for row in rows)
    write_rows(sheet, chain([head], cells))
