# SPDX-License-Identifier: MPL-2.0
"""Test what a spreadsheet that somebody may want to load is said to be."""

import pytest

from auditapp.checklist.revision.changes import ChangeKind
from auditapp.checklist.xlsform.report import Outcome
from auditapp.errors import NotAllowedError, StoppedError
from auditapp.model.trust import TrustState
from tests.auditapp.loading_fixtures import desk, put, revised_sheet, sheet, shelf, workspace
from tests.making_workbooks import packed, tables, workbook

__all__ = ["desk", "put", "revised_sheet", "sheet", "workspace"]


def test_a_spreadsheet_is_examined_as_the_checklist_made_of_it(workspace, revised_sheet):
    """What became of its cells, what it changes, and that nobody vouches for it."""
    before = shelf(workspace)
    found = workspace.examine_checklist(revised_sheet)

    assert ("visits 2.xlsx", "visits 2.yaml") == (found.name, found.file.name)
    assert ["Ask the worker."] == [line.text for line in found.imported.of(Outcome.KEPT_AS_TEXT)]
    assert [ChangeKind.REWORDED] == [each.kind for each in found.comparison.changes]
    assert {"visits 2.yaml"} == {each.file for each in found.comparison.remarks}
    assert TrustState.UNSIGNED is found.header.verdict.state
    assert found.choice is not None
    assert before == shelf(workspace)


def test_a_spreadsheet_of_a_version_that_is_here_wants_a_higher_one(workspace, sheet):
    """And says where that stands."""
    found = workspace.examine_checklist(sheet())
    assert "Version 1.0 of 'halden-visits' is here already" in str(found.refusal)
    assert "on the sheet 'settings'" in found.refusal.remedy
    assert (None, True) == (found.revision, found.imported is not None)


def test_texts_that_are_to_be_completed_are_counted(workspace, tmp_path):
    """Also once the checklist is a file of its own."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(workbook(tables("survey\n  type | name | label\n  text | q | Q?\n")))
    found = workspace.examine_checklist(path)
    assert (3, "draft") == (found.unfinished, found.header.status)
    assert found.unfinished == len(found.imported.of(Outcome.TO_COMPLETE))
    workspace.save_imported(found, tmp_path / "form.yaml")
    again = workspace.examine_checklist(tmp_path / "form.yaml")
    assert (3, None) == (again.unfinished, again.imported)


@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        ("a.xls", lambda: b"", "old .xls file"),
        ("a.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a password protects"),
        ("a.xlsm", lambda: b"PK\x03\x04", "can hold macros"),
        ("a.xlsx", lambda: b"schema: checklist/1", "This is no .xlsx file"),
        ("a.xlsx", lambda: b"PK\x03\x04" + bytes(10_000_001), "more than 10 MB"),
        ("a.xlsx", lambda: workbook({"costs": [["a", "b"]]}), "no sheet called 'survey'"),
        ("a.xlsx", lambda: workbook({"survey": [["type"], ["note"]]}), "has no question"),
        ("a.xlsx", lambda: None, "no such file"),
    ],
)
def test_a_spreadsheet_that_is_refused_says_why(workspace, tmp_path, name, make, expected):
    """Like any other refusal: in a sentence, and with what to do."""
    data = make()
    if data is not None:
        (tmp_path / name).write_bytes(data)
    found = workspace.examine_checklist(tmp_path / name)
    assert expected in str(found.refusal)
    assert found.refusal.remedy
    assert (None, None, None) == (found.file, found.revision, found.imported)
    with pytest.raises(NotAllowedError):
        workspace.save_imported(found, tmp_path / "out.yaml")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", packed(types="", word__document=""), "This is a document of a word processor."),
        ("a.pdf", b"%PDF-1.7", "This is a PDF."),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is a file of an office program"),
        ("a.zip", packed(note=""), "This is an archive"),
    ],
)
def test_a_document_is_no_spreadsheet(workspace, tmp_path, name, data, expected):
    """It is said what it is, in the words of the command line, and what a checklist can be."""
    (tmp_path / name).write_bytes(data)
    found = workspace.examine_checklist(tmp_path / name)
    (fault,) = found.faults
    assert fault.message.startswith(expected)
    assert fault.remedy.startswith("A checklist is a text file.")
    assert found.refusal is None


def test_a_spreadsheet_of_which_no_checklist_can_be_made_lists_its_faults(workspace, tmp_path):
    """Beside the refusal."""
    text = "survey\n  type | name | label | audit_kind\n  select_one x | q | Q? | rating\n"
    (tmp_path / "form.xlsx").write_bytes(workbook(tables(text)))
    found = workspace.examine_checklist(tmp_path / "form.xlsx")
    assert "No checklist can be made of form.xlsx." == str(found.refusal)
    assert ["form.xlsx"] == [each.file for each in found.faults]


def test_reading_a_spreadsheet_can_be_stopped(workspace, revised_sheet):
    """Nothing is said about it then."""
    with pytest.raises(StoppedError):
        workspace.examine_checklist(revised_sheet, is_cancelled=lambda: True)
