# SPDX-License-Identifier: MPL-2.0
"""Test that a report can be read aloud: its structure, and that nothing is outside it.

The rules are those of PDF/UA-1 (ISO 14289-1, 7.1 to 7.10) that this writer could break.
"""

import re
from ctypes import create_string_buffer
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from auditapp.checklist.revision.word_marks import whole_word_marks
from auditapp.report.blank_blocks import (
    Advice,
    BlankPart,
    BlankSheet,
    BlankTable,
    DateBoxes,
    Lines,
    NewPart,
    NumberBox,
    Tick,
    Ticks,
)
from auditapp.report.blocks import (
    Badge,
    Bar,
    BarPart,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Detail,
    DetailKind,
    Facts,
    GradeScale,
    Heading,
    Noted,
    Paragraph,
    QuestionBlock,
    RowGroup,
    SideBySide,
    Table,
    Tone,
)
from auditapp.report.change_blocks import MarkedText
from auditapp.report.pdf.document import render_pdf
from tests.pdf_checks.checking import faults_of
from tests.pdf_checks.tree import read_tree

REWORDED = whole_word_marks("Was he seen " + "alone " * 30, "Was she seen " + "at home " * 30)
BLOCKS = (
    Callout(CalloutTone.DANGER, "Concern", ("Not seen.",)),
    Facts((("Team", "North"), ("Auditor", "سارا ئەحمەد"), ("Age", "16"), ("Groups", "in " * 90))),
    Heading(1, "Grades"),
    GradeScale((Badge("Inadequate"), Badge("Good", Tone.GOOD)), 1, "Practice"),
    Table(
        (Column("Section", 2, ColumnKind.ROW_HEAD), Column("Grade", 1), Column("Answers", 2)),
        [("One", Badge("Good", Tone.GOOD), Bar((BarPart(2, "met", Tone.MET),)))] * 60,
        "Grades of the sections",
    ),
    SideBySide((Heading(1, "Left"), Bullets(("a", "b"))), (Heading(1, "Right"), Bullets(("c",)))),
    Heading(3, "Questions"),
    QuestionBlock(
        "1.1",
        "Is it there?",
        Badge("Met", Tone.MET),
        (
            Detail("Note", ("kindly " * 900,)),
            Detail("Evidence", ("Page 1", "Page 2")),
            Detail("Answer", ("In her words",), DetailKind.QUOTE),
            Detail("Evidence", ("Page 3",), DetailKind.FACT),
            Detail("Cause", ("Practice",), DetailKind.FACT),
            Detail("Last changed", ("Today",), DetailKind.SMALL),
        ),
        ("To discuss",),
    ),
    Table(
        (Column("No.", 1, ColumnKind.ROW_HEAD), Column("Action", 4), Column("Hash", 2)),
        (
            RowGroup("First"),
            ("1", Noted("Write", ("By May",)), Badge("Short")),
            ("2", MarkedText(REWORDED, "Was asked:"), Noted(Badge("Kept"), ("As it was.",))),
        ),
        "Actions",
    ),
    BlankSheet(("Case reference", "Team", "Auditor")),
    BlankPart(
        "7",
        "How is it?",
        (
            Ticks("Tick one", (Tick("Met", "As it should be"), Tick("Not met")), are_steps=True),
            Ticks("Tick all that fit", (Tick("One", "Alone"), Tick("Two"))),
            Ticks("", (Tick("Flag"), Tick("Action"))),
            Lines("Note", 3, "what was seen"),
            DateBoxes("Dates", 5),
            DateBoxes("Date"),
            NumberBox("Number", "visits"),
        ),
        "Look well.",
        ("Only if 3 is Met.",),
        (Advice("Good", ("One", "Two")), Advice("Where", ("File",))),
        "From: somewhere",
    ),
    BlankTable((("Question", 1), ("What", 3), ("Due", 1)), 30, "Actions to write down"),
    NewPart("Another part"),
    BlankPart("", "Grade", (Lines("Reason", 2),), advice=(Advice("Caps", ("If so",)),)),
    Heading(0, "Another report"),
    Heading(1, "Sign-off"),
    Paragraph("Last."),
)
FIELDS = {
    "cb": ["Met", "Not met", "One", "Two", "Flag", "Action"],
    "tv": [
        *("Case reference", "Team", "Auditor", "Note"),
        *(f"Dates {number}, day, month, year" for number in range(1, 6)),
        *("Date, day, month, year", "Number"),
        *("Question", "What", "Due") * 30,
        "Reason",
    ],
}
"""What is filled in by hand above, by its role."""


