# SPDX-License-Identifier: MPL-2.0
"""Put the pages of the guide into the order of a book.

Pages are taken in the order of the lists that lead to them: the auditor's by the index that the
program's Help has too, those of authors and administrators by the links of their own pages.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Final

from auditapp import __version__
from auditapp.errors import GuideMissingError
from auditapp.guide import Guide, sections, slug
from auditapp.handbook.prose import Book, Chapter, Part
from auditapp.handbook.reading import PageReader
from auditapp.i18n import _

OPENINGS: Final = ("guide.md", "authors.md", "administrators.md")
"""The page that opens each guide, and lists what is in it."""

LEFT_OUT: Final = ("coverage.md",)
"""Pages that are long lists for looking things up, and made by a command of their own."""

# The guide is in English, and so is what is put around it, whatever language the program speaks.
TITLE: Final = "Case File Audit: handbook"
SUBJECT: Final = "For auditors, for authors of checklists and for administrators"
LANGUAGE: Final = "en-GB"

_PAGE: Final = re.compile(r"\]\(([\w./-]+\.md)")


def page_names(guide: Guide) -> Sequence[Sequence[str]]:
    """Return the pages of each guide, its opening first; each page in the first that leads to it.

    Raises:
        GuideMissingError: the guide is not there.
    """
    made: list[Sequence[str]] = []
    known: set[str] = {*OPENINGS, *LEFT_OUT}
    for opening in OPENINGS:
        listed: Sequence[str] = list(dict.fromkeys(_PAGE.findall(guide.read(opening))))
        listed = [name for name in listed if name not in known and name[:3] != "../"]
        pages = [opening, *listed]
        known.update(pages)
        made.append(pages)
    return made


def read_book(guide: Guide) -> Book:
    """Return the whole handbook.

    Raises:
        GuideMissingError: the guide is not there, or a page of it.
        GuideUnreadableError: a page holds what a book has no place for.
    """
    names = page_names(guide)
    texts = {name: guide.read(name) for pages in names for name in pages}
    anchors = {
        name: {slug(heading) for heading, _lines in sections(text)} for name, text in texts.items()
    }
    chapters = {name: _chapter(guide, name, text, anchors) for name, text in texts.items()}
    parts = [Part(chapters[first], [chapters[name] for name in rest]) for first, *rest in names]
    digest = sha256("\0".join(texts.values()).encode()).hexdigest()
    return Book(TITLE, __version__, parts, digest)


def picture_missing(name: str) -> GuideMissingError:
    """Return what to say of a picture of the guide that cannot be read."""
    return GuideMissingError(
        _("The picture {name} of the guide cannot be read.").format(name=name),
        _("Ask whoever looks after this computer to install the program again."),
    )


def _chapter(guide: Guide, name: str, text: str, anchors: Mapping[str, set[str]]) -> Chapter:
    folder = (guide.folder / name).parent
    reader = PageReader(name, folder, partial(_find, name, anchors), partial(_place, name))
    title, parts = reader.read(text)
    return Chapter(_place(name), title, parts)


def _place(name: str, anchor: str = "") -> str:
    """Return the name of a place: anchors are those of a page, and a book has many pages."""
    page = name.removesuffix(".md").replace("/", "-")
    return f"{page}--{anchor}" if anchor else page


def _find(page: str, anchors: Mapping[str, set[str]], address: str) -> str:
    """Return the place that a link of ``page`` leads to; nothing where that is not in the book."""
    path, _hash, anchor = address.partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if name not in anchors:
        return ""
    return _place(name, anchor if anchor in anchors[name] else "")
