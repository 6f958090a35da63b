# SPDX-License-Identifier: MPL-2.0
"""Test that cells of workbooks hold text and nothing else."""

import openpyxl
import pytest

from auditapp.sheet_cells import text_cell


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
