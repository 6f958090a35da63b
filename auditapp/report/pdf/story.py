# SPDX-License-Identifier: MPL-2.0
"""Turn the blocks of a report into pieces that can be put on pages.

Pieces are made one after the other, and the structure of the file with them, so both are in
reading order.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from auditapp.report.blank_blocks import BlankPart, BlankSheet, BlankTable, NewPart
from auditapp.report.block_words import scale_in_words
from auditapp.report.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutTone,
    Facts,
    GradeScale,
    Heading,
    KeepTogether,
    PageBreakHint,
    Paragraph,
    Picture,
    QuestionBlock,
    SideBySide,
    Table,
)
from auditapp.report.document import ReportDocument
from auditapp.report.figure_blocks import Figure
from auditapp.report.pdf.blank_rows import BlankRows
from auditapp.report.pdf.blank_tables import sheet_rows, table_rows
from auditapp.report.pdf.chart_piece import chart_pieces
from auditapp.report.pdf.fact_rows import FactRows
from auditapp.report.pdf.flowables import ScalePiece, fits_in_picture
from auditapp.report.pdf.list_rows import list_rows
from auditapp.report.pdf.picture_piece import LOGO_WIDTH, PicturePiece
from auditapp.report.pdf.pieces import Panel, PartStart, Piece, Row, Stack
from auditapp.report.pdf.question_rows import QuestionRows
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.stream_table import StreamTable
from auditapp.report.pdf.structure import HEADING_ROLES, Element, Role
from auditapp.report.pdf.styles import (
    BODY,
    BULLET,
    CALLOUT,
    OVERLINE,
    PARAGRAPHS,
    SCALE_LABEL,
    SUBTITLE,
    TextStyle,
    theme_of,
)
from auditapp.report.pdf.text_pieces import HeadingPiece, TextPiece
from auditapp.report.typesetting.fonts import Weight
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Typesetter

CONTENT_HEIGHT = 700.0
COLUMN_GAP = 26.0
CALLOUT_INDENT = 14.0
MOVES_WHOLE = 200.0
"""Two lists side by side up to this height, in points, are not parted."""


class Story:
    """Make the pieces of one report. ``done`` of ``total`` blocks and table rows are made."""

    def __init__(self, sheet: Sheet, typesetter: Typesetter, document: ReportDocument) -> None:
        self._typesetter = typesetter
        self._document = document
        self._theme = theme_of(document.accent)
        self._root = sheet.root
        self._level = 0
        self.done = 0
        self.total = sum(_weight(block) for block in document.blocks)
        self._makers: dict[type, Callable[[Any, float], Iterator[Piece]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Callout: self._callout,
            Facts: self._facts,
            GradeScale: self._scale,
            Bullets: self._bullets,
            Picture: self._picture,
            SideBySide: self._side_by_side,
            Table: self._table,
            QuestionBlock: self._question,
            KeepTogether: self._keep_together,
            PageBreakHint: self._page_break_hint,
            BlankPart: self._blank_part,
            BlankSheet: self._blank_sheet,
            BlankTable: self._blank_table,
            NewPart: self._new_part,
            Figure: self._figure,
        }

    def pieces(self, width: float) -> Iterator[Piece]:
        """Yield the whole report for a column of ``width`` points."""
        yield from self._opening(width)
        for block in self._document.blocks:
            yield from self._makers[type(block)](block, width)
            self.done += 1

    def _opening(self, width: float) -> Iterator[Piece]:
        """Yield what stands over the first block; a logo stands at the right of the title."""
        document = self._document
        pieces: list[Piece] = []
        if document.overline:
            pieces.append(self._text(document.overline, OVERLINE, Role.P))
        pieces.append(self._heading_piece(document.title, self._theme.title, 0, has_bookmark=True))
        if document.logo is None:
            yield from pieces
        else:
            logo = PicturePiece(document.logo, self._root, is_right=True)
            widths = [width - COLUMN_GAP - LOGO_WIDTH, LOGO_WIDTH]
            yield Row([Stack(pieces), logo], widths, Panel(), gap=COLUMN_GAP)
        if document.subtitle:
            yield self._text(document.subtitle, SUBTITLE, Role.P)

    def _several(self, blocks: Iterable[Block], width: float) -> list[Piece]:
        return [piece for block in blocks for piece in self._makers[type(block)](block, width)]

    def _text(
        self, text: str, style: TextStyle, role: Role, parent: Element | None = None
    ) -> TextPiece:
        element = Element(role, parent or self._root)
        return TextPiece(self._typesetter, text, style, element)

    def _heading_piece(
        self, text: str, style: TextStyle, level: int, *, has_bookmark: bool
    ) -> Piece:
        """Make a heading; ``level`` 0 is the title. A level that skips one is raised."""
        level = min(level, self._level, len(HEADING_ROLES) - 1)
        self._level = level + 1
        element = Element(HEADING_ROLES[level], self._root)
        outline = (admit_line(text), level) if has_bookmark else None
        return HeadingPiece(self._typesetter, _tied(text), style, element, outline)

    def _heading(self, block: Heading, width: float) -> Iterator[Piece]:
        del width
        level = max(block.level, 0)
        styles = self._theme.headings
        style = styles[min(level, len(styles)) - 1] if level else self._theme.title
        yield self._heading_piece(block.text, style, level, has_bookmark=block.bookmark)

    def _paragraph(self, block: Paragraph, width: float) -> Iterator[Piece]:
        del width
        text = self._text(block.text, PARAGRAPHS[block.tone], Role.P)
        text.keeps_with_next = block.leads_in
        yield text

    def _callout(self, block: Callout, width: float) -> Iterator[Piece]:
        colour, background = self._theme.callouts[block.tone]
        is_urgent = block.tone is not CalloutTone.INFO
        title = TextStyle(10.2, 15, Weight.BOLD, colour)
        division = Element(Role.DIVISION, self._root)
        texts = [self._text(("⚠ " if is_urgent else "") + block.title, title, Role.P, division)]
        texts += [self._text(text, CALLOUT, Role.P, division) for text in block.paragraphs]
        panel = Panel(above=7, below=8, left=CALLOUT_INDENT, background=background, bar=colour)
        row = Row([Stack(texts)], [width - 2 * CALLOUT_INDENT], panel)
        row.space_before = 9
        yield row

    def _facts(self, block: Facts, width: float) -> Iterator[Piece]:
        yield from FactRows(self._typesetter, block, width, self._root).rows()

    def _scale(self, block: GradeScale, width: float) -> Iterator[Piece]:
        del width
        texts = [step.text for step in block.steps] + [mark.text for mark in block.other_marks]
        if not block.steps or not fits_in_picture(*texts):
            yield self._text(admit_line(scale_in_words(block)), BODY, Role.P)
            return
        label = self._text(block.label, SCALE_LABEL, Role.P)
        label.keeps_with_next = True
        yield label
        yield ScalePiece(self._typesetter, block, self._root)

    def _bullets(self, block: Bullets, width: float) -> Iterator[Piece]:
        yield from list_rows(self._typesetter, block.items, width, BULLET, self._root)

    def _picture(self, block: Picture, width: float) -> Iterator[Piece]:
        del width
        yield PicturePiece(block, self._root)

    def _side_by_side(self, block: SideBySide, width: float) -> Iterator[Piece]:
        column = (width - COLUMN_GAP) / 2
        level = self._level
        left = self._several(block.left, column)
        self._level = level
        right = self._several(block.right, column)
        stacks = [Stack(left), Stack(right)]
        row = Row(stacks, [column, column], Panel(), gap=COLUMN_GAP, whole_up_to=MOVES_WHOLE)
        row.space_before = max(stack.space_before for stack in stacks)
        yield row

    def _table(self, block: Table, width: float) -> Iterator[Piece]:
        for piece in StreamTable(self._typesetter, block, width, self._root, self._theme).rows():
            yield piece
            self.done += 1

    def _question(self, block: QuestionBlock, width: float) -> Iterator[Piece]:
        yield QuestionRows(self._typesetter, block, width, self._root).piece(self._deeper())

    def _blank_part(self, block: BlankPart, width: float) -> Iterator[Piece]:
        rows = BlankRows(self._typesetter, block, width, self._root, self._theme)
        yield rows.piece(self._deeper())

    def _blank_sheet(self, block: BlankSheet, width: float) -> Iterator[Piece]:
        yield from sheet_rows(self._typesetter, block, width, self._root)

    def _blank_table(self, block: BlankTable, width: float) -> Iterator[Piece]:
        yield from table_rows(self._typesetter, block, width, self._root)

    def _new_part(self, block: NewPart, width: float) -> Iterator[Piece]:
        del width
        yield PartStart(block.footer_left)

    def _figure(self, block: Figure, width: float) -> Iterator[Piece]:
        yield from chart_pieces(self._typesetter, block.chart, width, self._root)

    def _deeper(self) -> Element:
        """Return the element of a heading right below the last one that was made."""
        return Element(HEADING_ROLES[min(self._level, len(HEADING_ROLES) - 1)], self._root)

    def _keep_together(self, block: KeepTogether, width: float) -> Iterator[Piece]:
        pieces = self._several(block.blocks, width)
        if pieces:
            yield Stack(pieces, keeps=True)

    def _page_break_hint(self, block: PageBreakHint, width: float) -> Iterator[Piece]:
        del width
        yield RoomWanted(block.share * CONTENT_HEIGHT)


class RoomWanted(Piece):
    """Take no room, but begin a new page unless there is ``room`` left on this one."""

    def __init__(self, room: float) -> None:
        self._room = room

    def least(self, width: float) -> float:
        """Return the room wanted."""
        del width
        return self._room

    def measure(self, width: float) -> float:
        """Return nothing: it is not seen."""
        del width
        return 0

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw nothing."""


def _weight(block: Block) -> int:
    """Return how many steps of progress a block is worth: one, and one for each row of a table."""
    if isinstance(block, Table):
        return len(block.rows) + 2
    inner: tuple[Block, ...] = ()
    if isinstance(block, SideBySide):
        inner = block.left + block.right
    elif isinstance(block, KeepTogether):
        inner = block.blocks
    return 1 + sum(_weight(each) - 1 for each in inner)


def _tied(text: str) -> str:
    """Return a heading of which a number at its end never stands alone on the last line."""
    before, _space, last = text.rpartition(" ")
    return f"{before}\N{NO-BREAK SPACE}{last}" if before and last.isdecimal() else text
