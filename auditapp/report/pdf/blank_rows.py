# SPDX-License-Identifier: MPL-2.0
"""Set what is filled in by hand: a question with its answers to tick and its lines to write on."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from auditapp.i18n import _
from auditapp.report.blank_blocks import (
    BlankPart,
    DateBoxes,
    Lines,
    NumberBox,
    Tick,
    Ticks,
)
from auditapp.report.pdf.blank_flowables import (
    LINE_HEIGHT,
    DateFrame,
    FieldRole,
    Frame,
    TickBox,
    WritingLines,
    field,
)
from auditapp.report.pdf.list_rows import list_rows
from auditapp.report.pdf.pieces import Panel, Piece, Row, Stack
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import (
    ADVICE,
    BLANK_HINT,
    BLANK_LABEL,
    HINT,
    PAPER,
    QUESTION,
    QUESTION_REF,
    SOURCE,
    TICK,
    TICK_HEAD,
    TICK_NOTE,
    USUAL,
    TextStyle,
    Theme,
)
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.typeset import Span, Typesetter

REF_WIDTH: Final = 30.0
ADVICE_WIDTH: Final = 150.0
ADVICE_INSET: Final = 8.0
LABEL_WIDTH: Final = 56.0
GAP: Final = 6.0
COLUMN_GAP: Final = 14.0
TICK_WIDTH: Final = 9.0
STEP_WIDTH: Final = 88.0
NUMBER_WIDTH: Final = 62.0
MOST_COLUMNS: Final = 6
LONG_LIST: Final = 12
BREAKS_UP_TO: Final = 1.5
"""In a long list a text may be so many times as wide as its column, and is then broken."""

MOVES_WHOLE: Final = 640.0
"""A question up to this height, in points, is not parted: nobody likes to turn the page for it."""

QUESTION_PANEL: Final = Panel(above=6, below=1, rule_above=True)
BLANK_PANEL: Final = Panel(below=2.5)
LABEL_PANEL: Final = Panel(above=2)
LINE_PANEL: Final = Panel(above=LINE_HEIGHT - BLANK_LABEL.leading)
SPACE_BEFORE: Final = 4.0
ADVICE_PANEL: Final = Panel(left=ADVICE_INSET, above=6, below=7, background=PAPER)


class BlankRows:
    """Make the pieces of one part to fill in, in a column of ``width`` points."""

    def __init__(
        self,
        typesetter: Typesetter,
        block: BlankPart,
        width: float,
        parent: Element,
        theme: Theme = USUAL,
    ) -> None:
        self._typesetter = typesetter
        self._theme = theme
        self._block = block
        self._parent = parent
        self._indent = REF_WIDTH if block.ref else 0.0
        self._inner = width - self._indent
        # Under what has no number there is little to write, and there may be much to say.
        self._is_beside = bool(block.ref and (block.advice or block.sources))
        self._room = self._inner - (ADVICE_WIDTH + COLUMN_GAP if self._is_beside else 0)
        self._makers: dict[type, Callable[[Any], Iterator[Piece]]] = {
            Ticks: self._ticks,
            Lines: self._lines,
            DateBoxes: self._dates,
            NumberBox: self._number,
        }

    def piece(self, heading: Element) -> Piece:
        """Return the whole part; ``heading`` is the element of what it asks."""
        question = self._question(heading)
        question.keeps_with_next = True
        rows = [question, *self._under_the_question(), self._body()]
        if self._block.advice and not self._is_beside:
            rows.append(self._advice(self._inner))
        height = Stack(rows).measure(self._indent + self._inner)
        return Stack(rows, keeps=height <= MOVES_WHOLE)

    def _question(self, heading: Element) -> Row:
        ref = self._text(self._block.ref, QUESTION_REF, heading) if self._block.ref else None
        cells = [ref, self._text(self._block.text, QUESTION, heading)]
        row = Row(cells, [self._indent, self._inner], QUESTION_PANEL)
        row.space_before = SPACE_BEFORE
        return row

    def _under_the_question(self) -> Iterator[Piece]:
        texts = [(text, self._theme.condition) for text in self._block.conditions]
        for text, style in (*texts, (self._block.hint, HINT)):
            if text.strip():
                piece = self._text(text, style, Element(Role.P, self._parent))
                row = Row([piece], [self._inner], Panel(left=self._indent))
                row.keeps_with_next = True
                yield row

    def _body(self) -> Row:
        """Put what is to be filled in at the left, and what helps with it at the right."""
        blanks = Stack(
            piece for blank in self._block.blanks for piece in self._makers[type(blank)](blank)
        )
        cells: list[Piece | None] = [blanks]
        widths = [self._room]
        if self._is_beside:
            cells.append(self._advice(ADVICE_WIDTH))
            widths.append(ADVICE_WIDTH)
        return Row(cells, widths, Panel(left=self._indent, above=4, below=6), gap=COLUMN_GAP)

    def _advice(self, width: float) -> Row:
        inner = width - 2 * ADVICE_INSET
        return Row([Stack(self._points(inner))], [inner], ADVICE_PANEL)

    def _points(self, width: float) -> Iterator[Piece]:
        division = Element(Role.DIVISION, self._parent)
        for advice in self._block.advice:
            yield self._text(advice.title, self._theme.advice_title, Element(Role.P, division))
            if len(advice.points) == 1:
                yield self._text(advice.points[0], ADVICE, Element(Role.P, division))
            else:
                yield from list_rows(self._typesetter, advice.points, width, ADVICE, division)
        if self._block.sources:
            yield self._text(self._block.sources, SOURCE, Element(Role.P, division))

    def _ticks(self, block: Ticks) -> Iterator[Piece]:
        """Set boxes to tick: each with what it looks like, or several in a line."""
        if block.label.strip():
            yield self._text(block.label, BLANK_LABEL, Element(Role.P, self._parent))
        rows = Element(Role.LIST, self._parent, attributes="/O/List/ListNumbering/None")
        if block.are_steps:
            yield from (self._step(tick, rows) for tick in block.ticks)
        elif any(tick.note for tick in block.ticks):
            yield from (self._explained(tick, rows) for tick in block.ticks)
        else:
            yield from self._in_columns(block.ticks, rows)

    def _step(self, tick: Tick, rows: Element) -> Piece:
        """Set a box, the name of a step, and beside it what it looks like."""
        box, body = self._tick(tick, rows)
        name = self._text(tick.text, TICK_HEAD, Element(Role.P, body))
        note = self._text(tick.note, TICK_NOTE, Element(Role.P, body)) if tick.note else None
        rest = self._room - TICK_WIDTH - STEP_WIDTH - 2 * GAP
        return Row([box, name, note], [TICK_WIDTH, STEP_WIDTH, rest], BLANK_PANEL, gap=GAP)

    def _explained(self, tick: Tick, rows: Element) -> Piece:
        """Set a box, its text, and under it its note."""
        box, body = self._tick(tick, rows)
        texts = [(tick.text, TICK), (tick.note, TICK_NOTE)]
        stack = Stack(
            self._text(text, style, Element(Role.P, body)) for text, style in texts if text
        )
        return Row([box, stack], [TICK_WIDTH, self._room - TICK_WIDTH - GAP], BLANK_PANEL, gap=GAP)

    def _in_columns(self, ticks: Sequence[Tick], rows: Element) -> Iterator[Piece]:
        """Set as many boxes in a line as the longest text allows; a long list in two columns."""
        widest = max((self._extent(tick.text) for tick in ticks), default=0.0) + TICK_WIDTH + GAP
        room = self._room * BREAKS_UP_TO if len(ticks) >= LONG_LIST else self._room
        columns = min(max(int((room + GAP) / (widest + GAP)), 1), MOST_COLUMNS)
        width = (self._room - GAP * (columns - 1)) / columns
        for place in range(0, len(ticks), columns):
            cells: list[Piece | None] = []
            for tick in ticks[place : place + columns]:
                box, body = self._tick(tick, rows)
                cells.append(_beside(box, self._text(tick.text, TICK, body), width))
            yield Row(cells, [width] * len(cells), BLANK_PANEL, gap=GAP)

    def _tick(self, tick: Tick, rows: Element) -> tuple[Piece, Element]:
        """Return the box to tick, and the element of what it says."""
        item = Element(Role.LIST_ITEM, rows)
        box = TickBox(tick.text, TICK.leading, Element(Role.LABEL, item))
        return box, Element(Role.LIST_BODY, item)

    def _lines(self, block: Lines) -> Iterator[Piece]:
        lines = WritingLines(block.count, field(FieldRole.WRITE, block.label, self._parent))
        yield self._labelled(block.label, lines, block.hint, LINE_PANEL)

    def _dates(self, block: DateBoxes) -> Iterator[Piece]:
        """Set as many dates in a line as there is room for."""
        room = self._room - LABEL_WIDTH - GAP
        columns = max(int((room + COLUMN_GAP) / (DateFrame.WIDTH + COLUMN_GAP)), 1)
        rows = []
        for place in range(0, block.count, columns):
            numbers = range(place + 1, min(place + columns, block.count) + 1)
            cells = [DateFrame(self._date_field(block, number)) for number in numbers]
            rows.append(Row(cells, [DateFrame.WIDTH] * len(cells), Panel(), gap=COLUMN_GAP))
        yield self._labelled(block.label, Stack(rows), _("day, month, year"))

    def _date_field(self, block: DateBoxes, number: int) -> Element:
        words = (
            _("{label} {number}, day, month, year")
            if block.count > 1
            else _("{label}, day, month, year")
        )
        words = words.format(label=block.label, number=number)
        return field(FieldRole.WRITE, words, self._parent)

    def _number(self, block: NumberBox) -> Iterator[Piece]:
        frame = Frame(NUMBER_WIDTH, field(FieldRole.WRITE, block.label, self._parent))
        room = self._room - LABEL_WIDTH - NUMBER_WIDTH - 2 * GAP
        unit = self._text(block.unit, TICK, Element(Role.P, self._parent))
        row = Row([frame, unit], [NUMBER_WIDTH, room], Panel(), gap=GAP)
        yield self._labelled(block.label, row)

    def _labelled(
        self, label: str, body: Piece, hint: str = "", panel: Panel = LABEL_PANEL
    ) -> Piece:
        """Set a label, small, at the left of where it is written."""
        texts = [(label, BLANK_LABEL), (hint, BLANK_HINT)]
        pieces = [
            self._text(text, style, Element(Role.P, self._parent)) for text, style in texts if text
        ]
        room = self._room - LABEL_WIDTH - GAP
        label_row = Row([Stack(pieces)], [LABEL_WIDTH], panel)
        row = Row([label_row, body], [LABEL_WIDTH, room], BLANK_PANEL, gap=GAP)
        row.space_before = SPACE_BEFORE / 2
        return row

    def _extent(self, text: str) -> float:
        """Return the width that ``text`` takes when it is not broken."""
        lines = self._typesetter.lines([Span(text)], TICK.size, float("inf"))
        return max(line.width for line in lines)

    def _text(self, text: str, style: TextStyle, element: Element) -> TextPiece:
        return TextPiece(self._typesetter, text, style, element)


def _beside(box: Piece, text: Piece, width: float) -> Piece:
    return Row([box, text], [TICK_WIDTH, width - TICK_WIDTH - GAP], Panel(), gap=GAP)
