# SPDX-License-Identifier: MPL-2.0
"""Turn the handbook into pieces that can be put on pages, one after the other in reading order."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

from auditapp.handbook.book import SUBJECT
from auditapp.handbook.grid_rows import GridRows
from auditapp.handbook.look import (
    BODY,
    CODE,
    CONTENTS,
    CONTENTS_PART,
    INDENT,
    INDEX_GAP,
    LINE_WIDTH,
    PADDING,
    POINT_GAP,
    SECTION,
    SUBSECTION,
    SUBTITLE,
    TITLE,
    TITLES,
)
from auditapp.handbook.pieces import ContentsPiece, ShotPiece, set_prose
from auditapp.handbook.prose import (
    Aside,
    Book,
    Chapter,
    Code,
    Grid,
    Head,
    Line,
    Points,
    Prose,
    Said,
    Shot,
    plain_text,
)
from auditapp.report.pdf.pieces import MOVES_WHOLE, Panel, PartStart, Piece, Row, Stack
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.structure import HEADING_ROLES, Element, Role
from auditapp.report.pdf.styles import MUTED, PAPER, TextStyle
from auditapp.report.pdf.text_pieces import HeadingPiece, TextPiece
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Span, Typesetter

BULLET: Final = "•"

_CODE_PANEL: Final = Panel(above=PADDING, below=PADDING, left=PADDING, background=PAPER)
_ASIDE_PANEL: Final = Panel(above=2, below=2, left=PADDING + 6, bar=MUTED, bar_width=3)


class PrintStory:
    """Make the pieces of the handbook."""

    def __init__(self, sheet: Sheet, typesetter: Typesetter, book: Book) -> None:
        self._typesetter = typesetter
        self._book = book
        self._parent = sheet.root
        self._prose = BODY
        self._makers: dict[type, Callable[[Any, float], Iterator[Piece]]] = {
            Said: self._said,
            Points: self._points,
            Grid: self._grid,
            Code: self._code,
            Aside: self._aside,
            Shot: self._shot,
        }

    def pieces(self, width: float) -> Iterator[Piece]:
        """Yield the whole book for a column of ``width`` points."""
        yield from self._front()
        for part in self._book.parts:
            yield from self._chapter(part.opening, 1, width)
            for chapter in part.chapters:
                yield from self._chapter(chapter, 2, width)

    @property
    def places(self) -> Sequence[str]:
        """The places that the contents name, in their order."""
        return [
            chapter.place for part in self._book.parts for chapter in (part.opening, *part.chapters)
        ]

    def _front(self) -> Iterator[Piece]:
        """Yield the title and the contents."""
        title = self._book.title
        element = Element(Role.H1, self._parent)
        yield HeadingPiece(self._typesetter, title, TITLE, element, (admit_line(title), 0))
        for text in (SUBJECT, f"Version {self._book.version}"):
            yield TextPiece(self._typesetter, text, SUBTITLE, Element(Role.P, self._parent))
        contents = Element(Role.CONTENTS, self._parent)
        for part in self._book.parts:
            opening = self._entry(part.opening, CONTENTS_PART, contents)
            opening.keeps_with_next = bool(part.chapters)
            yield opening
            inner = Element(Role.CONTENTS, contents) if part.chapters else contents
            for chapter in part.chapters:
                yield self._entry(chapter, CONTENTS, inner)

    def _entry(self, chapter: Chapter, style: TextStyle, parent: Element) -> Piece:
        title = plain_text(chapter.title)
        return ContentsPiece(self._typesetter, title, chapter.place, style, parent)

    def _chapter(self, chapter: Chapter, level: int, width: float) -> Iterator[Piece]:
        """Yield a page of the guide; ``level`` is that of its title below the title of the book."""
        yield PartStart(plain_text(chapter.title))
        yield self._heading(chapter.title, TITLES[level], level, chapter.place)
        for part in chapter.parts:
            if isinstance(part, Head):
                style = SECTION if part.depth == 1 else SUBSECTION
                yield self._heading(part.line, style, level + part.depth, part.place)
            else:
                yield from self._makers[type(part)](part, width)

    def _heading(self, line: Line, style: TextStyle, level: int, place: str) -> Piece:
        element = Element(HEADING_ROLES[min(level, len(HEADING_ROLES) - 1)], self._parent)
        spans = [
            Span(words.text, style.weight, joins=bool(number)) for number, words in enumerate(line)
        ]
        outline = (admit_line(plain_text(line)), level)
        return HeadingPiece(self._typesetter, spans, style, element, outline, place)

    def _several(self, parts: Sequence[Prose], parent: Element, width: float) -> list[Piece]:
        """Return the pieces of parts that stand in ``parent``."""
        before, self._parent = self._parent, parent
        pieces = [piece for part in parts for piece in self._makers[type(part)](part, width)]
        self._parent = before
        return pieces

    @contextmanager
    def _in_style(self, style: TextStyle) -> Iterator[None]:
        """Set paragraphs in another style meanwhile."""
        before, self._prose = self._prose, style
        try:
            yield
        finally:
            self._prose = before

    def _grid(self, grid: Grid, width: float) -> Iterator[Piece]:
        yield from GridRows(self._typesetter, grid, width, self._parent).rows()

    def _narrow(self, piece: Piece, width: float) -> Piece:
        """Return a piece of text in the column of running text."""
        row = Row([piece], [min(width, LINE_WIDTH)], Panel())
        row.space_before = piece.space_before
        return row

    def _said(self, said: Said, width: float) -> Iterator[Piece]:
        element = Element(Role.P, self._parent)
        piece = self._narrow(set_prose(self._typesetter, said.line, self._prose, element), width)
        # "Do this:" is not left behind by what it speaks of.
        piece.keeps_with_next = plain_text(said.line).rstrip().endswith(":")
        yield piece

    def _points(self, points: Points, width: float) -> Iterator[Piece]:
        numbering = "Disc" if points.start is None else "Decimal"
        attributes = f"/O/List/ListNumbering/{numbering}"
        element = Element(Role.LIST, self._parent, attributes=attributes)
        room = min(width, LINE_WIDTH) if not self._is_wide(points) else width
        style, gap = (CONTENTS, INDEX_GAP) if _is_index(points) else (BODY, POINT_GAP)
        for number, parts in enumerate(points.items, start=points.start or 0):
            sign = BULLET if points.start is None else f"{number}."
            item = Element(Role.LIST_ITEM, element)
            label = TextPiece(self._typesetter, sign, style, Element(Role.LABEL, item))
            with self._in_style(style):
                inner = self._several(parts, Element(Role.LIST_BODY, item), room - INDENT)
            row = Row([label, Stack(inner)], [INDENT, room - INDENT], Panel())
            row.space_before = gap if number != (points.start or 0) else BODY.space_before
            yield row

    def _is_wide(self, points: Points) -> bool:
        return any(isinstance(part, Shot | Grid) for item in points.items for part in item)

    def _code(self, code: Code, width: float) -> Iterator[Piece]:
        element = Element(Role.CODE, Element(Role.P, self._parent))
        text = TextPiece(self._typesetter, code.text, replace(CODE, space_before=0), element)
        row = Row([text], [width - 2 * PADDING], _CODE_PANEL, whole_up_to=MOVES_WHOLE)
        row.space_before = CODE.space_before
        yield row

    def _aside(self, aside: Aside, width: float) -> Iterator[Piece]:
        room = min(width, LINE_WIDTH) - _ASIDE_PANEL.left
        inner = self._several(aside.parts, Element(Role.QUOTE, self._parent), room)
        row = Row([Stack(inner)], [room], _ASIDE_PANEL)
        row.space_before = BODY.space_before + 2
        yield row

    def _shot(self, shot: Shot, width: float) -> Iterator[Piece]:
        del width
        yield ShotPiece(shot.path, shot.words, self._parent)


def _is_index(points: Points) -> bool:
    """Tell whether a list only leads to other pages: it is set as close as the contents."""
    lines = [part.line for item in points.items for part in item if isinstance(part, Said)]
    is_plain = len(lines) == sum(map(len, points.items))
    return is_plain and all(words.target for line in lines for words in line)
