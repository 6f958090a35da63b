# SPDX-License-Identifier: MPL-2.0
"""Hold what a page of the guide says, without Markdown and without a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Words:
    """Hold words that are all alike. ``target`` is the place in the book that they lead to."""

    text: str
    is_strong: bool = False
    is_slanted: bool = False
    is_code: bool = False
    target: str = ""


Line = tuple[Words, ...]
"""Words that follow each other, with the spaces that are in them and no others."""


@dataclass(frozen=True, slots=True)
class Head:
    """Head a section. ``depth`` is 1 right below the title of the page; ``place`` is its name."""

    depth: int
    line: Line
    place: str


@dataclass(frozen=True, slots=True)
class Said:
    """Hold a paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Points:
    """Hold a list of points; ``start`` is the number of the first, None where they have none."""

    items: Sequence[Sequence["Prose"]]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Hold a table: what heads its columns, and its rows, each as long as the head."""

    heads: Sequence[Line]
    rows: Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Code:
    """Hold what is typed into a computer, or shown by one, line by line."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Hold what is set apart from the text."""

    parts: Sequence["Prose"]


@dataclass(frozen=True, slots=True)
class Shot:
    """Show a picture of the program; ``words`` say what is to be seen."""

    path: Path
    words: str


Prose = Head | Said | Points | Grid | Code | Aside | Shot


@dataclass(frozen=True, slots=True)
class Chapter:
    """Hold one page: the name of its place in the book, its title, and what it says."""

    place: str
    title: Line
    parts: Sequence[Prose]


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one guide: the page that opens it, and its chapters."""

    opening: Chapter
    chapters: Sequence[Chapter]


@dataclass(frozen=True, slots=True)
class Book:
    """Hold the handbook. ``digest`` is the SHA-256 of its pages of Markdown, in hexadecimal."""

    title: str
    version: str
    parts: Sequence[Part]
    digest: str


def plain_text(line: Line) -> str:
    """Return a line as it is read, without its looks."""
    return "".join(words.text for words in line)
