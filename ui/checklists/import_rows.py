# SPDX-License-Identifier: MPL-2.0
"""Put what became of the rows and cells of a spreadsheet into lines."""

from collections.abc import Sequence
from typing import Final

from auditapp.checklist.xlsform.report import ImportReport, Outcome, ReportLine
from auditapp.i18n import _
from ui.rows.row import Remark, Row

ImportRows = dict[Outcome, list[Row]]

_LONGEST: Final = 300
"""Characters of a cell that are shown; the report that is copied has all of them."""


def import_rows(report: ImportReport) -> ImportRows:
    """Return a line for each line of a report, by what became of it; every outcome is there."""
    return {outcome: _rows(report.of(outcome)) for outcome in Outcome}


def _rows(lines: Sequence[ReportLine]) -> list[Row]:
    return [
        Row(
            _("{place}: {reason}").format(place=_place(line), reason=line.reason),
            (Remark(_shortened(line.text)),) if line.text else (),
        )
        for line in lines
    ]


def _place(line: ReportLine) -> str:
    """Say where something stood: a cell with its heading, a row, a sheet or the workbook."""
    if line.column:
        place = f"{line.sheet} {line.column}{line.row}"
        return f"{place} ({line.heading})" if line.heading else place
    if line.row:
        return _("{sheet}, row {row}").format(sheet=line.sheet, row=line.row)
    return line.sheet or _("The workbook")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"
