# SPDX-License-Identifier: MPL-2.0
"""Set what only the handbook has: text with links in it, pictures of the program, its contents."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from math import inf
from pathlib import Path
from typing import Final

from PIL import Image
from reportlab.lib.utils import ImageReader

from auditapp.checklist.revision.word_marks import MarkKind
from auditapp.handbook.book import picture_missing
from auditapp.handbook.look import PICTURE, PICTURE_GAP
from auditapp.handbook.prose import Line as ProseLine
from auditapp.handbook.prose import Words
from auditapp.report.pdf.pieces import Piece
from auditapp.report.pdf.sheet import HALF_CAPITAL, Sheet
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import NAVY, RULE, TextStyle
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.fonts import Weight
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Line, LinePart, Span, Typesetter

NUMBER_WIDTH: Final = 40.0
NUMBER_HEIGHT: Final = 14.0
"""Points: the room for the number of a page, which is known when all pages are."""

_UNDER: Final = 0.16
"""How far below the foot of the letters the line under a link runs, in their size."""


def set_prose(
    typesetter: Typesetter, line: ProseLine, style: TextStyle, element: Element
) -> TextPiece:
    """Return the piece that sets a line of prose as the contents of ``element``."""
    spans, links = _spans(line, style.weight)
    if not links:
        return TextPiece(typesetter, spans, style, element)
    return LinkedPiece(typesetter, spans, style, element, links)


def width_of(typesetter: Typesetter, words: Words, style: TextStyle) -> float:
    """Return how wide words are on one line, in points."""
    span = Span(words.text, _weight(words, style.weight))
    (line,) = typesetter.lines([span], style.size, inf)
    return line.width


def _spans(line: ProseLine, weight: Weight) -> tuple[list[Span], dict[int, str]]:
    """Return the spans of a line, and the target of each stretch of it that is a link."""
    spans: list[Span] = []
    links: dict[int, str] = {}
    stretch, target = 0, ""
    for words in line:
        if words.target != target:
            # From an even number, which is plain text, to the next odd one, and back.
            stretch += 2 if target and words.target else 1
            target = words.target
            if target:
                links[stretch] = target
        joins = bool(spans)
        spans.append(Span(words.text, _weight(words, weight), joins=joins, stretch=stretch))
    return spans or [Span("")], links


def _weight(words: Words, usual: Weight) -> Weight:
    if words.is_code:
        return Weight.CODE
    if words.is_strong:
        return usual if usual is Weight.BOLD else Weight.SEMIBOLD
    return Weight.ITALIC if words.is_slanted else usual


class LinkedPiece(TextPiece):
    """Set text some of which leads to other places; each stretch has an element of its own."""

    def __init__(
        self,
        typesetter: Typesetter,
        spans: Sequence[Span],
        style: TextStyle,
        element: Element,
        links: dict[int, str],
    ) -> None:
        super().__init__(typesetter, spans, style, element)
        self._links = links
        self._words = {
            stretch: " ".join("".join(s.text for s in spans if s.stretch == stretch).split())
            for stretch in links
        }
        self._elements: dict[int, Element] = {}

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Set the lines, and let each link be clicked."""
        for line in self.lines(width):
            left = x
            for part in line.parts or (LinePart(MarkKind.SAME, line.runs, line.width),):
                self._paint_part(sheet, part, left, top)
                left += part.width
            top -= self.style.leading

    def _paint_part(self, sheet: Sheet, part: LinePart, x: float, top: float) -> None:
        element, target = self._element_of(part.stretch), self._links.get(part.stretch)
        style = replace(self.style, colour=NAVY) if target else self.style
        with sheet.content(element):
            sheet.set_lines([Line(part.runs, part.width)], style, x, top, part.width)
            if target:
                foot = top - style.leading / 2 - (HALF_CAPITAL + _UNDER) * style.size
                sheet.rule(NAVY, x, foot, part.width)
        if target:
            box = (x, top - style.leading, part.width, style.leading)
            sheet.link(element, box, target, admit_line(self._words[part.stretch]))

    def _element_of(self, stretch: int) -> Element:
        """Return the element of a stretch, which is the same wherever lines and pages part it."""
        if stretch not in self._elements:
            role = Role.LINK if stretch in self._links else Role.SPAN
            self._elements[stretch] = Element(role, self.element)
        return self._elements[stretch]

    def _bare(self) -> "LinkedPiece":
        return copy(self)  # with the same elements


