# SPDX-License-Identifier: MPL-2.0
"""Fill A4 pages with pieces, and draw what stands at the top and the foot of each.

Pieces are taken one at a time and painted at once. "Page 3 of 12" is drawn through a form that is
filled in at the end, so one pass is enough.
"""

from collections.abc import Callable, Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from auditapp.i18n import _
from auditapp.report.document import ReportDocument
from auditapp.report.pdf.pieces import PartStart, Piece, Stack
from auditapp.report.pdf.sheet import Decoration, Sheet
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import MARKING, RULE, RUNNING, TextStyle
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Line, Span, Typesetter

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 18 * mm
CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN
FOOT = 17.5 * mm
FOOT_RULE = 15 * mm
FIRST_TOP = PAGE_HEIGHT - 16 * mm
LATER_TOP = PAGE_HEIGHT - 22 * mm
SECOND_LINE = 9.4 * mm
NOTE_GAP = 12

RULES_APART = 10
"""Points: a rule of a table that is nearer to that of the footer is not drawn."""

LONGEST_LINE = 400
"""Characters: what is behind them has no room in a header, and is not measured."""


class Furniture:
    """Draw marking, header and footer.

    The marking is text on the first page, so that it is read out once; on the others it is
    decoration, like all headers and footers. ``footer_left`` holds for the pages to come.
    """

    def __init__(self, sheet: Sheet, typesetter: Typesetter, document: ReportDocument) -> None:
        self._sheet = sheet
        self._typesetter = typesetter
        self._document = document
        self._marking = Element(Role.P, sheet.root) if document.marking else None
        self._lines: dict[tuple[str, TextStyle, float], Line] = {}
        self.footer_left = document.footer_left

    def draw(self) -> None:
        """Draw it on the page that is open."""
        sheet, document = self._sheet, self._document
        if sheet.page == 1:
            if self._marking:
                with sheet.content(self._marking):
                    self._centre(document.marking, PAGE_HEIGHT - 7.6 * mm)
        else:
            with sheet.artifact(Decoration.HEADER):
                self._centre(document.marking, PAGE_HEIGHT - 7.6 * mm)
                self._pair(document.running_title, document.running_right, PAGE_HEIGHT - 12.8 * mm)
                sheet.rule(RULE, MARGIN, PAGE_HEIGHT - 17.5 * mm, CONTENT_WIDTH)
        with sheet.artifact(Decoration.FOOTER):
            sheet.rule(RULE, MARGIN, FOOT_RULE, CONTENT_WIDTH)
            self._pair(self.footer_left, "", 14 * mm)
            sheet.canvas.doForm(f"page-{sheet.page}")
            self._centre(document.marking, SECOND_LINE)
            self._note()

    def number_pages(self) -> None:
        """Fill in the number of each page and of all, once the last page is known."""
        canvas, total = self._sheet.canvas, self._sheet.page
        for page in range(1, total + 1):
            canvas.beginForm(f"page-{page}")
            self._pair("", _("Page {page} of {total}").format(page=page, total=total), 14 * mm)
            canvas.endForm()

    def _centre(self, text: str, top: float) -> None:
        line = self._one_line(text, MARKING, CONTENT_WIDTH)
        self._sheet.set_centred(line, MARKING, PAGE_WIDTH / 2, top)

    def _note(self) -> None:
        """Set the words of the layout beside the marking, as far as there is room."""
        document = self._document
        marking = self._one_line(document.marking, MARKING, CONTENT_WIDTH).width
        room = (CONTENT_WIDTH - marking) / 2 - NOTE_GAP if marking else CONTENT_WIDTH
        if document.footer_note and room > 0:
            line = self._one_line(document.footer_note, RUNNING, room)
            self._sheet.set_lines([line], RUNNING, MARGIN, SECOND_LINE, line.width)

    def _pair(self, left: str, right: str, top: float) -> None:
        """Set one text at each margin."""
        for text, is_right in ((left, False), (right, True)):
            line = self._one_line(text, RUNNING, CONTENT_WIDTH * (0.4 if is_right else 0.58))
            x = PAGE_WIDTH - MARGIN - line.width if is_right else MARGIN
            self._sheet.set_lines([line], RUNNING, x, top, line.width)

    def _one_line(self, text: str, style: TextStyle, width: float) -> Line:
        """Return ``text`` as one line; it is the same on page after page, so it is remembered."""
        key = (text, style, width)
        if key not in self._lines:
            self._lines[key] = self._shortened(text, style, width)
        return self._lines[key]

    def _shortened(self, text: str, style: TextStyle, width: float) -> Line:
        """Return ``text`` as one line, shortened where it is too long for the page."""
        spans = [Span(admit_line(text[:LONGEST_LINE]), style.weight)]
        lines = self._typesetter.lines(spans, style.size, width)
        if len(lines) == 1:
            return lines[0]
        room = width - self._typesetter.word("…", style.weight).width * style.size
        first = self._typesetter.lines(spans, style.size, room)[0]
        said = first.reads_as or "".join(run for _font, run in first.runs)
        spans = [Span(said.rstrip() + "…", style.weight)]
        return self._typesetter.lines(spans, style.size, width)[0]


