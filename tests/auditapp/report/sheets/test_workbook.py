# SPDX-License-Identifier: MPL-2.0
"""Test that a report as a workbook holds all its text, and nothing that is carried out."""

import io
import zipfile

import openpyxl
import pytest

from auditapp.report.blocks import Column, ColumnKind, Facts, Heading, Paragraph, Table
from auditapp.report.sheets.workbook import render_xlsx
from tests.auditapp.report.every_block import Words, every_block
from tests.auditapp.report.texts import workbook

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/C calc'!A0", '=HYPERLINK("x")')


def opened(document):
    """Return the workbook that a report is written to."""
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(document)))


def test_every_word_of_every_block_is_in_the_workbook(make_document):
    """Nothing is left out, whatever kind of block it is in."""
    word = Words()
    document = make_document(*every_block(word), overline=word(), title=word())
    sheets = workbook(render_xlsx(document))
    text = "\n".join(str(cell) for rows in sheets.values() for row in rows for cell in row)
    assert [] == [each for each in word.made if each not in text]


def test_a_table_stands_alone_on_its_sheet(make_document):
    """Its titles are the first row, which stays in sight and is repeated on paper."""
    table = Table((Column("A", 1), Column("B", 1)), [("a", "b"), ("c", "")], "What it shows")
    book = opened(make_document(Heading(1, "Part"), Paragraph("x"), table))
    assert ["Report", "Part"] == book.sheetnames
    sheet = book["Part"]
    assert [("A", "B"), ("a", "b"), ("c", None)] == list(sheet.iter_rows(values_only=True))
    assert ("A2", "A1:B3", "$1:$1") == (
        sheet.freeze_panes,
        sheet.auto_filter.ref,
        sheet.print_title_rows,
    )
    assert sheet["A1"].font.bold
    assert "What it shows: on the sheet “Part”" in [row[3].value for row in book["Report"]]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_carried_out(make_document, text):
    """It is text, marked as such, wherever it stands; also after somebody edits the cell."""
    table = Table((Column(text, 1), Column("n", 1, ColumnKind.NUMBER)), [(text, text)], text)
    book = opened(make_document(Heading(1, text), Facts(((text, text),)), table, title=text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    shown = text.replace("\t", "    ")
    held = [cell for cell in cells if cell.value == shown]
    assert len(held) >= 6 - (text == "-1")
    assert {("s", "@", True)} == {(c.data_type, c.number_format, c.quotePrefix) for c in held}
    assert "f" not in {cell.data_type for cell in cells}


def test_columns_of_numbers_can_be_counted(make_document):
    """What is no number in them stays text."""
    rows = [("12",), ("-1.5",), ("1e5",), ("٣",), ("",)]
    book = opened(make_document(Table((Column("n", 1, ColumnKind.NUMBER),), rows, "Counts")))
    values = [row[0] for row in book["Counts"].iter_rows(min_row=2, values_only=True)]
    assert [12, -1.5, "1e5", "٣"] == values[:4]


def test_what_is_too_long_for_a_cell_goes_on_below(make_document):
    """Excel takes 32,767 characters a cell; a row is as tall as its text, up to its limit."""
    long = "kindly " * 80_000
    book = opened(make_document(Paragraph(long), Paragraph("short")))
    column = [cell for cell in book["Report"]["D"] if cell.value and "kindly" in cell.value]
    assert long == "".join(cell.value for cell in column)
    assert max(len(cell.value) for cell in column) <= 32_767
    heights = book["Report"].row_dimensions
    assert 405 == heights[column[0].row].height
    assert 15 == heights[column[-1].row + 1].height


def test_the_marking_is_on_every_page(make_document):
    """At the top and at the bottom, an ampersand as one; the pages are numbered."""
    book = opened(make_document(Table((Column("A", 1),), [("a",)], "c"), marking="A & B"))
    for sheet in book:
        assert ("A & B", "A & B") == tuple(
            part.center.text.replace("&&", "&") for part in (sheet.oddHeader, sheet.oddFooter)
        )
        assert "Page &P of &N" == sheet.oddFooter.right.text


def test_the_same_report_gives_the_same_bytes(make_document):
    """The times in the file are those of the report; progress ends with all of it."""
    document = make_document(*every_block(Words()))
    seen = []
    made = render_xlsx(document, lambda done, total: seen.append((done, total)))
    assert made == render_xlsx(document)
    assert (len(document.blocks), len(document.blocks)) == seen[-1]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {each.date_time for each in archive.infolist()}
    properties = openpyxl.load_workbook(io.BytesIO(made)).properties
    assert "2026-11-14 17:12:00" == f"{properties.modified:%Y-%m-%d %H:%M:%S}"
    assert ("Case file audit report HX-2047", "Example Council", "en-GB") == (
        properties.title,
        properties.creator,
        properties.language,
    )
