# SPDX-License-Identifier: MPL-2.0
"""Test that a report becomes a PDF that holds every word of it, the same bytes each time."""

import gc
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from auditapp.report.blocks import (
    Badge,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    Detail,
    DetailKind,
    Facts,
    GradeScale,
    Heading,
    KeepTogether,
    Mark,
    Noted,
    PageBreakHint,
    Paragraph,
    QuestionBlock,
    RowGroup,
    SideBySide,
    Table,
)
from auditapp.report.pdf import page
from auditapp.report.pdf.document import render_pdf

HOSTILE = [
    "<b> <name> R&D &amp; a<b <jo@x.gov.uk> <!-- ]]> </para>",
    "<img src='/etc/hostname'/> <onDraw name='x'/> <a href='javascript:x'>",
    "%s %d {0} {title} \\n \\( ) ( /Name << >> endstream",
    "Świętosława Żółkiewska, Zoë, ½ ✓ → ☐ ⚠",
    "Auditor Sara سارا ئەحمەد end",
]
STEPS = (Badge("Inadequate"), Badge("Good"))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "block",
    [
        Paragraph,
        lambda text: Heading(1, text),
        lambda text: Callout(CalloutTone.DANGER, text, (text,)),
        lambda text: Facts((("Label", text[:40]), (text[:40], "Value"))),
        lambda text: Bullets((text,)),
        lambda text: Table((Column(text, 1),), ((text,), (Badge(text),)), text),
        lambda text: QuestionBlock(text[:8], text, Badge(text), (Detail("Note", (text,)),)),
        lambda text: QuestionBlock("1", "x", None, (Detail(text, (text,), DetailKind.SMALL),)),
        lambda text: QuestionBlock("1", "x", None, (Detail(text, (text,), DetailKind.QUOTE),)),
        lambda text: Table((Column("x", 1),), (RowGroup(text), (Noted(text, (text,)),)), text),
        lambda text: GradeScale((Badge(text), Badge("b")), 0, text, (Mark(1, text),)),
    ],
)
def test_hostile_text_comes_back_literally(make_document, text_of, block, text):
    """In every kind of block, what looks like markup is only text."""
    read = text_of(render_pdf(make_document(block(text))))
    cut = read.replace(" ", "")
    assert text[:40].strip().replace(" ", "") in cut


def test_text_in_the_frame_of_the_report_is_safe(make_document, text_of):
    """Title, marking, header, footer and metadata take anything as well."""
    nasty = "<b>R&D</b> \ud83d\x00 %s"
    names = ("title", "subtitle", "marking", "reference", "running_title", "author")
    contents = render_pdf(make_document(Paragraph("x"), **dict.fromkeys(names, nasty)))
    assert "<b>R&D</b> \ufffd\ufffd %s" in text_of(contents)
    with pypdfium2.PdfDocument(contents) as pdf:
        assert "<b>R&D</b> \ufffd\ufffd %s" == pdf.get_metadata_dict()["Author"]


def test_the_same_report_gives_the_same_bytes(make_document):
    """Bytes depend on the document alone, not on what was made before it."""
    first = make_document(Paragraph("سارا ئەحمەد"), Heading(1, "One"), Paragraph("☐"))
    other = make_document(Paragraph("محمد لەندەن دایکی"))
    once = render_pdf(first)
    render_pdf(other)
    assert once == render_pdf(first)
    assert once != render_pdf(other)


def test_properties_are_in_the_file(make_document):
    """Title, author, subject, language and the time of the report are there."""
    contents = render_pdf(make_document(Paragraph("x")))
    with pypdfium2.PdfDocument(contents) as pdf:
        held = pdf.get_metadata_dict()
    assert "Case file audit report HX-2047" == held["Title"]
    assert "Example Council" == held["Author"]
    assert "HX-2047, signed off, OFFICIAL-SENSITIVE" == held["Subject"]
    assert "D:20261114171200+00'00'" == held["CreationDate"]


def test_every_font_is_inside_the_file(make_document):
    """No font is left to the reader's machine to find."""
    contents = render_pdf(make_document(Paragraph("a سارا ☐"), Heading(1, "b")))
    with pikepdf.open(BytesIO(contents)) as pdf:
        fonts = [each for each in pdf.objects if is_font(each)]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def is_font(value):
    """Tell whether an object of a file is a font."""
    return isinstance(value, pikepdf.Dictionary) and value.get("/Type") == pikepdf.Name.Font


def test_headings_are_bookmarks(make_document):
    """The outline follows the headings, and a level left out is closed up."""
    contents = render_pdf(
        make_document(
            Heading(1, "One"),
            Heading(3, "Deep"),
            Heading(1, "Quiet", bookmark=False),
            Paragraph("x"),
        )
    )
    with pypdfium2.PdfDocument(contents) as pdf:
        outline = [(item.level, item.get_title()) for item in pdf.get_toc()]
    assert [(0, "Case file audit report"), (1, "One"), (2, "Deep")] == outline


