# SPDX-License-Identifier: MPL-2.0
"""The handbook: whole, in one file, with no way out of it."""

import re
from html.parser import HTMLParser

import pytest

from auditapp.guide import Guide
from tests.handbook.book import bind, parts


class Places(HTMLParser):
    """Collect ids, links, pictures and headings."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.pictures, self.headings, self.tags = [], [], [], [], set()

    def handle_starttag(self, tag, attrs):
        """Note a tag."""
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        if tag == "a":
            self.links.append(given["href"])
        if tag == "img":
            self.pictures.append((given["src"], given.get("alt")))
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))


@pytest.fixture(scope="module")
def book():
    """Return what is in the handbook."""
    places = Places()
    places.feed(bind(Guide()))
    return places


def test_every_page_of_the_guides_is_in_it_once(book):
    """What the three guides lead to, and nothing twice."""
    pages = [name for part in parts(Guide()) for name in part.pages]
    assert len(pages) == len(set(pages))
    assert {each.name for each in Guide().chapters()} <= set(pages)
    assert {"checklist-format.md", "checklist-trust.md", "layouts.md"} <= set(pages)


def test_every_link_leads_to_a_place_in_it(book):
    """None leads out, and none leads nowhere; no two places have one name."""
    assert len(book.ids) == len(set(book.ids))
    assert [] == [link for link in book.links if link[:1] != "#" or link[1:] not in book.ids]


def test_pictures_are_inside_and_there_is_no_script(book):
    """One file is enough; every picture has its words."""
    assert book.pictures
    assert all(source.startswith("data:image/png;base64,") for source, _words in book.pictures)
    assert all(words for _source, words in book.pictures)
    assert not {"script", "link", "iframe"} & book.tags


def test_headings_skip_no_level(book):
    """A reader who goes by headings misses none."""
    steps = zip(book.headings, book.headings[1:], strict=False)
    assert 1 == book.headings[0]
    assert [] == [(one, other) for one, other in steps if other > one + 1]
