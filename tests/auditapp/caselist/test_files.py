# SPDX-License-Identifier: MPL-2.0
"""Test the reading of lists of cases from files of every kind."""

import pytest
from openpyxl import Workbook

from auditapp.caselist.columns import columns_like, propose_columns
from auditapp.caselist.files import read_list_file
from auditapp.caselist.table import MAX_BYTES, TableKind
from auditapp.errors import AuditAppError, CaseListError
from auditapp.model.round_kinds import CaseField

ROWS = [["Case ref", "Team", "Path"], ["HX-1", "North", "A"], ["HX-2", "South", "B"]]


@pytest.fixture
def text_file(tmp_path):
    """Return a list as CSV."""
    path = tmp_path / "list.csv"
    path.write_text("\n".join(";".join(row) for row in ROWS), "utf-8")
    return path


def test_text_and_excel_files_give_the_same_rows(tmp_path, text_file):
    """Each says what it came as."""
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "list.XLSX")
    tables = [read_list_file(text_file), read_list_file(tmp_path / "list.XLSX")]
    assert [TableKind.CSV, TableKind.XLSX] == [table.kind for table in tables]
    assert tables[0].rows == tables[1].rows


def test_what_cannot_be_read_is_refused(tmp_path):
    """A file that is not there, one that is too large, and one of an old kind."""
    with pytest.raises(CaseListError, match="cannot be read"):
        read_list_file(tmp_path / "none.csv")
    large = tmp_path / "large.csv"
    large.write_bytes(b"HX-1\n" * (MAX_BYTES // 5 + 1))
    with pytest.raises(CaseListError, match="larger"):
        read_list_file(large)
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0 old")
    with pytest.raises(AuditAppError):
        read_list_file(old)


def test_columns_are_what_they_were_in_the_list_before(text_file):
    """By their headings; other columns are left out, and another list begins anew."""
    table = read_list_file(text_file)
    before = propose_columns(table).with_field(2, CaseField.FACT).matched
    assert before == columns_like(table, before).matched
    fields = [each.field for each in columns_like(table, before[:1]).matched]
    assert [CaseField.REFERENCE, None, None] == fields
    other = [each.model_copy(update={"heading": f"Other {each.heading}"}) for each in before]
    assert propose_columns(table) == columns_like(table, other)
