# SPDX-License-Identifier: MPL-2.0
"""Which pages are in the handbook, and what is read from them."""

from itertools import chain

import pytest

from auditapp.errors import GuideMissingError, GuideUnreadableError
from auditapp.guide import Guide
from auditapp.handbook.book import page_names, read_book
from auditapp.handbook.prose import (
    Aside,
    Code,
    Grid,
    Head,
    Points,
    Said,
    Shot,
    Words,
    plain_text,
)


def words_in(parts):
    """Yield all words of some prose, those in points, tables and asides among them."""
    for part in parts:
        if isinstance(part, Said | Head):
            yield from part.line
        elif isinstance(part, Grid):
            cells = chain(part.heads, *part.rows)
            yield from chain.from_iterable(cells)
        elif isinstance(part, Points | Aside):
            inner = part.items if isinstance(part, Points) else [part.parts]
            yield from chain.from_iterable(map(words_in, inner))


def test_every_page_of_the_guides_is_in_it_once():
    """What the three guides lead to, and nothing twice."""
    names = [name for pages in page_names(Guide()) for name in pages]
    assert len(names) == len(set(names))
    assert {each.name for each in Guide().chapters()} <= set(names)
    assert {"checklist-format.md", "checklist-trust.md", "layouts.md"} <= set(names)


def test_every_link_of_the_guides_leads_to_a_place_in_it():
    """Each target is a page or a heading; no two have one name."""
    chapters = [
        each for part in read_book(Guide()).parts for each in (part.opening, *part.chapters)
    ]
    places = [each.place for each in chapters]
    places += [part.place for each in chapters for part in each.parts if isinstance(part, Head)]
    targets = {words.target for each in chapters for words in words_in(each.parts)} - {""}
    assert len(places) == len(set(places))
    assert targets
    assert set() == targets - set(places)


def test_a_page_is_read_with_all_that_is_in_it(small_guide):
    """Looks, links, pictures, points with code in them, tables and asides."""
    first, *_others = read_book(small_guide).parts
    assert "First page" == plain_text(first.opening.title)
    assert ["second"] == [each.place for each in first.chapters]
    said, shot, *rest = first.opening.parts
    assert Words("bold", is_strong=True) in said.line
    assert Words("slanted", is_slanted=True) in said.line
    assert Words("code", is_code=True) in said.line
    assert Words("a link", target="second--a-place") in said.line
    assert Words(" (https://example.org/x)") in said.line
    assert Words("nowhere") in said.line
    assert Shot(small_guide.folder / "pictures" / "green.png", "A green picture") == shot
    assert [Head, Points, Points, Aside, Head, Code, Grid] == [type(each) for each in rest]
    assert (1, None) == (rest[1].start, rest[2].start)
    assert Code("python3 main.py") in rest[1].items[0]
    assert 'key: value\n  deeper: "…"' == rest[5].text
    assert [(), (Words("second"),)] == [rest[6].rows[1][1], rest[6].rows[1][0]]


def test_the_digest_tells_one_guide_from_another(small_guide):
    """It is of the words that were read."""
    assert read_book(small_guide).digest == read_book(small_guide).digest
    assert read_book(small_guide).digest != read_book(Guide()).digest


@pytest.mark.parametrize("text", ["No title", "# Title\n\n---\n", "# T\n\nWords ![x](y.png)\n"])
def test_what_a_book_has_no_place_for_is_refused(small_guide, tmp_path, text):
    """With the name of the page, before anything is printed."""
    for name in ("guide", "authors", "administrators"):
        (tmp_path / f"{name}.md").write_text(text if name == "guide" else "# T\n", "utf-8")
    with pytest.raises(GuideUnreadableError, match=r"guide\.md"):
        read_book(Guide(tmp_path))


def test_a_guide_that_is_not_there_is_said_to_be_missing(tmp_path):
    """Nothing is made of nothing."""
    with pytest.raises(GuideMissingError):
        read_book(Guide(tmp_path))
