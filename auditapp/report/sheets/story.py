# SPDX-License-Identifier: MPL-2.0
"""Turn the blocks of a report into texts and grids, in reading order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.insight.chart_words import chart_words
from auditapp.report.blank_blocks import BlankPart, BlankSheet, BlankTable, NewPart
from auditapp.report.block_words import bar_in_words, marked_in_words
from auditapp.report.blocks import (
    Badge,
    Bar,
    Block,
    Bullets,
    Callout,
    Cell,
    ColumnKind,
    Facts,
    GradeScale,
    Heading,
    KeepTogether,
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
from auditapp.report.document import ReportDocument
from auditapp.report.figure_blocks import Figure
from auditapp.report.heading_depths import HeadingDepths
from auditapp.report.sheets.grids import Entry, Grid, GridRow, Place, Said
from auditapp.report.sheets.questions import Asked, question_grid

DEEPEST: Final = 9
BETWEEN: Final = " / "


class GridStory:
    """Make the texts and grids of one report.

    The questions of a part are gathered into one grid, whatever stands between them.
    """

    def __init__(self, document: ReportDocument) -> None:
        self._document = document
        self._depths = HeadingDepths(DEEPEST)
        self._headings: list[str] = []
        self._is_new = False
        self._asked: list[Asked] = []
        self._makers: Mapping[type, Callable[[Any], Iterator[Entry]]] = {
            Heading: self._heading,
            Paragraph: lambda block: self._said(("", block.text)),
            Callout: lambda block: self._said((block.title, "\n".join(block.paragraphs))),
            Facts: lambda block: self._said(*block.pairs),
            GradeScale: self._scale,
            Bullets: lambda block: self._said(*(("", item) for item in block.items)),
            SideBySide: self._side_by_side,
            Table: self._table,
            QuestionBlock: self._question,
            KeepTogether: lambda block: self._blocks(block.blocks),
            PageBreakHint: lambda _block: iter(()),
            BlankPart: self._question,
            BlankSheet: lambda block: self._said(*((label, "") for label in block.labels)),
            BlankTable: self._blank_table,
            Picture: lambda block: self._said((_("Picture"), block.words)),
            Figure: lambda block: self._said(("", chart_words(block.chart))),
            NewPart: lambda block: self._said((_("At the foot of the page"), block.footer_left)),
        }

    def head(self) -> Iterator[Entry]:
        """Yield what stands above, below and around the blocks."""
        document = self._document
        yield from self._said(
            (_("Marking"), document.marking),
            (_("Organisation"), document.overline),
            (_("Title"), document.title),
            ("", document.subtitle),
            (_("Reference"), document.reference),
            (_("Made by"), document.author),
            (_("Logo"), document.logo.words if document.logo else ""),
            (_("At the foot of the page"), document.footer_left),
            (_("At the foot of the page"), document.footer_note),
            (_("SHA-256 of what this report was made from"), grouped(document.content_hash)),
        )

    def entries(self, block: Block) -> Iterator[Entry]:
        """Yield what one block says."""
        yield from self._makers[type(block)](block)

    def end(self) -> Iterator[Entry]:
        """Yield what was still being gathered."""
        yield from self._gathered()
        yield from self._unused_heading()

    @property
    def _place(self) -> Place:
        return Place(self._headings[0] if self._headings else "", self._under)

    @property
    def _under(self) -> str:
        return BETWEEN.join(self._headings[1:])

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Entry]:
        for block in blocks:
            yield from self.entries(block)

    def _said(self, *pairs: tuple[str, str]) -> Iterator[Entry]:
        for label, text in pairs:
            if label.strip() or text.strip():
                self._is_new = False
                yield Said(self._place, label, text)

    def _heading(self, block: Heading) -> Iterator[Entry]:
        """Go to another place; one that nothing was said in is not left out."""
        depth = self._depths.depth(block.level)
        if depth <= len(self._headings):
            yield from self._unused_heading()
        if depth == 1:
            yield from self._gathered()
        self._headings = [*self._headings[: depth - 1], block.text]
        self._is_new = True

    def _unused_heading(self) -> Iterator[Entry]:
        if self._is_new and self._headings:
            self._is_new = False
            yield Said(self._place, "", "")

    def _scale(self, block: GradeScale) -> Iterator[Entry]:
        chosen = _("Not graded") if block.chosen is None else block.steps[block.chosen].text
        yield from self._said(
            (block.label, chosen),
            *((mark.text, block.steps[mark.step].text) for mark in block.other_marks),
            (_("Scale"), ", ".join(step.text for step in block.steps)),
        )

    def _side_by_side(self, block: SideBySide) -> Iterator[Entry]:
        depth, headings = self._depths.last, self._headings
        yield from self._blocks(block.left)
        yield from self._unused_heading()
        self._depths.last, self._headings = depth, headings
        yield from self._blocks(block.right)

    def _table(self, block: Table) -> Iterator[Entry]:
        self._is_new = False
        titles = tuple(column.title for column in block.columns)
        has_groups = any(isinstance(row, RowGroup) for row in block.rows)
        rows = tuple(GridRow(self._under, cells) for cells in _rows(block, has_groups=has_groups))
        numbers = frozenset(
            place + has_groups
            for place, column in enumerate(block.columns)
            if column.kind is ColumnKind.NUMBER
        )
        if has_groups:
            titles = (_("Group"), *titles)
        yield Grid(self._place.part, block.caption, titles, rows, numbers)

    def _blank_table(self, block: BlankTable) -> Iterator[Entry]:
        self._is_new = False
        titles = tuple(title for title, _share in block.columns)
        row = GridRow(self._under, ("",) * len(titles))
        yield Grid(self._place.part, block.caption, titles, (row,) * block.count)

    def _question(self, block: QuestionBlock | BlankPart) -> Iterator[Entry]:
        self._is_new = False
        self._asked.append(Asked(self._under, block))
        yield from ()

    def _gathered(self) -> Iterator[Entry]:
        if self._asked:
            yield question_grid(self._place.part, self._asked)
            self._asked = []


def _rows(table: Table, *, has_groups: bool) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row, behind the head of its group where there are groups."""
    group, is_empty = "", False
    for row in table.rows:
        if isinstance(row, RowGroup):
            if is_empty:
                yield (group, *[""] * len(table.columns))
            group, is_empty = row.title, True
        else:
            cells = tuple(map(_cell_words, row))
            yield (group, *cells) if has_groups else cells
            is_empty = False
    if is_empty:
        yield (group, *[""] * len(table.columns))


def _cell_words(cell: Cell) -> str:
    """Return what a cell says, notes on lines of their own."""
    match cell:
        case Badge():
            return cell.text
        case Bar():
            return bar_in_words(cell)
        case MarkedText():
            return marked_in_words(cell)
        case Noted():
            return "\n".join(each for each in (_cell_words(cell.text), *cell.notes) if each.strip())
    return cell
