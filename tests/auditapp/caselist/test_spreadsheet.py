# SPDX-License-Identifier: MPL-2.0
"""Test reading lists from workbooks, with formulas, dates and several sheets."""

import datetime as dt
import io
import zipfile

import pytest

from auditapp.caselist.columns import propose_columns
from auditapp.caselist.reading import FaultKind, read_cases
from auditapp.caselist.spreadsheet import read_spreadsheet, sheet_titles
from auditapp.errors import CaseListError, WorkbookError
from tests.making_workbooks import workbook


def test_a_sheet_is_read_as_people_see_it():
    """Whole numbers have no point, dates are ISO dates, blank rows are left out."""
    data = workbook(
        {
            "List": [
                ["Case ref", "Opened", "Age"],
                [1047.0, dt.datetime.combine(dt.date(2026, 3, 1), dt.time()), 7],
                [None, None, None],
                ["HX-2", dt.date(2026, 3, 2), 16.0],
            ]
        }
    )
    table = read_spreadsheet(data, "list.xlsx")

    assert [
        (1, ("Case ref", "Opened", "Age")),
        (2, ("1047", "2026-03-01", "7")),
        (4, ("HX-2", "2026-03-02", "16")),
    ] == [(row.number, row.cells) for row in table.rows]
    assert (1, ()) == (table.blank_rows, table.notes)


def test_the_sheet_with_the_most_rows_is_taken_or_the_one_that_is_named():
    """With several there is a note which it was."""
    data = workbook({"Notes": [["Read me"]], "Cases": [["Ref"], ["A"], ["B"]]})

    assert ("Notes", "Cases") == sheet_titles(data, "list.xlsx")
    table = read_spreadsheet(data, "list.xlsx")
    assert (3, "The sheet Cases was read.") == (len(table.rows), table.notes[0])
    assert "Read me" == read_spreadsheet(data, "list.xlsx", "Notes").rows[0].cells[0]
    with pytest.raises(CaseListError, match="no sheet Other"):
        read_spreadsheet(data, "list.xlsx", "Other")


def test_a_formula_that_was_never_worked_out_is_a_fault():
    """As a reference it costs the row, elsewhere only the cell; nothing is ever worked out here."""
    data = workbook(
        {"List": [["Ref", "Team"], ["=1+1", "North"], ["HX-2", "=A1"], ["HX-3", "South"]]}
    )
    table = read_spreadsheet(data, "list.xlsx")
    reading = read_cases(table, propose_columns(table))

    assert frozenset({(2, 0), (3, 1)}) == table.uncalculated
    assert [(2, FaultKind.LEFT_OUT), (3, FaultKind.LESS)] == [
        (fault.row, fault.kind) for fault in reading.faults
    ]
    assert ["HX-2", "HX-3"] == list(reading.cases)
    assert "" == reading.cases["HX-2"].team


def test_a_row_of_nothing_but_a_formula_is_not_lost():
    """It is a row with a fault, not a blank one."""
    data = workbook({"List": [["Ref"], ["=1+1"], ["HX-2"]]})
    table = read_spreadsheet(data, "list.xlsx")

    assert [1, 2, 3] == [row.number for row in table.rows]
    assert (2,) == read_cases(table, propose_columns(table)).left_out


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"Ref,Team", "list.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "list.xls"),
        (b"PK\x03\x04 nothing", "list.xlsx"),
        (b"PK\x03\x04", "list.xlsm"),
    ],
)
def test_what_is_no_safe_workbook_is_refused(data, name):
    """Old, locked, damaged and macro files come with a sentence each."""
    with pytest.raises(WorkbookError) as refused:
        read_spreadsheet(data, name)
    assert refused.value.remedy


def test_an_entity_that_grows_is_refused():
    """The same guard stands before lists as before checklists."""
    source = io.BytesIO(workbook({"List": [["Ref"], ["HX-1"]]}))
    target = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                content = b'<!DOCTYPE a [<!ENTITY b "bb">]>' + content
            new.writestr(name, content)

    with pytest.raises(WorkbookError, match="document type"):
        read_spreadsheet(target.getvalue(), "list.xlsx")