class Pager:
    """Put pieces on pages from top to foot."""

    def __init__(self, sheet: Sheet, furniture: Furniture) -> None:
        self._sheet = sheet
        self._furniture = furniture
        self._y = FIRST_TOP
        self._is_at_top = True

    def flow(self, pieces: Iterable[Piece], on_page: Callable[[], None]) -> None:
        """Paint all ``pieces``; ``on_page`` is called whenever a page is full, and at the end."""
        self._furniture.draw()
        held: list[Piece] = []
        for piece in pieces:
            if isinstance(piece, PartStart):
                if held:  # nothing is left that it could be kept with
                    self._place_group(held, on_page)
                    held = []
                self._start_part(piece, on_page)
            held.append(piece)
            if not piece.keeps_with_next:
                self._place_group(held, on_page)
                held = []
        if held:
            self._place_group(held, on_page)
        on_page()

    def _start_part(self, start: PartStart, on_page: Callable[[], None]) -> None:
        on_page()
        self._furniture.footer_left = start.footer_left
        self._next_page(None)

    def _place_group(self, group: Sequence[Piece], on_page: Callable[[], None]) -> None:
        """Paint pieces that belong together, so that the last can at least begin."""
        if not self._is_at_top and Stack(group).least(CONTENT_WIDTH) > self._room(group[0]):
            on_page()
            self._next_page(group[0].running_head)
        for piece in group:
            self._place(piece, on_page)

    def _place(self, piece: Piece, on_page: Callable[[], None]) -> None:
        rest: Piece | None = piece
        while rest:
            room, height = self._room(rest), rest.measure(CONTENT_WIDTH)
            if height <= room:
                self._paint(rest, height)
                return
            head, rest = self._cut(rest, room)
            if head:
                self._paint(head, head.measure(CONTENT_WIDTH))
            if rest:
                on_page()
                self._next_page(rest.running_head)

    def _room(self, piece: Piece) -> float:
        return float(self._y - FOOT - self._gap(piece))

    def _gap(self, piece: Piece) -> float:
        return 0 if self._is_at_top else piece.space_before

    def _cut(self, piece: Piece, room: float) -> tuple[Piece | None, Piece | None]:
        """Return what goes onto this page and what onto the next.

        A piece that cannot be cut and is taller than a page is put on one all the same: a report
        that ends at the edge of the paper is better than one that never ends.
        """
        if not self._is_at_top and piece.keeps:
            return None, piece
        head, rest = piece.cut(CONTENT_WIDTH, room)
        return (rest, None) if self._is_at_top and head is None else (head, rest)

    def _paint(self, piece: Piece, height: float) -> None:
        gap = self._gap(piece)
        piece.begins_page = self._is_at_top
        piece.ends_page = self._y - gap - height < FOOT_RULE + RULES_APART
        piece.paint(self._sheet, MARGIN, self._y - gap, CONTENT_WIDTH)
        self._y -= gap + height
        self._is_at_top = False

    def _next_page(self, running_head: Piece | None) -> None:
        self._sheet.next_page()
        self._furniture.draw()
        self._y, self._is_at_top = LATER_TOP, True
        if running_head:
            self._paint(running_head, running_head.measure(CONTENT_WIDTH))
        self._is_at_top = True
