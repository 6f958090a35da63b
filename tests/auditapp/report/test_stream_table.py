# SPDX-License-Identifier: MPL-2.0
"""Test that tables of any length are set whole, in a time that grows no faster than they do."""

import time

import pypdfium2

from auditapp.report.blocks import Badge, Bar, BarPart, Column, ColumnKind, Table, Tone
from auditapp.report.pdf import render_pdf
from auditapp.report.stream_table import StreamTable
from auditapp.report.structure import Element, Role
from auditapp.report.typeset import Typesetter

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


def _seconds(document):
    start = time.process_time()
    render_pdf(document)
    return time.process_time() - start