@pytest.fixture(scope="module")
def contents(make_document):
    """Return a report with every kind of block, over several pages."""
    return render_pdf(make_document(*BLOCKS))


@pytest.fixture(scope="module")
def elements(contents):
    """Return the elements of its structure in reading order."""
    with pikepdf.open(BytesIO(contents)) as pdf:
        yield list(read_tree(pdf).walk())


@pytest.fixture(scope="module")
def said(contents):
    """Return what is said in place of glyphs, over all pages."""
    with pikepdf.open(BytesIO(contents)) as pdf:
        streams = [page.Contents.read_bytes().decode("latin-1") for page in pdf.pages]
    found = re.findall(r"/ActualText <FEFF(\w+)>", "".join(streams))
    return [bytes.fromhex(text).decode("utf-16-be") for text in found]


def test_a_report_with_every_kind_of_block_follows_the_standards(contents):
    """All is tagged or decoration, tree and pages agree, and tables and headings are regular."""
    assert [] == faults_of(contents)


def test_the_structure_is_in_reading_order(contents):
    """A screen reader meets title, concern, facts, grades and questions in that order."""
    with pypdfium2.PdfDocument(contents) as pdf:
        seen = list(_elements(pdf[0]))
    kinds = [kind for kind, _alt in seen]
    assert ["Document", "P", "H1", "P", "Div", "P", "P", "Table", "TR", "TH", "TD"] == kinds[:11]
    assert ("Figure", "Practice: Good, on a scale of Inadequate, Good.") in seen


def test_headings_never_skip_a_level(elements):
    """However deep an author sets a heading, the next deeper level is used."""
    levels = [int(each.role[1]) for each in elements if re.fullmatch(r"H\d", each.role)]
    assert 1 == levels[0]
    assert max(after - before for before, after in pairwise(levels)) <= 1
    assert 2 == levels.count(1)  # the second one is the title of another report in the file


def test_tables_are_summed_up(elements):
    """Each says what it shows."""
    tables = [each for each in elements if each.role == "Table"]
    assert "Grades of the sections" in [str(each.attributes.get("Summary")) for each in tables]


def test_a_repeated_table_head_is_read_once(contents, elements):
    """On later pages the head of a table is decoration."""
    heads = [each for each in elements if each.attributes.get("Scope") == pikepdf.Name.Column]
    assert 3 + 3 + 1 + 3 == len(heads)
    with pypdfium2.PdfDocument(contents) as pdf:
        assert "Answers" in pdf[1].get_textpage().get_text_range()


def test_what_is_filled_in_by_hand_says_what_it_is(elements):
    """Each box and line is a form field with a role and a description (ISO 32000-1, 14.8.5.6)."""
    fields = {"cb": [], "tv": []}
    for each in elements:
        if each.role == "Form":
            fields[str(each.attributes["Role"])[1:]].append(str(each.attributes["Desc"]))
    assert FIELDS == fields


def test_arabic_text_says_how_it_reads(said):
    """Joined glyphs carry the letters as they were typed."""
    assert "سارا ئەحمەد" in said


def test_words_that_went_and_came_are_said(said):
    """Line by line, so that nobody needs to see a stroke to know."""
    assert {"[removed: he]", "[added: she]"} <= set(said)
    kinds = [text.partition(":")[0] for text in said]
    assert kinds.count("[removed") > 2
    assert kinds.count("[added") > 2


def _elements(page):
    """Yield kind and alternative text of every element that has content on ``page``."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    count = raw.FPDF_StructTree_CountChildren(tree)
    waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count)]
    while waiting:
        element = waiting.pop(0)
        if not element:
            continue
        yield (
            _string(raw.FPDF_StructElement_GetType, element),
            _string(raw.FPDF_StructElement_GetAltText, element),
        )
        count = raw.FPDF_StructElement_CountChildren(element)
        waiting[:0] = [
            raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(count)
        ]
    raw.FPDF_StructTree_Close(tree)


def _string(read, element):
    size = read(element, None, 0)
    buffer = create_string_buffer(size)
    read(element, buffer, size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\x00")
