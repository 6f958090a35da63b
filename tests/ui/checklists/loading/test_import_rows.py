# SPDX-License-Identifier: MPL-2.0
"""Test how what became of a spreadsheet is put into lines."""

import pytest

from auditapp.checklist.xlsform.report import ImportReport, Outcome, ReportLine
from ui.checklists.import_rows import import_rows


def row(**fields):
    """Return the one line that a report of one line gives."""
    line = ReportLine(outcome=Outcome.REFUSED, reason="it was not read", **fields)
    rows = import_rows(ImportReport(file="form.xlsx", checklist="form", lines=(line,)))
    assert list(Outcome) == list(rows)
    (found,) = rows[Outcome.REFUSED]
    return found


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"sheet": "survey", "row": 4, "column": "D", "heading": "hint"}, "survey D4 (hint)"),
        ({"sheet": "survey", "row": 4, "column": "D"}, "survey D4"),
        ({"sheet": "survey", "row": 4}, "survey, row 4"),
        ({"sheet": "costs"}, "costs"),
        ({"sheet": ""}, "The workbook"),
    ],
)
def test_each_line_says_where_it_was(fields, expected):
    """As exactly as that is known."""
    assert (f"{expected}: it was not read", ()) == (row(**fields).title, row(**fields).remarks)


def test_a_long_text_is_shortened():
    """And stands on one line."""
    (remark,) = row(sheet="survey", row=2, column="B", text="one\n two" + " three" * 900).remarks
    assert remark.text.startswith("one two three")
    assert remark.text.endswith(" …")
    assert len(remark.text) < 310
