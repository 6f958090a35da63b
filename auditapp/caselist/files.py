# SPDX-License-Identifier: MPL-2.0
"""Read a list of cases from a file, whatever its kind."""

from pathlib import Path
from typing import Final

from auditapp.caselist.delimited import read_delimited
from auditapp.caselist.spreadsheet import read_spreadsheet
from auditapp.caselist.table import MAX_BYTES, CaseTable
from auditapp.errors import CaseListError, reason_of
from auditapp.files import read_start
from auditapp.i18n import _

_EXCEL: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
"""Told apart from text by their names; those that cannot be read are refused with a reason."""


def read_list_file(path: Path) -> CaseTable:
    """Return the rows of a CSV or Excel file.

    Raises:
        CaseListError: it cannot be read, is too large, or has nothing in it.
        WorkbookError: it is an Excel file that is unsafe or damaged.
    """
    try:
        data = read_start(path, MAX_BYTES + 1)
    except OSError as error:
        raise CaseListError(
            _("The list cannot be read: {reason}.").format(reason=reason_of(error)),
            _("See whether the file is there, and whether another program holds it."),
        ) from error
    if path.suffix.lower() in _EXCEL:
        return read_spreadsheet(data, path.name)
    return read_delimited(data)
