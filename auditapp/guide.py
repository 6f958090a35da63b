# SPDX-License-Identifier: MPL-2.0
"""Read the guide that comes with the program: its chapters, their headings, and words in them.

The guide is the Markdown of ``docs/``, the same files that are read on the web and bound into the
handbook. There is no copy made of it that could be older than they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from auditapp.errors import GuideMissingError
from auditapp.i18n import _
from auditapp.paths import PROGRAM
from auditapp.searching import holds, search_words, searched

DOCS: Final = PROGRAM / "docs"
INDEX: Final = "guide.md"
"""The page that lists the chapters, in their order."""

_HEADING: Final = re.compile(r"(#{1,6}) (.+)")
_LINK: Final = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]*)\)")
_ENTRY: Final = re.compile(r"(?:\d+\.|-) \[([^\]]+)\]\(([^)#]+\.md)\)")
_FENCE: Final = "```"
_ABOUT: Final = 60
"""Letters before what was found, about; twice as many are shown from there on."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Name one chapter: its file below ``docs/``, and its title in the index."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a place where words were found: chapter, anchor of the heading above, and the words."""

    chapter: Chapter
    anchor: str
    heading: str
    words: str


class Guide:
    """The guide in one folder."""

    def __init__(self, folder: Path = DOCS) -> None:
        self.folder = folder

    def chapters(self) -> Sequence[Chapter]:
        """Return the chapters in the order of the index.

        Raises:
            GuideMissingError: the guide is not there.
        """
        lines = self.read(INDEX).splitlines()
        found = (_ENTRY.match(line) for line in lines)
        return [Chapter(match[2], match[1]) for match in found if match]

    def read(self, name: str) -> str:
        """Return the Markdown of a page below ``docs/``.

        Raises:
            GuideMissingError: there is no such page.
        """
        path = (self.folder / name).resolve()
        if path.suffix != ".md" or not path.is_relative_to(self.folder.resolve()):
            raise _missing(name)
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _missing(name) from error

    def has_place(self, name: str, anchor: str = "") -> bool:
        """Tell whether there is such a page, with such a heading."""
        try:
            text = self.read(name)
        except GuideMissingError:
            return False
        return not anchor or anchor in (slug(words) for words, _lines in sections(text))

    def find(self, text: str) -> Sequence[Passage]:
        """Return each section that holds every word of ``text``, those first whose heading does.

        A chapter that cannot be read is left out.

        Raises:
            GuideMissingError: the guide is not there.
        """
        wanted = search_words(text)
        if not wanted:
            return []
        found = [
            passage for chapter in self.chapters() for passage in self._find_in(chapter, wanted)
        ]
        return sorted(found, key=lambda each: not _holds(each.heading, wanted))

    def _find_in(self, chapter: Chapter, wanted: Sequence[str]) -> Iterator[Passage]:
        try:
            text = self.read(chapter.name)
        except GuideMissingError:
            return  # whoever opens it is told
        for heading, lines in sections(text):
            words = plain("\n".join(lines))
            if _holds(f"{heading} {words}", wanted):
                yield Passage(chapter, slug(heading), heading, _around(words, wanted))


def sections(text: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the sections of a page: the words of each heading, and the lines up to the next."""
    heading, lines, is_code = "", list[str](), False
    for line in text.splitlines():
        is_code ^= line.startswith(_FENCE)
        match = None if is_code else _HEADING.fullmatch(line)
        if match is None:
            lines.append(line)
            continue
        if heading or any(lines):
            yield heading, lines
        heading, lines = plain(match[2]), []
    yield heading, lines


def slug(heading: str) -> str:
    """Return the anchor of a heading, as GitHub makes it of its words."""
    kept = re.sub(r"[^\w\- ]", "", plain(heading).lower())
    return kept.strip().replace(" ", "-")


def plain(text: str) -> str:
    """Return Markdown as it is read: the words of links, no pictures, no marks."""
    words = _LINK.sub(lambda match: "" if match[1] else match[2], text)
    words = re.sub(r"[*`]", "", words)  # without a space: a full stop stands right behind them
    return " ".join(re.sub(r"(?m)\||^> ?|-{3,}", " ", words).split())


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return holds(searched([text]), wanted)


def _around(words: str, wanted: Sequence[str]) -> str:
    """Return some whole words of ``words`` around the first of those that were looked for."""
    low = searched([words])
    at = min((low.find(each) for each in wanted if each in low), default=0)
    first = words.rfind(" ", 0, max(0, at - _ABOUT)) + 1  # no word is cut
    last = words.find(" ", at + 2 * _ABOUT)
    before, after = "… " if first else "", "" if last < 0 else " …"
    return f"{before}{words[first : len(words) if last < 0 else last]}{after}"


def _missing(name: str) -> GuideMissingError:
    return GuideMissingError(
        _("The guide is not where it should be: {name} cannot be read.").format(name=name),
        _("Ask whoever looks after this computer to install the program again."),
    )
