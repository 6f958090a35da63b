# SPDX-License-Identifier: MPL-2.0
"""Test how the blocks of a report become texts and grids."""

from auditapp.report.blank_blocks import BlankPart, Lines, NumberBox, Tick, Ticks
from auditapp.report.blocks import (
    Badge,
    Column,
    ColumnKind,
    Detail,
    GradeScale,
    Heading,
    Mark,
    Paragraph,
    QuestionBlock,
    RowGroup,
    SideBySide,
    Table,
)
from auditapp.report.sheets.grids import Grid, GridRow, Place, Said
from auditapp.report.sheets.table_file import entries


def body(make_document, *blocks):
    """Return what the blocks become, without what is said of the report as a whole."""
    said = list(entries(make_document(*blocks), None))
    return said[len(list(entries(make_document(), None))) :]


def test_texts_know_where_they_stand(make_document):
    """The heading under the title is the part, the others are joined."""
    blocks = (Heading(1, "A"), Heading(2, "B"), Heading(3, "C"), Paragraph("x"), Heading(1, "D"))
    expected = [Said(Place("A", "B / C"), "", "x"), Said(Place("D"), "", "")]
    assert expected == body(make_document, *blocks)


def test_a_heading_with_nothing_under_it_is_not_lost(make_document):
    """It has a line of its own, unless a deeper heading names it."""
    blocks = (Heading(1, "A"), Heading(2, "B"), Heading(2, "C"), Heading(3, "D"))
    assert [Place("A", "B"), Place("A", "C / D")] == [
        said.place for said in body(make_document, *blocks)
    ]


def test_the_questions_of_a_part_are_one_grid(make_document):
    """Whatever was recorded has a column; what stands between them does not part them."""
    blocks = (
        Heading(1, "Answers"),
        Heading(2, "One"),
        QuestionBlock("1", "Why?", Badge("Met"), (Detail("Note", ("a", "b")),)),
        Heading(2, "Two"),
        Paragraph("between"),
        QuestionBlock("2", "When?", Badge("Late"), (Detail("Answer", ("May",)),), ("Flagged",)),
        Heading(1, "Next"),
        QuestionBlock("3", "Who?", None),
    )
    titles = ("No.", "Question", "Answer", "Result", "Flags", "Note")
    rows = (
        GridRow("One", ("1", "Why?", "Met", None, None, "a\nb")),
        GridRow("Two", ("2", "When?", "May", "Late", "Flagged", None)),
    )
    between, first, last = body(make_document, *blocks)
    assert Said(Place("Answers", "Two"), "", "between") == between
    assert Grid("Answers", "Answers", titles, rows) == first
    assert (True, Place("Answers")) == (first.has_sections, first.place)
    assert (GridRow("", ("3", "Who?", "")),) == last.rows
    assert (False, Place("Next")) == (last.has_sections, last.place)


def test_a_blank_question_has_a_cell_for_each_place_to_write(make_document):
    """An empty cell is to be filled in; one that does not belong to the question is none."""
    blocks = (
        BlankPart("1", "Why?", (Ticks("Tick one", (Tick("Met", "All of it"), Tick("Not"))),)),
        BlankPart("2", "How many?", (NumberBox("Number", "visits"), Lines("Note", 2))),
        BlankPart("", "Flag", (Ticks("", (Tick("a"),)), Ticks("", (Tick("b"),)))),
    )
    (grid,) = body(make_document, *blocks)
    assert ("No.", "Question", "Tick one", "Number", "Note", "Tick what fits") == grid.titles
    assert [
        ("1", "Why?", "☐ Met: All of it\n☐ Not", None, None, None),
        ("2", "How many?", None, "visits", "", None),
        ("", "Flag", None, None, None, "☐ a\n☐ b"),
    ] == [row.cells for row in grid.rows]


def test_the_group_of_a_row_is_a_column(make_document):
    """A group without rows still has one; columns of numbers are known as such."""
    columns = (Column("A", 1), Column("n", 1, ColumnKind.NUMBER))
    rows = (RowGroup("One"), ("a", "3"), RowGroup("None"), RowGroup("Two"), ("b", "4"))
    (grid,) = body(make_document, Table(columns, (*rows, RowGroup("Last")), "Counts"))
    assert (("Group", "A", "n"), frozenset({2})) == (grid.titles, grid.numbers)
    assert [
        ("One", "a", "3"),
        ("None", "", ""),
        ("Two", "b", "4"),
        ("Last", "", ""),
    ] == [row.cells for row in grid.rows]


def test_a_scale_is_what_was_chosen(make_document):
    """Its other marks follow, then all its steps."""
    scale = GradeScale((Badge("Poor"), Badge("Good")), None, "Practice", (Mark(1, "Suggested"),))
    expected = [("Practice", "Not graded"), ("Suggested", "Good"), ("Scale", "Poor, Good")]
    assert expected == [(said.label, said.text) for said in body(make_document, scale)]


def test_both_lists_side_by_side_stand_under_the_same_heading(make_document):
    """What stands right does not hang under what stands left."""
    both = SideBySide((Heading(2, "Left"),), (Heading(2, "Right"), Paragraph("x")))
    said = body(make_document, Heading(1, "A"), both)
    assert [Place("A", "Left"), Place("A", "Right")] == [each.place for each in said]
