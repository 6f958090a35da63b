# SPDX-License-Identifier: MPL-2.0
"""Set a question with its answer and all that was recorded with it."""

from collections import deque
from collections.abc import Callable, Iterator

from auditapp.report.blocks import Badge, Detail, DetailKind, QuestionBlock
from auditapp.report.pdf.flowables import Pill, fits_in_picture
from auditapp.report.pdf.list_rows import list_rows
from auditapp.report.pdf.pieces import MOVES_WHOLE, Panel, Piece, Row, Stack
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import (
    DETAIL,
    DETAIL_LABEL,
    QUESTION,
    QUESTION_REF,
    QUOTE,
    RULE,
    SMALL_DETAIL,
    TextStyle,
)
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.fonts import Weight
from auditapp.report.typesetting.typeset import Span, Typesetter

REF_WIDTH = 30.0
ANSWER_WIDTH = 116.0
ANSWER_GAP = 8.0
LABEL_WIDTH = 54.0
LABEL_GAP = 6.0
RIGHT_LABEL_WIDTH = 38.0
RIGHT_WIDTH = 152.0
"""How wide the second of two facts on a line may be."""

QUESTION_PANEL = Panel(above=4.5, below=1, rule_above=True)
DETAIL_PANEL = Panel(below=1, left=REF_WIDTH)
QUOTE_PANEL = Panel(above=1, below=2, left=10, bar=RULE, bar_width=2)
SPACE_BEFORE = 3.0


class QuestionRows:
    """Make the pieces of one question, in a column of ``width`` points."""

    def __init__(
        self, typesetter: Typesetter, block: QuestionBlock, width: float, parent: Element
    ) -> None:
        self._typesetter = typesetter
        self._block = block
        self._width = width
        self._parent = parent
        beside = LABEL_WIDTH + RIGHT_LABEL_WIDTH + RIGHT_WIDTH + 3 * LABEL_GAP
        self._left = width - REF_WIDTH - beside
        self._makers: dict[DetailKind, Callable[[Detail, list[str]], Piece]] = {
            DetailKind.PLAIN: self._plain,
            DetailKind.FACT: self._plain,
            DetailKind.QUOTE: self._quote,
            DetailKind.SMALL: self._small,
        }

    def piece(self, heading: Element) -> Piece:
        """Return the whole question; ``heading`` is the element of its text."""
        question = self._question(heading)
        details = list(self._details())
        question.keeps_with_next = bool(details)
        rows = [question, *details]
        height = Stack(rows).measure(self._width)
        return Stack(rows, keeps=height <= MOVES_WHOLE)

    def _question(self, heading: Element) -> Row:
        answer = self._answer()
        taken = ANSWER_WIDTH + ANSWER_GAP if answer else 0
        row = Row(
            [
                TextPiece(self._typesetter, self._block.ref, QUESTION_REF, heading),
                TextPiece(self._typesetter, self._block.text, QUESTION, heading),
                None,
                answer,
            ],
            [REF_WIDTH, self._width - REF_WIDTH - taken, ANSWER_GAP, ANSWER_WIDTH],
            QUESTION_PANEL,
        )
        row.space_before = SPACE_BEFORE
        return row

    def _answer(self) -> Piece | None:
        """Stack the answer of the question and its flags."""
        badges = [(self._block.answer, False)] if self._block.answer else []
        badges += [(Badge(flag), True) for flag in self._block.flags]
        pieces: list[Piece] = []
        for badge, is_outline in badges:
            element = Element(Role.P, self._parent)
            if fits_in_picture(badge.text):
                pieces.append(Pill(self._typesetter, badge, element, is_outline=is_outline))
            else:
                pieces.append(TextPiece(self._typesetter, badge.text, DETAIL, element))
        return Stack(pieces) if pieces else None

    def _details(self) -> Iterator[Piece]:
        """Yield the details in their order, two facts on a line where both are short."""
        waiting = deque(self._block.details)
        while waiting:
            detail = waiting.popleft()
            texts = [text for text in detail.texts if text.strip()]
            if waiting and self._fits(detail, self._left) and self._fits(waiting[0], RIGHT_WIDTH):
                yield self._pair(detail, waiting.popleft())
            elif texts:
                yield self._makers[detail.kind](detail, texts)

    def _fits(self, detail: Detail, width: float) -> bool:
        """Tell whether ``detail`` is a fact that fits on one line of ``width``."""
        is_one_fact = detail.kind is DetailKind.FACT and len(detail.texts) == 1
        if not is_one_fact or not detail.texts[0].strip():
            return False
        return len(self._typesetter.lines([Span(detail.texts[0])], DETAIL.size, width)) == 1

    def _pair(self, left: Detail, right: Detail) -> Piece:
        """Set two short facts on one line."""
        cells: list[Piece | None] = []
        for detail in (left, right):
            division = Element(Role.DIVISION, self._parent)
            cells.append(self._text(detail.label, DETAIL_LABEL, division))
            cells.append(self._text(detail.texts[0], DETAIL, division))
        widths = [LABEL_WIDTH, self._left, RIGHT_LABEL_WIDTH, RIGHT_WIDTH]
        return Row(cells, widths, DETAIL_PANEL, gap=LABEL_GAP)

    def _plain(self, detail: Detail, texts: list[str]) -> Piece:
        """Set a label, and beside it one text or a list."""
        width = self._width - REF_WIDTH - LABEL_WIDTH - LABEL_GAP
        division = Element(Role.DIVISION, self._parent)
        label = self._text(detail.label, DETAIL_LABEL, division)
        if len(texts) == 1:
            body: Piece = self._text(texts[0], DETAIL, division)
        else:
            body = Stack(list_rows(self._typesetter, texts, width, DETAIL, division))
        return Row([label, body], [LABEL_WIDTH, width], DETAIL_PANEL, gap=LABEL_GAP)

    def _quote(self, _detail: Detail, texts: list[str]) -> Piece:
        """Set words as they were given, beside a bar; that they are the answer needs no label."""
        quote = Element(Role.QUOTE, self._parent)
        width = self._width - REF_WIDTH
        inner = width - QUOTE_PANEL.left
        body = Stack(self._text(text, QUOTE, quote) for text in texts)
        row = Row([body], [inner], QUOTE_PANEL)
        return Row([row], [width], DETAIL_PANEL)

    def _small(self, detail: Detail, texts: list[str]) -> Piece:
        """Set a label and its text as one small line."""
        spans = [Span(f"{detail.label}:", Weight.SEMIBOLD), Span("; ".join(texts))]
        element = Element(Role.P, self._parent)
        body = TextPiece(self._typesetter, spans, SMALL_DETAIL, element)
        return Row([body], [self._width - REF_WIDTH], DETAIL_PANEL)

    def _text(self, text: str, style: TextStyle, parent: Element) -> TextPiece:
        return TextPiece(self._typesetter, text, style, Element(Role.P, parent))
