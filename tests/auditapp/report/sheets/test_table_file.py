# SPDX-License-Identifier: MPL-2.0
"""Test that a report as CSV is one table that holds all its text, and does no harm."""

from auditapp.report.blocks import Column, Facts, Heading, Paragraph, QuestionBlock, Table
from auditapp.report.sheets.table_file import render_csv
from tests.auditapp.report.every_block import Words, every_block
from tests.auditapp.report.texts import csv_rows

COLUMNS = ["Reference", "Part", "Section", "Table", "Row", "What", "Text"]


def test_every_word_of_every_block_is_in_the_table(make_document):
    """Nothing is left out, whatever kind of block it is in; all rows are equally long."""
    word = Words()
    document = make_document(*every_block(word), overline=word(), title=word())
    rows = csv_rows(render_csv(document))
    text = "\n".join(cell for row in rows for cell in row)
    assert [] == [each for each in word.made if each not in text]
    assert {7} == {len(row) for row in rows}


def test_every_text_has_a_line_that_says_where_it_is_from(make_document):
    """The tables of a report can be put together again by table, row and what a text is."""
    table = Table((Column("A", 1), Column("B", 1)), [("a", "b"), ("c", "")], "Show")
    question = QuestionBlock("1", "Why?", None)
    blocks = (Heading(1, "One"), Facts((("Team", "North"),)), table, Heading(2, "Two"), question)
    rows = csv_rows(render_csv(make_document(*blocks)))
    assert COLUMNS == rows[0]
    assert [
        ["HX-2047", "One", "", "", "", "Team", "North"],
        ["HX-2047", "One", "", "Show", "1", "A", "a"],
        ["HX-2047", "One", "", "Show", "1", "B", "b"],
        ["HX-2047", "One", "", "Show", "2", "A", "c"],
        ["HX-2047", "One", "", "Show", "2", "B", ""],
        ["HX-2047", "One", "Two", "One", "1", "No.", "1"],
        ["HX-2047", "One", "Two", "One", "1", "Question", "Why?"],
        ["HX-2047", "One", "Two", "One", "1", "Answer", ""],
    ] == rows[-8:]


def test_a_table_without_rows_keeps_its_titles(make_document):
    """Each has a line without a row."""
    rows = csv_rows(render_csv(make_document(Table((Column("A", 1),), (), "Show"))))
    assert ["HX-2047", "", "", "Show", "", "A", ""] == rows[-1]


def test_no_text_is_carried_out(make_document):
    """An apostrophe stands before what a spreadsheet program would take for a formula."""
    made = render_csv(make_document(Paragraph("=1+1"), Paragraph("\t=2"), reference="@x"))
    assert b",'=1+1\r\n" in made
    assert b",'    =2\r\n" in made
    assert b"\r\n'@x," in made


def test_what_is_too_long_for_a_cell_goes_on_in_the_next_line(make_document):
    """Spreadsheet programs cut off what is longer than 32,767 characters."""
    long = "kindly " * 80_000
    rows = csv_rows(render_csv(make_document(Paragraph(long), Paragraph("a\x00\u202eb"))))
    assert long == "".join(row[6] for row in rows if "kindly" in row[6])
    assert max(len(row[6]) for row in rows) <= 32_767
    assert "a\ufffdb" == rows[-1][6]
