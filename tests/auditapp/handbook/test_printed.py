# SPDX-License-Identifier: MPL-2.0
"""The handbook on paper: it follows the standards that reports follow, and its links lead on."""

import datetime as dt
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Name, String

from auditapp.errors import GuideMissingError
from auditapp.guide import Guide
from auditapp.handbook.book import read_book
from auditapp.handbook.printed import render_pdf
from tests.pdf_checks import outside
from tests.pdf_checks.checking import faults_of, read_out

AT = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def small(small_guide):
    """Return a small book as a PDF."""
    return render_pdf(read_book(small_guide), AT)


def faults_in(raw, path):
    """Return what anybody who is asked finds wrong with a file."""
    path.write_bytes(raw)
    found = faults_of(raw) + outside.archive_faults(raw)
    found += filter(None, [outside.syntax_faults(path)] if outside.has("qpdf") else [])
    return found + (outside.vera_faults(path) if outside.has("verapdf") else [])


@pytest.mark.timeout(400)  # 15 s of work, on a machine that may have other work as well
def test_the_whole_handbook_follows_the_standards(tmp_path):
    """Every page of it, as it is printed for whoever asks."""
    told = []
    book = read_book(Guide())
    raw = render_pdf(book, AT, lambda done, total: told.append((done, total)))
    with pikepdf.open(BytesIO(raw)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        links = [pages[each.Dest[0].objgen] for each in pdf.pages[0].Annots]
    # What opens the first guide is a page of links: they take one page and no more.
    assert [2, 3] == links[:2]
    assert [] == faults_in(raw, tmp_path / "handbook.pdf")
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] >= 40


def test_a_small_book_has_no_fault_and_is_always_the_same(small, small_guide, tmp_path):
    """With all in it that a page may hold; the same book at the same time gives the same bytes."""
    assert [] == faults_in(small, tmp_path / "small.pdf")
    assert small == render_pdf(read_book(small_guide), AT)


def test_it_is_read_out_in_order_and_by_its_structure(small):
    """A contents with page numbers, headings, code, points, and the words of the picture."""
    said = [(role, " ".join(text.split())) for role, text in read_out(small)]
    heads = [each for each in said if each[0] in ("H1", "H2", "H3", "H4")]
    assert [
        ("H1", "Case File Audit: handbook"), ("H2", "First page"), ("H3", "Points"),
        ("H4", "Deeper"), ("H3", "Second page"), ("H4", "A place"), ("H2", "Authors"),
        ("H2", "Administrators"),
    ] == heads  # fmt: skip
    assert ("Figure", "A green picture") in said
    assert ("Code", "python3 main.py") in said
    entries = [text for role, text in said if role == "Link"][:4]
    assert ["First page 2", "Second page 3", "Authors 6", "Administrators 7"] == entries
    assert ("Span", "; ") not in said
    assert ("Link", "a link") in said


def test_links_and_bookmarks_lead_to_their_places(small):
    """To the page that the contents name, and to the heading that was meant."""
    with pikepdf.open(BytesIO(small)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        contents, first = (
            [(str(each.Contents), pages[each.Dest[0].objgen]) for each in pdf.pages[at].Annots]
            for at in (0, 1)
        )
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root[0].children]
    assert [
        ("First page", 2),
        ("Second page", 3),
        ("Authors", 6),
        ("Administrators", 7),
    ] == contents
    assert ("a link", 3) in first
    assert 2 == sum(words.startswith("a link that is long") for words, _page in first)
    assert ["First page", "Authors", "Administrators"] == titles


def test_a_picture_that_is_missing_is_named(tmp_path):
    """Nobody gets a book with a hole in it."""
    for name in ("guide", "authors", "administrators"):
        (tmp_path / f"{name}.md").write_text("# T\n\n![Words](gone.png)\n", "utf-8")
    with pytest.raises(GuideMissingError, match=r"gone\.png"):
        render_pdf(read_book(Guide(tmp_path)), AT)


def first_link(pdf):
    """Return the first link of the file."""
    return pdf.pages[0].Annots[0]


def drop_structure(pdf):
    """Have the first link belong to no element."""
    first_link(pdf).StructParent = 0


def drop_holding(pdf):
    """Have the first element of a link hold no link."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == Name.Link:
            each.K = Array([kid for kid in each.K if isinstance(kid, int)])
            return


@pytest.mark.parametrize(
    ("plant", "words"),
    [
        (lambda pdf: first_link(pdf).__setitem__("/Contents", String(" ")), "no words"),
        (lambda pdf: first_link(pdf).__setitem__("/F", 2), "hidden"),
        (lambda pdf: first_link(pdf).__setitem__("/Rect", Array([1, 1, 1, 1])), "no room"),
        (lambda pdf: first_link(pdf).__delitem__("/Dest"), "leads out"),
        (lambda pdf: first_link(pdf).__setitem__("/Subtype", Name.Text), "neither links"),
        (drop_structure, "not in a Link"),
        (drop_holding, "holds no link"),
    ],
)
def test_the_checks_find_a_fault_in_a_link(small, plant, words):
    """The good file with one fault in it is said to have that fault."""
    with pikepdf.open(BytesIO(small)) as pdf, BytesIO() as changed:
        plant(pdf)
        pdf.save(changed)
        raw = changed.getvalue()
    assert [] != [fault for fault in faults_of(raw) if words in fault]
