# SPDX-License-Identifier: MPL-2.0
"""Make one block of every kind, with words of its own in every place that holds text.

What is made follows the types of the blocks, so a kind or a field that is added is filled as well.
"""

import types
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from typing import ForwardRef, Union, get_args, get_origin, get_type_hints

from PIL import Image

from auditapp.checklist.revision.word_marks import whole_word_marks
from auditapp.insight.chart_models import HeatCell, HeatChart, HeatRow
from auditapp.insight.intervals import Share
from auditapp.report import blank_blocks, blocks, figure_blocks
from auditapp.report.blocks import (
    Badge,
    Bar,
    Block,
    Detail,
    DetailKind,
    GradeScale,
    Heading,
    KeepTogether,
    Mark,
    Noted,
    PageBreakHint,
    Paragraph,
    Picture,
    QuestionBlock,
    RowGroup,
    SideBySide,
    Table,
)
from auditapp.report.change_blocks import MarkedText
from auditapp.report.figure_blocks import Figure

NAMES = vars(blocks) | vars(blank_blocks) | vars(figure_blocks)
KINDS = get_args(Block)


class Words:
    """Make words that are nowhere else."""

    def __init__(self):
        self.made = []

    def __call__(self):
        """Return the next word."""
        self.made.append(f"word{len(self.made):04}x")
        return self.made[-1]


def every_block(word):
    """Return one block of every kind, the texts in it made by ``word``."""
    return tuple(_MADE.get(kind, _filled)(kind, word) for kind in KINDS)


def _filled(kind, word):
    """Return a value of a type, with every text in it made by ``word``."""
    if isinstance(kind, ForwardRef):
        kind = NAMES[kind.__forward_arg__]
    if kind in _MADE:
        return _MADE[kind](kind, word)
    if is_dataclass(kind):
        hints = get_type_hints(kind, NAMES)
        return kind(**{each.name: _filled(hints[each.name], word) for each in fields(kind)})
    if get_origin(kind) in (Union, types.UnionType):
        return _filled(get_args(kind)[0], word)
    if get_origin(kind) is tuple:
        held = get_args(kind)
        if held[-1] is ...:
            return tuple(_filled(each, word) for each in (*_variants(held[0]), held[0]))
        return tuple(_filled(each, word) for each in held)
    return word() if kind is str else _plain(kind)


def _variants(kind):
    """Return the types that a value may have."""
    if isinstance(kind, ForwardRef):
        kind = NAMES[kind.__forward_arg__]
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)


def _plain(kind):
    """Return a value without words."""
    if issubclass(kind, Enum):
        return next(iter(kind))
    return kind(2)


def _marked(_kind, word):
    old, new = f"{word()} {word()} {word()}", f"{word()} {word()}"
    return MarkedText(whole_word_marks(old, new), word())


def _cells(word):
    return (
        word(),
        _filled(Badge, word),
        _filled(Bar, word),
        _marked(MarkedText, word),
        Noted(word(), (word(), word())),
        Noted(_filled(Badge, word), (word(),)),
        Noted(_marked(MarkedText, word), ()),
    )


def _table(_kind, word):
    columns = tuple(_filled(blocks.Column, word) for _cell in _cells(Words()))
    kinds = [*blocks.ColumnKind, *blocks.ColumnKind]
    columns = tuple(
        replace(column, kind=kind) for column, kind in zip(columns, kinds, strict=False)
    )
    rows = (_cells(word), RowGroup(word()), _cells(word), RowGroup(word()), _cells(word))
    return Table(columns, rows, word())


def _question(_kind, word):
    details = tuple(
        Detail(word(), tuple(word() for _text in range(count)), kind)
        for kind in DetailKind
        for count in (1, 2)
    )
    return QuestionBlock(word(), word(), _filled(Badge, word), details, (word(), word()))


def _scale(_kind, word):
    steps = tuple(_filled(Badge, word) for _step in range(3))
    return GradeScale(steps, 1, word(), (Mark(0, word()), Mark(2, word())))


def _figure(_kind, word):
    cells = (HeatCell(Share(6, 9)), HeatCell(Share(3, 9)))
    row = HeatRow(word(), cells)
    return Figure(HeatChart(word(), "Criterion", (word(), word()), (row,)))


def _png():
    drawn = BytesIO()
    Image.new("RGB", (2, 1), "#1d6b3a").save(drawn, "PNG")
    return drawn.getvalue()


_MADE = {
    Table: _table,
    QuestionBlock: _question,
    GradeScale: _scale,
    MarkedText: _marked,
    Heading: lambda _kind, word: Heading(1, word()),
    SideBySide: lambda _kind, word: SideBySide((Heading(2, word()),), (Paragraph(word()),)),
    KeepTogether: lambda _kind, word: KeepTogether((Heading(2, word()), Paragraph(word()))),
    PageBreakHint: lambda _kind, _word: PageBreakHint(),
    Figure: _figure,
    Picture: lambda _kind, word: Picture(_png(), (2, 1), word()),
}
"""How those are made whose parts must fit each other."""