def test_pages_are_numbered_and_marked(make_document):
    """Each page has its number and the marking twice; the header begins on the second."""
    contents = render_pdf(make_document(Paragraph("word " * 3000)))
    with pypdfium2.PdfDocument(contents) as pdf:
        pages = [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert 2 == text.count("OFFICIAL-SENSITIVE")
        assert (number > 1) == ("Visits, version 1.0" in text)


def test_a_footer_too_long_is_shortened(make_document, text_of):
    """The footer stays on its line."""
    text = text_of(render_pdf(make_document(Paragraph("x"), footer_left="footer " * 40)))
    assert "footer…" in text


def test_a_very_long_header_costs_no_time_on_each_page(make_document, monkeypatch):
    """Of what has no room only the beginning is looked at, and that once."""
    looked_at = []
    admit_line = page.admit_line
    monkeypatch.setattr(page, "admit_line", lambda text: looked_at.append(text) or admit_line(text))
    render_pdf(make_document(Paragraph("word " * 9000), running_title="kindly " * 80_000))
    assert 1 == len([text for text in looked_at if text.startswith("kindly")])
    assert page.LONGEST_LINE == max(map(len, looked_at))


def test_very_long_text_is_all_there(make_document, text_of):
    """80,000 words and 10,000 letters without a break take time in proportion, and stay whole."""
    contents = render_pdf(make_document(Paragraph("kindly " * 80_000), Paragraph("q" * 10_000)))
    text = text_of(contents)
    assert 80_000 == text.count("kindly")
    assert 10_000 == text.count("q")


def test_a_cell_taller_than_a_page_goes_on(make_document, text_of):
    """A row may be cut, and its neighbour cells stay what they are."""
    table = Table((Column("A", 1), Column("B", 1)), (("kindly " * 3000, "beside"),), "c")
    question = QuestionBlock("1", "friendly " * 900, Badge("Met"), (Detail("N", ("x",)),))
    both = SideBySide((Paragraph("calmly " * 900),), (Bullets(("bravely " * 900,)),))
    text = text_of(render_pdf(make_document(table, question, both)))
    assert 3000 == text.count("kindly")
    assert 900 == text.count("friendly") == text.count("calmly") == text.count("bravely")
    assert 1 == text.count("beside")


def test_a_heading_is_never_the_last_on_a_page(make_document):
    """Wherever the page ends, a heading stands above what it heads."""
    for lines in range(30, 55):
        blocks = (Paragraph("\n".join(["x"] * lines)), Heading(1, "Head"), Paragraph("Body"))
        with pypdfium2.PdfDocument(render_pdf(make_document(*blocks))) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert [True] == ["Body" in page for page in pages if "Head\r\n" in page]


def test_a_text_that_leads_in_stays_with_what_follows(make_document):
    """Wherever the page ends, heading, introduction and the first row are on one page."""
    table = Table((Column("Name", 1),), (("First row",), ("Second row",)), "c")
    for lines in range(40, 55):
        blocks = (Paragraph("\n".join(["x"] * lines)), Heading(1, "Head"))
        intro = Paragraph("Lead in", leads_in=True)
        with pypdfium2.PdfDocument(render_pdf(make_document(*blocks, intro, table))) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert [True] == ["First row" in page for page in pages if "Lead in" in page]
        assert [True] == ["Lead in" in page for page in pages if "Head" in page]


def test_lists_side_by_side_keep_their_distance_and_stay_whole(make_document):
    """Short ones move to the next page together."""
    both = SideBySide((Heading(1, "Left"), Bullets(("a", "b"))), (Heading(1, "R"), Bullets(("z",))))
    for lines in range(40, 55):
        document = make_document(Paragraph("\n".join(["x"] * lines)), both)
        with pypdfium2.PdfDocument(render_pdf(document)) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert [True] == ["z" in page and "b" in page for page in pages if "Left" in page]


def test_blocks_kept_together_share_a_page(make_document):
    """They move to the next page as one; what is taller than a page is cut all the same."""
    kept = KeepTogether((Paragraph("first\n" * 10), Paragraph("last")))
    document = make_document(Paragraph("\n".join(["x"] * 42)), kept)
    with pypdfium2.PdfDocument(render_pdf(document)) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    assert [False, True] == ["first" in page for page in pages]
    tall = make_document(KeepTogether((Paragraph("tall\n" * 200), Paragraph("last"))))
    with pypdfium2.PdfDocument(render_pdf(tall)) as pdf:
        assert 5 == len(pdf)


def test_a_hint_begins_a_page_only_when_little_is_left(make_document):
    """At the top of the page the hint does nothing; near its foot it begins a new one."""
    for lines, pages in ((5, 1), (42, 2)):
        blocks = (Paragraph("\n".join(["x"] * lines)), PageBreakHint(0.3), Paragraph("after"))
        with pypdfium2.PdfDocument(render_pdf(make_document(*blocks))) as pdf:
            assert pages == len(pdf)


def test_an_empty_report_is_one_page(make_document, text_of):
    """Blocks that say nothing take no room and do no harm."""
    empty = (Bullets(("", " ")), Facts(()), KeepTogether(()), QuestionBlock("", "", None))
    nothing = Table((Column("Head", 1),), (), "none")
    text = text_of(render_pdf(make_document(*empty, nothing, subtitle="")))
    assert "Page 1 of 1" in text


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_garbage_is_collected_afterwards_as_before(make_document, switch):
    """While a report is made nobody looks for garbage; then it is as it was."""
    switch()
    before = gc.isenabled()
    seen = []
    try:
        render_pdf(make_document(Paragraph("x")), lambda *_step: seen.append(gc.isenabled()))
        assert [False] == seen
        assert before is gc.isenabled()
    finally:
        gc.enable()


def test_progress_goes_from_start_to_end(make_document):
    """It never goes back, and at the end everything is done."""
    seen = []
    rows = [("a",)] * 200
    table = Table((Column("A", 1),), rows, "c")
    kept = KeepTogether((SideBySide((table,), (Paragraph("x"),)),))
    blocks = (Paragraph("word " * 2000), table, kept, Heading(1, "End"))
    render_pdf(make_document(*blocks), lambda done, total: seen.append((done, total)))
    assert sorted(seen) == seen
    assert seen[-1][0] == seen[-1][1]
    assert len(seen) > 3
