# SPDX-License-Identifier: MPL-2.0
"""The handbook as a web page: whole, in one file, valid, with no way out of it."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from auditapp.errors import GuideMissingError
from auditapp.guide import Guide
from auditapp.handbook.book import read_book
from auditapp.handbook.web_page import render_html
from tests.auditapp.handbook.nesting import nesting_faults
from tests.auditapp.report.texts import Page


@pytest.fixture(scope="module")
def contents():
    """Return the handbook as it is saved."""
    return render_html(read_book(Guide()))


@pytest.fixture(scope="module")
def page(contents):
    """Return what is in the handbook."""
    return Page(contents)


def test_every_link_leads_to_a_place_in_it(page):
    """None leads out, and none leads nowhere; no two places have one name."""
    ids = [held["id"] for _name, held in page.elements if "id" in held]
    links = [held["href"] for held in page.named("a")]
    assert len(ids) == len(set(ids))
    assert [] == [link for link in links if link[:1] != "#" or link[1:] not in ids]


def test_a_reader_finds_the_way(page):
    """Language, title, landmarks, a link past the contents, and headings that skip no level."""
    assert [{"lang": "en-GB"}] == page.named("html")
    assert [1] * 4 == [len(page.named(name)) for name in ("header", "nav", "main", "footer")]
    assert {"href": "#handbook", "class": "skip"} == page.named("a")[0]
    assert "handbook" == page.named("main")[0]["id"]
    levels = [int(name[1]) for name, _held in page.elements if re.fullmatch("h[1-6]", name)]
    assert [1, 1] == [levels[0], levels.count(1)]
    assert max(after - before for before, after in pairwise(levels)) <= 1
    assert {"col"} == {held["scope"] for held in page.named("th")}


def test_pictures_are_inside_with_their_words_and_their_size(page):
    """One file is enough, and nothing jumps while it is shown."""
    pictures = page.named("img")
    assert pictures
    assert all(held["src"].startswith("data:image/png;base64,") for held in pictures)
    assert all(len(held["alt"]) > 25 for held in pictures)
    assert all(300 < int(held["width"]) < 5000 for held in pictures)


def test_nothing_can_be_run_or_fetched(page):
    """The policy knows the one style sheet by its hash; it has dark colours and a print style."""
    (policy,) = [
        held["content"] for held in page.named("meta")
        if held.get("http-equiv") == "Content-Security-Policy"
    ]  # fmt: skip
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    assert "default-src 'none'; " in policy
    assert f"style-src 'sha256-{digest}'; " in policy
    assert [] == page.named("script", "link", "iframe", "object", "form", "input", "base")
    assert not re.search(r"url\(|@import|https?:", page.style)
    assert "prefers-color-scheme:dark" in page.style
    assert "@media print" in page.style


def test_it_is_valid(contents):
    """Every element stands where HTML lets it, has what it must have, and is ended."""
    assert [] == nesting_faults(contents.decode())


def test_the_checks_of_validity_find_faults():
    """They are no use otherwise."""
    good = "<!DOCTYPE html><html lang='en'><head><title>T</title></head><body>{}</body></html>"
    assert [] == nesting_faults(good.format("<p>x</p>"))
    for bad in (
        "<p><ul><li>x</li></ul></p>", "<ul><p>x</p></ul>", "<a href='#'><a href='#'>x</a></a>",
        "<table><td>x</td></table>", "<p>x", "<img src='x'>", "<blink>x</blink>",
        "<p odd='1'>x</p>", "<p id='a b'>x</p>", "x & y", "<h2></h2>",
    ):  # fmt: skip
        assert nesting_faults(good.format(bad)), bad


def test_a_picture_that_is_missing_is_named(tmp_path):
    """Nobody gets a book with a hole in it."""
    for name in ("guide", "authors", "administrators"):
        (tmp_path / f"{name}.md").write_text("# T\n\n![Words](gone.png)\n", "utf-8")
    with pytest.raises(GuideMissingError, match=r"gone\.png"):
        render_html(read_book(Guide(tmp_path)))
