# SPDX-License-Identifier: MPL-2.0
"""Test that a report can be read aloud: its structure, and that nothing is outside it.

The rules are those of PDF/UA-1 (ISO 14289-1, 7.1 to 7.10) that this writer could break.
"""

import re
from ctypes import create_string_buffer
from itertools import pairwise

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
from auditapp.report.pdf import render_pdf
from tests.auditapp.report.tagging import (
    claimed_marks,
    heading_levels,
    objects_of,
    pages_of,
    painted_marks,
    painted_outside,
    row_lengths,
)

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
def objects(contents):
    """Return the objects of the file."""
    return objects_of(contents)


@pytest.fixture(scope="module")
def pages(objects):
    """Return the streams of its pages."""
    return pages_of(objects)


def test_everything_painted_is_content_or_decoration(pages):
    """No text, line or fill stands outside a marked sequence, and sequences do not nest wrongly."""
    assert [] == painted_outside(pages)


def test_marked_contents_and_structure_agree(objects, pages):
    """Each piece of content belongs to one element, and both sides say so."""
    assert painted_marks(objects, pages) == claimed_marks(objects)


def test_the_catalogue_says_that_the_file_is_tagged(objects):
    """Marked, with a tree, a language and PDF/UA in the metadata."""
    (catalogue,) = [head for head, _data in objects.values() if "/Type /Catalog" in head]
    for part in ("/Marked true", "/StructTreeRoot", "/Lang (en-GB)", "/Metadata"):
        assert part in catalogue
    assert any("/DisplayDocTitle true" in head for head, _data in objects.values())
    (packet,) = [data for _head, data in objects.values() if "<x:xmpmeta" in data]
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "Case file audit report HX-2047" in packet


def test_the_structure_is_in_reading_order(contents):
    """A screen reader meets title, concern, facts, grades and questions in that order."""
    with pypdfium2.PdfDocument(contents) as pdf:
        seen = list(_elements(pdf[0]))
    kinds = [kind for kind, _alt in seen]
    assert ["Document", "P", "H1", "P", "Div", "P", "P", "Table", "TR", "TH", "TD"] == kinds[:11]
    assert ("Figure", "Practice: Good, on a scale of Inadequate, Good.") in seen


def test_headings_never_skip_a_level(objects):
    """However deep an author sets a heading, the next deeper level is used."""
    levels = heading_levels(objects)
    assert 1 == levels[0]
    assert max(after - before for before, after in pairwise(levels)) <= 1
    assert 2 == levels.count(1)  # the second one is the title of another report in the file


def test_table_heads_say_what_they_head(objects):
    """Each head cell has a scope, rows are equally long, and tables are summed up."""
    heads = [head for head, _data in objects.values() if "/S/TH" in head]
    assert all("/Scope/Row" in head or "/Scope/Column" in head for head in heads)
    assert {3, 4} == row_lengths(objects)
    summary = "Grades of the sections".encode("utf-16-be").hex().upper()
    assert any(summary in head for head, _data in objects.values() if "/S/Table" in head)


def test_a_repeated_table_head_is_read_once(contents, objects):
    """On later pages the head of a table is decoration."""
    heads = [head for head, _data in objects.values() if "/S/TH" in head and "/Column" in head]
    assert 3 + 3 + 1 + 3 == len(heads)
    with pypdfium2.PdfDocument(contents) as pdf:
        assert "Answers" in pdf[1].get_textpage().get_text_range()


def test_what_is_filled_in_by_hand_says_what_it_is(objects):
    """Each box and line is a form field with a role and a description (ISO 32000-1, 14.8.5.6)."""
    fields = {"cb": [], "tv": []}
    for _number, (head, _data) in sorted(objects.items()):
        if "/S/Form/" in head:
            role, words = re.search(
                r"/O/PrintField/Role/(\w+)(?:/checked/off)?/Desc <FEFF(\w+)>", head
            ).groups()
            fields[role].append(bytes.fromhex(words).decode("utf-16-be"))
    assert FIELDS == fields


def test_arabic_text_says_how_it_reads(pages):
    """Joined glyphs carry the letters as they were typed."""
    expected = "سارا ئەحمەد".encode("utf-16-be").hex().upper()
    assert any(f"/ActualText <FEFF{expected}>" in stream for _number, stream in pages)


def test_words_that_went_and_came_are_said(pages):
    """Line by line, so that nobody needs to see a stroke to know."""
    said = "".join(stream for _number, stream in pages)
    for words in ("[removed: he]", "[added: she]"):
        assert f"/ActualText <FEFF{words.encode('utf-16-be').hex().upper()}>" in said
    lines = {"removed": 0, "added": 0}
    for text in re.findall(r"/ActualText <FEFF(\w+)>", said):
        kind = bytes.fromhex(text).decode("utf-16-be")[1:].partition(":")[0]
        lines[kind] = lines.get(kind, 0) + 1
    assert lines["removed"] > 2
    assert lines["added"] > 2


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
