# SPDX-License-Identifier: MPL-2.0
"""Test that a report as a Word document holds all its text, and can be read by everybody."""

import pytest

from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import (
    Badge,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Facts,
    GradeScale,
    Heading,
    KeepTogether,
    Noted,
    Paragraph,
    QuestionBlock,
    RowGroup,
    SideBySide,
    Table,
    Tone,
)
from auditapp.report.word.document import render_docx
from tests.auditapp.report.every_block import Words, every_block
from tests.auditapp.report.texts import W, WordFile, paragraph_text, style_of

NASTY = "</w:t><w:x/>&amp;&#0;\x00\u202e\"'<!-- ]]>\n= last"


@pytest.fixture(scope="module")
def every(make_document):
    """Return a document with every kind of block, and the words that were put into it."""
    word = Words()
    blocks = every_block(word)
    made = render_docx(make_document(*blocks, overline=word(), title=word()))
    return WordFile(made), word.made


def test_every_word_of_every_block_is_in_the_document(every):
    """Nothing is left out, whatever kind of block it is in; feet of parts are in the footers."""
    file, made = every
    assert [] == [word for word in made if word not in file.text + file.feet]


def test_every_style_and_every_part_that_is_named_is_there(every):
    """Word repairs nothing: relations lead to parts, references to relations and styles."""
    file, _made = every
    styles = {each.get(f"{W}styleId") for each in file.parts["word/styles.xml"].iter(f"{W}style")}
    paragraphs = [p for part in file.parts.values() for p in part.iter(f"{W}p")]
    assert set() == {style_of(each) for each in paragraphs} - styles - {None}
    relations = file.parts["word/_rels/document.xml.rels"]
    known = {each.get("Id"): each.get("Target") for each in relations}
    held = set(file.parts) | set(file.pictures)
    assert set() == {f"word/{target}" for target in known.values()} - held
    used = {
        value
        for each in file.body.iter()
        for key, value in each.attrib.items()
        if "}id" in key or "}embed" in key
    }
    assert set() == used - set(known)
    typed = {each.get("PartName") for each in file.parts["[Content_Types].xml"]} - {None}
    assert typed == {f"/{name}" for name in file.parts if "rel" not in name and name[0] != "["}


def test_headings_are_headings(make_document):
    """The title is the title; no level is skipped; each stays with what follows."""
    blocks = (Heading(1, "A"), Heading(3, "B"), QuestionBlock("7", "Why?", None), Heading(0, "C"))
    file = WordFile(render_docx(make_document(*blocks)))
    found = [style_of(p) for p in file.body.iter(f"{W}p") if "Head" in (style_of(p) or "")]
    assert ["Heading1", "Heading2", "Heading3", "Heading1"] == found
    assert ["Case file audit report"] == file.styled("Title")
    assert ["7  Why?"] == file.styled("Heading3")
    styles = file.parts["word/styles.xml"]
    headings = [
        style
        for style in styles.iter(f"{W}style")
        if "heading" in style.find(f"{W}name").get(f"{W}val")
    ]
    assert 5 == len(headings)
    for style in headings:
        assert style.find(f"{W}pPr/{W}keepNext") is not None
        assert style.find(f"{W}pPr/{W}outlineLvl") is not None


def test_tables_have_heads_that_repeat_and_words_on_what_they_show(make_document):
    """The head of a group spans its table; a row that is not long is not parted."""
    columns = (Column("No.", 4, ColumnKind.ROW_HEAD), Column("B", 48), Column("C", 48))
    rows = [RowGroup("First"), ("1", Noted("b", ("n",)), Badge("c")), ("2", "x" * 700, "")]
    file = WordFile(render_docx(make_document(Table(columns, rows, 'What "it" shows'))))
    (table,) = file.body.iter(f"{W}tbl")
    properties = table.find(f"{W}tblPr")
    words = [properties.find(f"{W}tbl{name}").get(f"{W}val") for name in ("Caption", "Description")]
    assert ['What "it" shows'] * 2 == words
    assert ['What "it" shows'] == file.styled("Caption")
    head, group, short, long = table.iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert "3" == group.find(f"{W}tc/{W}tcPr/{W}gridSpan").get(f"{W}val")
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, group, short, long)]
    assert [True, True, True, False] == whole
    assert ["No.", "B", "C"] == [paragraph_text(each) for each in head.iter(f"{W}p")]
    assert ["1", "b", "n", " c "] == [paragraph_text(each) for each in short.iter(f"{W}p")]
    widths = [int(each.get(f"{W}w")) for each in table.iter(f"{W}gridCol")]
    assert (640, 9638) == (widths[0], sum(widths))


def test_the_document_says_its_language_its_title_and_its_time(every):
    """So a screen reader speaks English, and names the document."""
    file, made = every
    (language,) = file.parts["word/styles.xml"].iter(f"{W}lang")
    assert "en-GB" == language.get(f"{W}val")
    core = {each.tag.rpartition("}")[2]: each.text for each in file.parts["docProps/core.xml"]}
    assert f"{made[-1]} HX-2047" == core["title"]
    assert ("en-GB", "Example Council") == (core["language"], core["creator"])
    assert "2026-11-14T17:12:00Z" == core["created"] == core["modified"]


