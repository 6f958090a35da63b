# SPDX-License-Identifier: MPL-2.0
"""Set short facts in two columns, each a label and what it is; a long one takes the whole line."""

from collections.abc import Iterator, Sequence

from auditapp.report.blocks import Facts
from auditapp.report.pdf.pieces import Panel, Piece, Row
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import FACT, FACT_LABEL, TextStyle
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.typeset import Span, Typesetter

WIDEST_LABEL = 90.0
LABEL_GAP = 8.0
COLUMN_GAP = 18.0
SPACE_BEFORE = 10.0
PANEL = Panel(above=3.2, below=3.6, rule_below=True)
FIRST_PANEL = Panel(above=3.2, below=3.6, rule_above=True, rule_below=True)

Pair = tuple[str, str]


class FactRows:
    """Make the rows of one list of facts, in a column of ``width`` points."""

    def __init__(self, typesetter: Typesetter, block: Facts, width: float, parent: Element) -> None:
        self._typesetter = typesetter
        self._pairs = block.pairs
        widest = max((self._extent(name, FACT_LABEL) for name, _text in block.pairs), default=0)
        self._label = min(widest, WIDEST_LABEL) + LABEL_GAP
        self._value = (width - COLUMN_GAP) / 2 - self._label
        self._wide = width - self._label
        self._table = Element(Role.TABLE, parent)

    def rows(self) -> Iterator[Piece]:
        """Yield the short facts two by two, then each long one."""
        for place, pairs in enumerate(self._lines()):
            row = self._row(pairs, PANEL if place else FIRST_PANEL)
            row.space_before = 0 if place else SPACE_BEFORE
            yield row

    def _lines(self) -> Iterator[Sequence[Pair]]:
        short = [pair for pair in self._pairs if self._is_short(pair)]
        for place in range(0, len(short), 2):
            yield (*short[place : place + 2], ("", ""))[:2]
        for pair in self._pairs:
            if not self._is_short(pair):
                yield (pair,)

    def _row(self, pairs: Sequence[Pair], panel: Panel) -> Row:
        element = Element(Role.ROW, self._table)
        is_wide = len(pairs) == 1
        cells: list[Piece | None] = []
        widths: list[float] = []
        for name, text in pairs:
            scope = "/O/Table/Scope/Row" if name else ""
            head = Element(Role.HEAD_CELL if name else Role.CELL, element, attributes=scope)
            cell = Element(Role.CELL, element, attributes="/O/Table/ColSpan 3" if is_wide else "")
            cells.append(TextPiece(self._typesetter, name, FACT_LABEL, head))
            cells.append(TextPiece(self._typesetter, text, FACT, cell))
            cells.append(None)
            widths += [self._label, self._wide if is_wide else self._value, COLUMN_GAP]
        return Row(cells[:-1], widths[:-1], panel)

    def _is_short(self, pair: Pair) -> bool:
        """Tell whether a fact stands on one line of half the width."""
        return self._extent(pair[1], FACT) <= self._value and "\n" not in pair[1]

    def _extent(self, text: str, style: TextStyle) -> float:
        """Return the width that ``text`` takes when it is not broken."""
        lines = self._typesetter.lines([Span(text, style.weight)], style.size, float("inf"))
        return max(line.width for line in lines)
