# SPDX-License-Identifier: MPL-2.0
"""Read a list of cases from an .xlsx file, as carefully as checklists are read from one."""

from collections.abc import Sequence

from auditapp.caselist.table import CaseTable, TableKind, make_table
from auditapp.checklist.xlsform.inspection import inspect_workbook
from auditapp.checklist.xlsform.workbook import RawRows, open_sheets, written_text
from auditapp.errors import CaseListError
from auditapp.i18n import _


def read_spreadsheet(data: bytes, name: str, sheet: str = "") -> CaseTable:
    """Return the rows of one sheet: ``sheet``, or else the one with the most rows.

    Formulas are never worked out: what counts is the result that the file holds.

    Args:
        data: the bytes of the file.
        name: its name, of which the suffix counts.
        sheet: the title of the sheet.

    Raises:
        WorkbookError: the file is unsafe, damaged or too large.
        CaseListError: there is no such sheet, or nothing in it.
    """
    inspected = inspect_workbook(data, name)
    sheets = open_sheets(inspected.data, None, as_formulas=False)
    title, rows = _chosen(sheets, sheet)
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    if inspected.has_formulas:
        formulas = dict(open_sheets(inspected.data, None, as_formulas=True))[title]
        filled = {(number, column) for number, cells in rows for column, _value in cells}
        uncalculated = frozenset(
            (number, column - 1)
            for number, cells in formulas
            for column, value in cells
            if (number, column) not in filled and value is not None
        )
    notes = [_("The sheet {sheet} was read.").format(sheet=title)] if len(sheets) > 1 else []
    numbered = {number: _cells(cells) for number, cells in rows}
    numbered |= {number: [] for number, _column in uncalculated if number not in numbered}
    return make_table(
        TableKind.XLSX, sorted(numbered.items()), uncalculated=uncalculated, notes=notes
    )


def sheet_titles(data: bytes, name: str) -> tuple[str, ...]:
    """Return the titles of the sheets of an .xlsx file, in order.

    Raises:
        WorkbookError: the file is unsafe, damaged or too large.
    """
    sheets = open_sheets(inspect_workbook(data, name).data, frozenset(), as_formulas=False)
    return tuple(title for title, _rows in sheets)


def _chosen(sheets: Sequence[tuple[str, RawRows]], wanted: str) -> tuple[str, RawRows]:
    found = [each for each in sheets if not wanted or each[0] == wanted]
    if not found:
        raise CaseListError(
            _("There is no sheet {sheet}.").format(sheet=wanted), _("Choose one that is there.")
        )
    return max(found, key=lambda each: len(each[1]))


def _cells(cells: Sequence[tuple[int, object]]) -> list[str]:
    texts = [""] * max(column for column, _value in cells)
    for column, value in cells:
        texts[column - 1] = written_text(value)
    return texts