def test_every_page_has_the_marking_and_a_number(make_document):
    """Both at the top and at the bottom; each part of the report has a foot of its own."""
    blocks = (Paragraph("a"), NewPart("Second"), Paragraph("b"))
    file = WordFile(render_docx(make_document(*blocks, marking="SECRET", footer_left="First")))
    texts = {
        name.removeprefix("word/"): [paragraph_text(each) for each in part.iter(f"{W}p")]
        for name, part in file.parts.items()
        if "header" in name or "foot" in name
    }
    assert {
        "header.xml": ["SECRET", "Case file audit report\t\tVisits, version 1.0"],
        "header-first.xml": ["SECRET"],
        "footer0.xml": ["First\t\tPage 1 of 1", "SECRET"],
        "footer1.xml": ["Second\t\tPage 1 of 1", "SECRET"],
    } == texts
    fields = [each.text.strip() for each in file.parts["word/footer1.xml"].iter(f"{W}instrText")]
    assert ["PAGE", "NUMPAGES"] == fields
    first, second = file.body.iter(f"{W}sectPr")
    assert first.find(f"{W}titlePg") is not None
    assert second.find(f"{W}titlePg") is None


def test_no_text_becomes_markup(make_document):
    """Tags, entities and controls stay text wherever they stand."""
    blocks = (Heading(1, NASTY), Facts(((NASTY, NASTY),)), Bullets((NASTY,)))
    table = Table((Column(NASTY, 1),), (RowGroup(NASTY), (NASTY,)), NASTY)
    names = ("title", "subtitle", "marking", "reference", "footer_left", "author", "overline")
    more = ("running_title", "running_right")
    document = make_document(*blocks, table, **dict.fromkeys((*names, *more), NASTY))
    text = WordFile(render_docx(document)).text
    shown = "</w:t><w:x/>&amp;&#0;\ufffd\"'<!-- ]]>\n= last"
    assert 11 == text.count(shown)


def test_what_is_read_from_right_to_left_is_marked_so(make_document):
    """A name within English is a run of its own; a paragraph of Arabic is turned round."""
    file = WordFile(
        render_docx(make_document(Paragraph("by سارا ئەحمەد (2024)"), Paragraph("سارا")))
    )
    mixed, turned = list(file.body.iter(f"{W}p"))[2:4]
    runs = [
        (run.find(f"{W}rPr/{W}rtl") is not None, run.find(f"{W}t").text)
        for run in mixed.iter(f"{W}r")
    ]
    assert [(False, "by "), (True, "سارا ئەحمەد"), (False, " (2024)")] == runs
    assert [False, True] == [p.find(f"{W}pPr/{W}bidi") is not None for p in (mixed, turned)]


def test_what_belongs_together_stays_on_one_page(make_document):
    """All but the last of it stays with what follows, and so does what leads in."""
    kept = KeepTogether((Paragraph("a"), Paragraph("b")))
    file = WordFile(
        render_docx(make_document(kept, Paragraph("c", leads_in=True), KeepTogether(())))
    )
    keeps = {
        paragraph_text(p): p.find(f"{W}pPr/{W}keepNext") is not None
        for p in file.body.iter(f"{W}p")
    }
    assert (True, False, True) == (keeps["a"], keeps["b"], keeps["c"])


def test_grades_and_concerns_are_said_in_words(make_document):
    """Colour only repeats what stands there."""
    steps = (Badge("Poor", Tone.INADEQUATE), Badge("Good", Tone.GOOD))
    blocks = (
        GradeScale(steps, 1, "Practice"),
        GradeScale(steps, None, "Impact"),
        Callout(CalloutTone.DANGER, "Concern", ("Not seen.", " ")),
        Callout(CalloutTone.INFO, "Hint"),
        SideBySide((Heading(1, "Left"), Heading(2, "x")), (Heading(1, "Right"),)),
    )
    text = WordFile(render_docx(make_document(*blocks))).text
    assert "Practice:  Good \nOn a scale of Poor, Good." in text
    assert "Impact: not graded\nOn a scale of Poor, Good." in text
    assert "⚠ Concern\nNot seen.\nHint\nLeft\nx\nRight" in text


def test_what_says_nothing_leaves_no_trace(make_document):
    """There are no empty paragraphs."""
    nothing = (Paragraph(" "), Bullets((" ",)), QuestionBlock("", "Why?", None))
    text = WordFile(render_docx(make_document(*nothing, subtitle="", overline=""))).text
    title, question, digest = text.split("\n")
    assert ("Case file audit report", "Why?") == (title, question)
    assert digest.startswith("SHA-256 of what this report was made from")


def test_the_same_report_gives_the_same_bytes(make_document):
    """Nothing of the moment or the computer is in the file; progress ends with all of it."""
    document = make_document(*every_block(Words()))
    seen = []
    made = render_docx(document, lambda done, total: seen.append((done, total)))
    assert made == render_docx(document)
    assert (len(document.blocks), len(document.blocks)) == seen[-1]
    file = WordFile(made)
    assert {((1980, 1, 1, 0, 0, 0), 0)} == {(i.date_time, i.create_system) for i in file.infos}
