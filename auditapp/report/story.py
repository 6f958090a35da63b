# SPDX-License-Identifier: MPL-2.0
"""Turn the blocks of a report into pieces that can be put on pages.

Pieces are made one after the other, and the structure of the file with them, so both are in
reading order.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from auditapp.report.blocks import (
    Badge,
    Block,
    Bullets,
    Callout,
    CalloutTone,
    Detail,
    Facts,
    GradeScale,
    Heading,
    KeepTogether,
    PageBreakHint,
    Paragraph,
    QuestionBlock,
    ReportDocument,
    SideBySide,
    Table,
)
from auditapp.report.flowables import Pill, ScalePiece, fits_in_picture, scale_in_words
from auditapp.report.fonts import Weight
from auditapp.report.gate import admit_line
from auditapp.report.pieces import HeadingPiece, Panel, Piece, Row, Stack, TextPiece
from auditapp.report.sheet import Sheet
from auditapp.report.stream_table import StreamTable
from auditapp.report.structure import HEADING_ROLES, Element, Role
from auditapp.report.styles import (
    BODY,
    BULLET,
    CALLOUT_COLOURS,
    DETAIL,
    DETAIL_LABEL,
    FACT,
    FACT_LABEL,
    HEADINGS,
    PARAGRAPHS,
    QUESTION,
    QUESTION_REF,
    SCALE_LABEL,
    SUBTITLE,
    TITLE,
    TextStyle,
)
from auditapp.report.typeset import Typesetter

CONTENT_HEIGHT = 700.0
BULLET_SIGN = "•"
BULLET_INDENT = 12.0
COLUMN_GAP = 26.0
FACT_LABEL_WIDTH = 80.0
FACT_GAP = 6.0
FACT_PANEL = Panel(above=4.2, below=4.6, rule_below=True)
FIRST_FACT_PANEL = Panel(above=4.2, below=4.6, rule_above=True, rule_below=True)
REF_WIDTH = 36.0
ANSWER_WIDTH = 106.0
ANSWER_GAP = 12.0
DETAIL_LABEL_WIDTH = 82.0
DETAIL_GAP = 8.0
QUESTION_PANEL = Panel(above=7, below=4, rule_above=True)
DETAIL_PANEL = Panel(below=3, left=REF_WIDTH)


class Story:
    """Make the pieces of one report. ``done`` of ``total`` blocks and table rows are made."""

    def __init__(self, sheet: Sheet, typesetter: Typesetter, document: ReportDocument) -> None:
        self._typesetter = typesetter
        self._document = document
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
            SideBySide: self._side_by_side,
            Table: self._table,
            QuestionBlock: self._question,
            KeepTogether: self._keep_together,
            PageBreakHint: self._page_break_hint,
        }

    def pieces(self, width: float) -> Iterator[Piece]:
        """Yield the whole report for a column of ``width`` points."""
        yield self._heading_piece(self._document.title, TITLE, 0, has_bookmark=True)
        if self._document.subtitle:
            yield self._text(self._document.subtitle, SUBTITLE, Role.P)
        for block in self._document.blocks:
            yield from self._makers[type(block)](block, width)
            self.done += 1

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
        return HeadingPiece(self._typesetter, text, style, element, outline)

    def _heading(self, block: Heading, width: float) -> Iterator[Piece]:
        del width
        style = HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
        level = max(block.level, 1)
        yield self._heading_piece(block.text, style, level, has_bookmark=block.bookmark)

    def _paragraph(self, block: Paragraph, width: float) -> Iterator[Piece]:
        del width
        yield self._text(block.text, PARAGRAPHS[block.tone], Role.P)

    def _callout(self, block: Callout, width: float) -> Iterator[Piece]:
        colour, background = CALLOUT_COLOURS[block.tone]
        is_urgent = block.tone is not CalloutTone.INFO
        title = TextStyle(10.2, 15, Weight.BOLD, colour)
        division = Element(Role.DIVISION, self._root)
        texts = [self._text(("⚠ " if is_urgent else "") + block.title, title, Role.P, division)]
        texts += [self._text(text, BODY, Role.P, division) for text in block.paragraphs]
        panel = Panel(above=8, below=9, left=14, background=background, bar=colour)
        row = Row([Stack(texts)], [width - 28], panel)
        row.space_before = 9
        yield row

    def _facts(self, block: Facts, width: float) -> Iterator[Piece]:
        """Put two facts on a line; one that is long gets a line of its own below."""
        value = (width - 3 * FACT_GAP) / 2 - FACT_LABEL_WIDTH
        widths = [FACT_LABEL_WIDTH, value, FACT_LABEL_WIDTH, value]
        table = Element(Role.TABLE, self._root)
        for place in range(0, len(block.pairs), 2):
            element = Element(Role.ROW, table)
            cells: list[Piece | None] = []
            for label, text in (*block.pairs[place : place + 2], ("", ""))[:2]:
                head = Element(
                    Role.HEAD_CELL if label else Role.CELL,
                    element,
                    attributes="/O/Table/Scope/Row" if label else "",
                )
                cells.append(TextPiece(self._typesetter, label, FACT_LABEL, head))
                cells.append(self._text(text, FACT, Role.CELL, element))
            panel = FACT_PANEL if place else FIRST_FACT_PANEL
            row = Row(cells, widths, panel, gap=FACT_GAP)
            row.space_before = 0 if place else 10
            yield row

    def _scale(self, block: GradeScale, width: float) -> Iterator[Piece]:
        del width
        texts = [step.text for step in block.steps] + [mark.text for mark in block.other_marks]
        if not block.steps or not fits_in_picture(*texts):
            yield self._text(scale_in_words(block), BODY, Role.P)
            return
        label = self._text(block.label, SCALE_LABEL, Role.P)
        label.keeps_with_next = True
        yield label
        yield ScalePiece(self._typesetter, block, self._root)

    def _bullets(self, block: Bullets, width: float) -> Iterator[Piece]:
        yield from self._list(block.items, width, BULLET, self._root)

    def _list(
        self, items: Iterable[str], width: float, style: TextStyle, parent: Element
    ) -> Iterator[Piece]:
        texts = [text for text in items if text.strip()]
        if not texts:
            return
        element = Element(Role.LIST, parent, attributes="/O/List/ListNumbering/Disc")
        for text in texts:
            item = Element(Role.LIST_ITEM, element)
            label = self._text(BULLET_SIGN, style, Role.LABEL, item)
            body = self._text(text, style, Role.LIST_BODY, item)
            row = Row([label, body], [BULLET_INDENT, width - BULLET_INDENT], Panel())
            row.space_before = style.space_before
            yield row

    def _side_by_side(self, block: SideBySide, width: float) -> Iterator[Piece]:
        column = (width - COLUMN_GAP) / 2
        level = self._level
        left = self._several(block.left, column)
        self._level = level
        right = self._several(block.right, column)
        stacks = [Stack(left), Stack(right)]
        row = Row(stacks, [column, column], Panel(), gap=COLUMN_GAP)
        row.space_before = max(stack.space_before for stack in stacks)
        yield row

    def _table(self, block: Table, width: float) -> Iterator[Piece]:
        for piece in StreamTable(self._typesetter, block, width, self._root).rows():
            yield piece
            self.done += 1

    def _question(self, block: QuestionBlock, width: float) -> Iterator[Piece]:
        level = min(self._level, len(HEADING_ROLES) - 1)
        heading = Element(HEADING_ROLES[level], self._root)
        text_width = width - REF_WIDTH - ANSWER_WIDTH - ANSWER_GAP
        row = Row(
            [
                TextPiece(self._typesetter, block.ref, QUESTION_REF, heading),
                TextPiece(self._typesetter, block.text, QUESTION, heading),
                None,
                self._answer(block),
            ],
            [REF_WIDTH, text_width, ANSWER_GAP, ANSWER_WIDTH],
            QUESTION_PANEL,
        )
        row.space_before = 5
        row.keeps_with_next = bool(block.details)
        yield row
        for detail in block.details:
            yield from self._detail(detail, width)

    def _answer(self, block: QuestionBlock) -> Piece:
        """Stack the answer of a question and its flags."""
        badges = [(block.answer, False)] if block.answer else []
        badges += [(Badge(flag), True) for flag in block.flags]
        pieces: list[Piece] = []
        for badge, is_outline in badges:
            element = Element(Role.P, self._root)
            if fits_in_picture(badge.text):
                pill = Pill(self._typesetter, badge, element, is_outline=is_outline)
                pieces.append(pill)
            else:
                pieces.append(TextPiece(self._typesetter, badge.text, DETAIL, element))
        return Stack(pieces)

    def _detail(self, block: Detail, width: float) -> Iterator[Piece]:
        texts = [text for text in block.texts if text.strip()]
        if not texts:
            return
        body_width = width - REF_WIDTH - DETAIL_LABEL_WIDTH - DETAIL_GAP
        parent = Element(Role.DIVISION, self._root)
        label = self._text(block.label, DETAIL_LABEL, Role.P, parent)
        if len(texts) == 1:
            body: Piece = self._text(texts[0], DETAIL, Role.P, parent)
        else:
            body = Stack(self._list(texts, body_width, DETAIL, parent))
        yield Row([label, body], [DETAIL_LABEL_WIDTH, body_width], DETAIL_PANEL, gap=DETAIL_GAP)

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
