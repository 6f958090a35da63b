# SPDX-License-Identifier: MPL-2.0
"""Test that workbooks are made in memory, and that their cells hold text and nothing else."""

import io

import openpyxl
import pytest

from auditapp.excel_file import text_cell, workbook_bytes, write_rows


@pytest.fixture
def sheet():
    """Return a sheet that can only be written to."""
    return openpyxl.Workbook(write_only=True).create_sheet("x")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "2026-11-22", "1", "TRUE", "x"])
def test_every_text_stays_text(sheet, text):
    """Its type, its format and its prefix say so."""
    cell = text_cell(sheet, text)
    assert (text, "s", "@", True) == (
        cell.value,
        cell.data_type,
        cell.number_format,
        cell.quotePrefix,
    )


def test_a_heading_is_bold(sheet):
    """Other cells are not."""
    assert text_cell(sheet, "x", is_heading=True).font.bold
    assert not text_cell(sheet, "x").font.bold


def test_an_empty_text_has_no_cell_and_controls_are_left_out(sheet):
    """A workbook cannot hold them."""
    assert text_cell(sheet, "") is None
    assert "ab" == text_cell(sheet, "a\x00b").value


def test_a_workbook_is_made_without_a_temporary_file(monkeypatch):
    """What openpyxl would put into one is kept in memory, and can be read again."""
    monkeypatch.setattr(openpyxl.worksheet._writer, "create_temporary_file", None)
    book = openpyxl.Workbook(write_only=True)
    for name in ("one", "two"):
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        write_rows(sheet, [[text_cell(sheet, name), None], [text_cell(sheet, "=1"), 2]])
    again = openpyxl.load_workbook(io.BytesIO(workbook_bytes(book)))

    assert ["one", "two"] == again.sheetnames
    assert [("two", None), ("=1", 2)] == list(again["two"].iter_rows(values_only=True))
    assert "A2" == again["one"].freeze_panes
