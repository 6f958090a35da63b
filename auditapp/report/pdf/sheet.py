# SPDX-License-Identifier: MPL-2.0
"""Draw on the pages of one PDF, and note in its structure what was drawn.

Nothing is drawn but inside ``content`` or ``artifact``, so every mark on a page either belongs to
an element or is known to be decoration. That is what PDF/UA-1 (ISO 14289-1, 7.1) asks for.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from auditapp.errors import ReportError
from auditapp.i18n import _
from auditapp.report.block_words import CHANGE_WORDS
from auditapp.report.limits import MOST_PAGES
from auditapp.report.pdf.file_parts import add_link, write_metadata, write_structure
from auditapp.report.pdf.metadata import Properties
from auditapp.report.pdf.structure import Element, Role, fitting, text_string
from auditapp.report.pdf.styles import CHANGE_COLOURS, CHANGE_LINES, TextStyle
from auditapp.report.typesetting.fonts import Script, Weight, font_name
from auditapp.report.typesetting.typeset import Line, LinePart

rl_config.useA85 = 0  # streams as bytes: in letters and digits they would be a quarter larger

HALF_CAPITAL = 0.364
"""Half the height of a capital letter of Inter, in parts of its size."""


class Decoration(StrEnum):
    """Say why a mark does not belong to the text; the values are PDF property lists."""

    PLAIN = ""
    HEADER = "<</Type/Pagination/Subtype/Header>>"
    FOOTER = "<</Type/Pagination/Subtype/Footer>>"


class Sheet:
    """Be the pages of one PDF. Lengths are in points, y counts from the foot of the page.

    ``canvas`` is reportlab's; ``root`` is the element that holds the whole report; ``page_of`` has
    the page of each place that was marked.
    """

    def __init__(self, properties: Properties) -> None:
        self._properties = properties
        self._buffer = BytesIO()
        self.canvas = Canvas(
            self._buffer,
            pagesize=A4,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=font_name(Script.MAIN, Weight.REGULAR),
        )
        self.root = Element(Role.DOCUMENT)
        self.page_of: dict[str, int] = {}
        self._pages: list[list[Element]] = [[]]
        self._outline_level = -1
        self._bookmarks = 0

    @property
    def page(self) -> int:
        """Return the number of the page being drawn, from 1."""
        return len(self._pages)

    def next_page(self) -> None:
        """Close the page and begin another.

        Raises:
            ReportError: There are too many.
        """
        if self.page == MOST_PAGES:
            raise ReportError(
                _("The report would have more than {count} pages.").format(count=f"{MOST_PAGES:,}"),
                _("Look for a very long text in the audit, and shorten it."),
            )
        self.canvas.showPage()
        self._pages.append([])

    @contextmanager
    def content(self, element: Element | None) -> Iterator[None]:
        """Draw a part of ``element``; without one, draw decoration."""
        if element is None:
            with self.artifact():
                yield
            return
        marked = self._pages[-1]
        element.marks.append((self.page, len(marked)))
        self.canvas.addLiteral(f"/{element.role} <</MCID {len(marked)}>> BDC")
        marked.append(element)
        yield
        self.canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self, decoration: Decoration = Decoration.PLAIN) -> Iterator[None]:
        """Draw what is no part of the text."""
        self.canvas.addLiteral(f"/Artifact {decoration} BDC" if decoration else "/Artifact BMC")
        yield
        self.canvas.addLiteral("EMC")

    def set_lines(
        self, lines: Sequence[Line], style: TextStyle, x: float, top: float, width: float
    ) -> None:
        """Set ``lines`` one below the other in a column of ``width`` that begins at ``top``."""
        baseline = top - style.leading / 2 - HALF_CAPITAL * style.size
        text, font, is_placed = self._text_object(style.colour), "", False
        for line in lines:
            is_shifted = line.from_right or style.is_right_aligned
            if is_shifted or not is_placed:
                text.setTextOrigin(x + width - line.width if is_shifted else x, baseline)
            if line.reads_as or line.parts:
                self.canvas.drawText(text)
                set_line = self._set_parts if line.parts else self._set_reordered
                set_line(line, style, text)
                text, font, is_placed = self._text_object(style.colour), "", False
            else:
                font = _set_runs(text, line, style, font)
                is_placed = bool(line.runs) and not is_shifted
            baseline -= style.leading
        self.canvas.drawText(text)

    def set_centred(self, line: Line, style: TextStyle, centre: float, top: float) -> None:
        """Set one line with its middle at ``centre``."""
        self.set_lines([line], style, centre - line.width / 2, top, line.width)

    def fill(
        self, colour: Color, box: tuple[float, float, float, float], radius: float = 0
    ) -> None:
        """Fill a box given as x, y, width and height."""
        self.canvas.setFillColor(colour)
        self.canvas.roundRect(*box, radius, stroke=0, fill=1)

    def outline(self, colour: Color, box: tuple[float, float, float, float], radius: float) -> None:
        """Draw the edge of a box given as x, y, width and height, just inside it."""
        x, y, width, height = box
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(0.8)
        self.canvas.roundRect(x + 0.4, y + 0.4, width - 0.8, height - 0.8, radius, stroke=1, fill=0)

    def rule(self, colour: Color, x: float, y: float, width: float) -> None:
        """Draw a thin level line from ``x``."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x, y, x + width, y)

    def bookmark(self, title: str, level: int, top: float, key: str = "") -> None:
        """Add an entry to the outline; a level that skips one is raised to the next.

        ``key`` names a place that was marked already; without one it is marked here.
        """
        self._outline_level = min(level, self._outline_level + 1)
        if not key:
            self._bookmarks += 1
            key = f"part-{self._bookmarks}"
            self.mark_place(key, top)
        self.canvas.addOutlineEntry(fitting(title), key, self._outline_level)

    def mark_place(self, key: str, top: float) -> None:
        """Let links and the outline lead to this height of this page by ``key``."""
        self.canvas.bookmarkHorizontalAbsolute(key, top)
        self.page_of[key] = self.page

    def link(
        self, element: Element, box: tuple[float, float, float, float], key: str, words: str
    ) -> None:
        """Lead from a box, given as x, y, width and height, to a place that is marked somewhere.

        The box belongs to ``element``; ``words`` say where it leads (ISO 14289-1, 7.18.5).
        """
        element.links.append((self.page, add_link(self.canvas, box, key, words)))

    def finish(self, draw_last: Callable[[], None]) -> bytes:
        """Close the last page, let ``draw_last`` draw the forms, and return the file."""
        self.canvas.showPage()
        draw_last()
        write_metadata(self.canvas, self._properties)
        write_structure(self.canvas, self.root, self._pages)
        return bytes(self.canvas.getpdfdata())

    def _text_object(self, colour: Color) -> PDFTextObject:
        text = self.canvas.beginText()
        text.setFillColor(colour)
        return text

    def _set_reordered(self, line: Line, style: TextStyle, text: PDFTextObject) -> None:
        """Set a line whose text reads in another order than its glyphs stand."""
        self.canvas.addLiteral(f"/Span <</ActualText {text_string(line.reads_as)}>> BDC")
        inner = self._text_object(style.colour)
        inner.setTextOrigin(text.getX(), text.getY())
        _set_runs(inner, line, style)
        self.canvas.drawText(inner)
        self.canvas.addLiteral("EMC")

    def _set_parts(self, line: Line, style: TextStyle, text: PDFTextObject) -> None:
        """Set a line with what went struck through and what came underlined.

        A screen reader, and whoever copies the text, gets the same in words.
        """
        x, baseline = text.getX(), text.getY()
        for part in line.parts:
            pattern = CHANGE_WORDS.get(part.change)
            if pattern:
                words = pattern.format(text="".join(run for _font, run in part.runs))
                self.canvas.addLiteral(f"/Span <</ActualText {text_string(words)}>> BDC")
            inner = self._text_object(CHANGE_COLOURS.get(part.change, style.colour))
            inner.setTextOrigin(x, baseline)
            _set_runs(inner, part, style)
            self.canvas.drawText(inner)
            if pattern:
                level = baseline + CHANGE_LINES[part.change] * style.size
                self.rule(CHANGE_COLOURS[part.change], x, level, part.width)
                self.canvas.addLiteral("EMC")
            x += part.width


def _set_runs(
    text: PDFTextObject, line: Line | LinePart, style: TextStyle, font_set: str = ""
) -> str:
    """Set the runs of a line, and go down to where the next one begins.

    ``font_set`` is the font that is set already, and what is returned is the one that is set then:
    set again, it would be written again in every line. The last run is set as a line of its own,
    because behind any other reportlab measures where it ends, which takes longer than to set it.
    """
    for place, (font, run) in enumerate(line.runs, start=1):
        if font != font_set:
            text.setFont(font, style.size, style.leading)
            font_set = font
        (text.textLine if place == len(line.runs) else text.textOut)(run)
    return font_set
