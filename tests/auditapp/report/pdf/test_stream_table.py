# SPDX-License-Identifier: MPL-2.0
"""Test that tables of any length are set whole, in a time that grows no faster than they do."""

import time

import pypdfium2
import pytest

from auditapp.report.blocks import (
    Badge,
    Bar,
    BarPart,
    Column,
    ColumnKind,
    Noted,
    Paragraph,
    RowGroup,
    Table,
    Tone,
)
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.stream_table import StreamTable
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.typesetting.typeset import Typesetter
from tests.pdf_checks.checking import read_out

COLUMNS = (
    Column("No.", 6, ColumnKind.NUMBER),
    Column("Question", 40, ColumnKind.ROW_HEAD),
    Column("Answer", 14),
    Column("Note", 40),
)
NOTE = "Seen on file, dated and signed by the manager, with a clear owner for every action."


def table(count):
    """Return a table of so many rows."""
    rows = [(f"n{n}", "Is there a plan?", Badge("Met", Tone.MET), NOTE) for n in range(count)]
    return Table(COLUMNS, rows, "Questions")


def test_every_row_is_there_once_and_the_head_on_each_page(make_document):
    """Rows are neither lost nor doubled where a page ends."""
    with pypdfium2.PdfDocument(render_pdf(make_document(table(300)))) as pdf:
        pages = [page.get_textpage().get_text_range().split() for page in pdf]
    words = [word for page in pages for word in page]
    assert len(pages) > 5
    assert [1] * 300 == [words.count(f"n{number}") for number in range(300)]
    assert [1] * len(pages) == [page.count("Question") for page in pages]


def test_ten_times_the_rows_take_about_ten_times_as_long(make_document):
    """Time is proportional to the number of rows; squared it would be a hundred times."""
    render_pdf(make_document(table(20)))
    few, many = _seconds(make_document(table(300))), _seconds(make_document(table(3000)))
    assert many / few < 20


def test_rows_are_made_when_they_are_needed():
    """Looking at the first rows of a long table does not make the others."""
    made = []

    class Rows(list):
        def __iter__(self):
            for row in super().__iter__():
                made.append(row)
                yield row

    long = Table(COLUMNS, Rows(table(1000).rows), "Questions")
    rows = StreamTable(Typesetter(), long, 500, Element(Role.DOCUMENT)).rows()
    for _number in range(5):
        next(rows)
    assert len(made) <= 5


def test_an_empty_bar_and_a_long_badge_are_text(make_document, text_of):
    """What no picture can hold is written out."""
    rows = [(Bar((BarPart(0, "met"),)), Badge("long " * 30))]
    contents = render_pdf(make_document(Table((Column("A", 1), Column("B", 1)), rows, "c")))
    assert "None" in text_of(contents)
    assert 30 == text_of(contents).count("long")


def test_a_group_heads_its_rows_and_stays_with_them(make_document):
    """Its cell spans the table, and it is never the last row of a page."""
    element = Element(Role.DOCUMENT)
    rows = (RowGroup("Visits"), ("1", "Seen?", "Met", NOTE))
    list(StreamTable(Typesetter(), Table(COLUMNS, rows, "c"), 500, element).rows())
    assert 1 == sum("ColSpan 4" in each.attributes for each in element.walk())
    for lines in range(35, 52):
        fill = [(str(number), "x", "x", "x") for number in range(lines)]
        grouped = Table(COLUMNS, (*fill, *rows), "c")
        with pypdfium2.PdfDocument(render_pdf(make_document(grouped))) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert [True] == ["Seen?" in page for page in pages if "Visits" in page]


def test_notes_stand_under_the_text_of_their_cell(make_document, text_of):
    """Empty notes leave nothing behind, and each text is a paragraph of its cell."""
    rows = (("1", Noted("Plan", ("By May", "", "From 2.1")), "Met", Noted("", ("Only a note",))),)
    element = Element(Role.DOCUMENT)
    list(StreamTable(Typesetter(), Table(COLUMNS, rows, "c"), 500, element).rows())
    assert 4 == sum(each.role is Role.P for each in element.walk())
    text = text_of(render_pdf(make_document(Table(COLUMNS, rows, "c"))))
    assert "Plan By May From 2.1" in text
    assert "Only a note" in text


def pages_of(document):
    """Return the words of each page."""
    with pypdfium2.PdfDocument(render_pdf(document)) as pdf:
        return [page.get_textpage().get_text_range().split() for page in pdf]


def test_a_row_that_fits_on_a_page_is_not_parted(make_document):
    """A note of ten lines goes to the next page whole."""
    for count in range(25, 40):
        fill = [(str(number), "x", "x", "x") for number in range(count)]
        row = ("1", "x", "x", f"BEGIN {NOTE * 4} END")
        pages = pages_of(make_document(Table(COLUMNS, (*fill, row), "c")))
        assert [True] == ["END" in page for page in pages if "BEGIN" in page]


def test_a_row_that_is_parted_says_that_it_goes_on(make_document):
    """On every page after its first, and to nobody who has it read out."""
    row = ("1", "x", "x", f"BEGIN {NOTE * 90} END")
    contents = render_pdf(make_document(Table(COLUMNS, (row,), "c")))
    with pypdfium2.PdfDocument(contents) as pdf:
        pages = [page.get_textpage().get_text_range().split() for page in pdf]
    assert len(pages) > 2
    assert [0, *[1] * (len(pages) - 1)] == [page.count("continued") for page in pages]
    assert not any("continued" in text for _role, text in read_out(contents))


@pytest.mark.parametrize("count", [2, 12])
def test_the_last_row_does_not_stand_alone(make_document, count):
    """On a page there are two rows of a table or more."""
    for lines in range(10, 30):
        fill = Paragraph("\n".join(["line"] * lines))
        rows = [(f"n{number}", NOTE, "Met", NOTE) for number in range(count)]
        pages = pages_of(make_document(fill, Table(COLUMNS, rows, "c")))
        held = [sum(word.startswith("n") and word[1:].isdecimal() for word in p) for p in pages]
        assert 1 not in held


def test_a_small_table_is_lower():
    """The same rows take less room."""
    heights = []
    for is_small in (False, True):
        small = Table(COLUMNS, table(5).rows, "c", is_small=is_small)
        rows = StreamTable(Typesetter(), small, 500, Element(Role.DOCUMENT)).rows()
        heights.append(sum(row.measure(500) for row in rows))
    assert heights[1] < heights[0]


def _seconds(document):
    start = time.process_time()
    render_pdf(document)
    return time.process_time() - start
