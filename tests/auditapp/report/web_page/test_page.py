# SPDX-License-Identifier: MPL-2.0
"""Test that a report as a web page can be read by everybody, and does nothing else."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from auditapp.fingerprints import grouped
from auditapp.report.blocks import (
    Bar,
    BarPart,
    Bullets,
    Column,
    Facts,
    GradeScale,
    Heading,
    KeepTogether,
    Paragraph,
    QuestionBlock,
    RowGroup,
    SideBySide,
    Table,
)
from auditapp.report.web_page.page import render_html
from tests.auditapp.report.every_block import Words, every_block
from tests.auditapp.report.texts import Page

NASTY = "</p><script>alert(1)</script>&lt;&#0;\x00\u202e\"'<img src=x onerror=y>\n</style>"


@pytest.fixture(scope="module")
def every(make_document):
    """Return a page with every kind of block, and the words that were put into it."""
    word = Words()
    blocks = every_block(word)
    return Page(render_html(make_document(*blocks, overline=word(), title=word()))), word.made


def test_every_word_of_every_block_is_in_the_page(every):
    """Nothing is left out, whatever kind of block it is in."""
    page, made = every
    assert [] == [word for word in made if word not in page.text]


def test_a_screen_reader_finds_its_way(every):
    """There are a language, a title, one h1, landmarks, and a link past the contents."""
    page, made = every
    assert [{"lang": "en-GB"}] == page.named("html")
    assert f"{made[-1]} HX-2047" in page.texts
    assert 1 == len(page.named("h1"))
    assert [1] * 4 == [len(page.named(name)) for name in ("header", "nav", "main", "footer")]
    ids = [held["id"] for _name, held in page.elements if "id" in held]
    assert len(ids) == len(set(ids))
    links = [held["href"] for held in page.named("a")]
    assert "#report" == links[0]
    assert set() == {link.removeprefix("#") for link in links} - set(ids)


def test_headings_skip_no_level(every):
    """Each is at most one level below the one before."""
    page, _made = every
    levels = [int(name[1]) for name, _held in page.elements if re.fullmatch("h[1-6]", name)]
    assert max(after - before for before, after in pairwise(levels)) <= 1


def test_tables_say_what_their_heads_are_the_heads_of(every):
    """There is a caption for each, and a scope for each head; on small screens roles stay."""
    page, _made = every
    assert len(page.named("table")) == len(page.named("caption")) == 2
    assert {"col", "row", "rowgroup"} == {held["scope"] for held in page.named("th")}
    parts = page.named("table", "thead", "tbody", "tr", "th", "td")
    assert [] == [held for held in parts if "role" not in held]


def test_pictures_are_told_in_words(every):
    """A scale has a sentence; the strip of a bar is hidden, because its counts are written."""
    page, _made = every
    assert page.named("img")[0]["alt"]
    (scale,) = [held for held in page.named("div") if held.get("role") == "img"]
    assert re.fullmatch(r"\w+: \w+, on a scale of .*\. \w+: \w+\. \w+: \w+\.", scale["aria-label"])
    assert {"true"} == {held["aria-hidden"] for held in page.named("svg")}


def test_nothing_can_be_run_or_fetched(every):
    """The policy forbids everything but the one style sheet, which it knows by its hash."""
    page, _made = every
    (policy,) = [
        held["content"]
        for held in page.named("meta")
        if held.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    assert "default-src 'none'; " in policy
    assert f"style-src 'sha256-{digest}'; " in policy
    assert [] == page.named("script", "link", "iframe", "object", "form", "input", "base")
    assert "; img-src data:; " in policy
    (picture,) = page.named("img")
    assert picture["src"].startswith("data:image/png;base64,")
    names = {key for name, held in page.elements if name != "img" for key in held}
    assert set() == {name for name in names if name.startswith("on")} | (names & {"src", "style"})
    assert not re.search(r"url\(|@import|https?:", page.style)


def test_no_text_becomes_markup(make_document):
    """Tags, entities and controls stay text wherever they stand, also in the style sheet."""
    plain = [name for name, _held in Page(render_html(make_document(*hostile("x")))).elements]
    names = ("title", "subtitle", "marking", "reference", "footer_left", "author", "overline")
    document = make_document(*hostile(NASTY), **dict.fromkeys(names, NASTY))
    page = Page(render_html(document))
    made = [name for name, _held in page.elements if name != "br"]
    assert [*plain[: plain.index("h1")], "p"] == made[: made.index("h1")]
    assert plain[plain.index("h1") :] == made[made.index("h1") :]
    assert {"\\"} == {part[0] for part in re.findall(r'content:"([^"]+)"', page.style)}
    assert page.text.count("<script>alert(1)</script>&lt;&#0;\ufffd\"'<img src=x onerror=y>") > 15


def hostile(text):
    """Return blocks with ``text`` in them."""
    return (
        Heading(1, text),
        Paragraph(text),
        Facts(((text, text),)),
        Bullets((text,)),
        GradeScale((), None, text),
        QuestionBlock(text, text, None, (), (text,)),
        Table((Column(text, 1),), (RowGroup(text), (text,)), text),
    )


def test_the_marking_stands_at_both_ends_and_on_paper(make_document):
    """A reader sees it first and last; each printed page carries it."""
    page = Page(render_html(make_document(Paragraph("x"), marking="SECRET")))
    visible = [text for text in page.texts if text.strip() and text != "Skip to the report"]
    assert ["SECRET", "SECRET"] == [visible[1], visible[-1]]
    assert 2 == page.style.count('"' + "".join(f"\\{ord(char):06x}" for char in "SECRET") + '"')


def test_the_page_tells_what_it_was_made_from(make_document):
    """The hash, the foot and who answers for it stand at the end."""
    page = Page(render_html(make_document(Paragraph("x"))))
    assert f"SHA-256 of what this report was made from: {grouped('ab' * 32)}" in page.texts
    assert "Example Council" in page.texts


def test_the_same_report_gives_the_same_bytes(make_document):
    """Nothing of the moment is in the page, and progress ends with all of it."""
    document = make_document(*every_block(Words()))
    seen = []
    made = render_html(document, lambda done, total: seen.append((done, total)))
    assert render_html(document) == made
    assert (len(document.blocks), len(document.blocks)) == seen[-1]


def test_what_says_nothing_leaves_no_trace(make_document):
    """There are no empty paragraphs, lists or parts."""
    nothing = (
        Paragraph(" "),
        Bullets((" ",)),
        KeepTogether(()),
        QuestionBlock("", "Why?", None),
        Table((Column("A", 1),), (), "c"),
        Table((Column("A", 1),), ((Bar((BarPart(0, "met"),)),),), "c"),
    )
    page = Page(render_html(make_document(*nothing, subtitle="", overline="")))
    assert "None" in page.texts
    assert [] == page.named("ul")[1:] + page.named("dl", "svg")


def test_both_lists_side_by_side_stand_equally_deep(make_document):
    """What stands right does not hang under what stands left."""
    block = SideBySide((Heading(1, "a"), Heading(2, "b")), (Heading(1, "c"),))
    page = Page(render_html(make_document(block)))
    assert ["h1", "h2", "h3", "h2"] == [
        name for name, _ in page.elements if name[0] == "h" and name[1:].isdigit()
    ]


def test_a_very_long_word_may_be_broken(make_document):
    """It would make the page wider than the screen; hashes and addresses are such words."""
    page = Page(render_html(make_document(Paragraph("x" * 10_000), Paragraph("short words"))))
    looks = {held["class"] for held in page.named("p") if "body" in held.get("class", "")}
    assert {"body unbroken", "body"} == looks