class ShotPiece(Piece):
    """Draw a picture of the program in a thin frame, tagged as a figure with its words."""

    def __init__(self, path: Path, words: str, parent: Element) -> None:
        self._path = path
        self._element = Element(Role.FIGURE, parent, alt=admit_line(words))
        self.space_before = PICTURE_GAP

    def measure(self, width: float) -> float:
        """Return the height of the picture."""
        return self._size(width)[1]

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw it, and say in the structure where it stands."""
        wide, high = self._size(width)
        foot = top - high
        self._element.attributes = (
            f"/O/Layout/Placement/Block/BBox[{x:.2f} {foot:.2f} {x + wide:.2f} {top:.2f}]"
        )
        with sheet.content(self._element):
            # PDF/A-2a would take a palette and transparency; plain RGB is what reports have, too.
            sheet.canvas.drawImage(ImageReader(self._image.convert("RGB")), x, foot, wide, high)
            sheet.outline(RULE, (x, foot, wide, high), 0)

    @cached_property
    def _image(self) -> Image.Image:
        """Return the picture, of which only the size is read until it is drawn.

        Raises:
            GuideMissingError: it is not there, or is none.
        """
        try:
            return Image.open(self._path, formats=("PNG",))
        except OSError as error:
            raise picture_missing(self._path.name) from error

    def _size(self, width: float) -> tuple[float, float]:
        wide, high = self._image.size
        scale = min(min(width, PICTURE[0]) / wide, PICTURE[1] / high)
        return wide * scale, high * scale


class ContentsPiece(Piece):
    """Set one line of the contents: a title, and the page that it leads to.

    The number is a form that is filled in by `number_contents`, when all pages are made.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        title: str,
        place: str,
        style: TextStyle,
        parent: Element,
    ) -> None:
        self._element = Element(Role.LINK, Element(Role.CONTENTS_ITEM, parent))
        self._text = TextPiece(typesetter, title, style, self._element)
        self._title, self._place, self._style = title, place, style
        self.space_before = style.space_before

    def measure(self, width: float) -> float:
        """Return the height of the title."""
        return self._text.measure(width - NUMBER_WIDTH)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Set the title, leave room for the number, and let both be clicked."""
        height, canvas = self.measure(width), sheet.canvas
        self._text.paint(sheet, x, top, width - NUMBER_WIDTH)
        with sheet.content(self._element):
            canvas.saveState()
            canvas.translate(x + width - NUMBER_WIDTH, top - NUMBER_HEIGHT)
            canvas.doForm(_form(self._place))
            canvas.restoreState()
        with sheet.artifact():
            sheet.rule(RULE, x, top - height, width)
        box = (x, top - height, width, height)
        sheet.link(self._element, box, self._place, admit_line(self._title))


def number_contents(
    sheet: Sheet, typesetter: Typesetter, places: Sequence[str], style: TextStyle
) -> None:
    """Fill in the page of each of ``places``, all of them marked."""
    for place in places:
        # The space keeps title and number apart for who copies them, or has them read out.
        spans = [Span(f" {sheet.page_of[place]}", style.weight)]
        (line,) = typesetter.lines(spans, style.size, NUMBER_WIDTH)
        sheet.canvas.beginForm(_form(place), 0, 0, NUMBER_WIDTH, NUMBER_HEIGHT)
        left = NUMBER_WIDTH - line.width
        sheet.set_lines([line], style, left, NUMBER_HEIGHT, line.width)
        sheet.canvas.endForm()


def _form(place: str) -> str:
    return f"number-{place}"
