# SPDX-License-Identifier: MPL-2.0
"""Turn the blocks of a report into the contents of a web page, in reading order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from auditapp.report.blank_blocks import BlankPart, BlankSheet, BlankTable, NewPart
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
from auditapp.report.heading_depths import HeadingDepths
from auditapp.report.web_page.blanks import blank_part_markup, blank_sheet_markup
from auditapp.report.web_page.cells import picture_markup, scale_markup
from auditapp.report.web_page.charts import chart_markup
from auditapp.report.web_page.markup import Markup, line, said, tag
from auditapp.report.web_page.questions import question_markup
from auditapp.report.web_page.tables import blank_table_markup, table_markup

DEEPEST: Final = 5
"""The one h1 is the title, and there is nothing below h6."""


class PageStory:
    """Make the contents of one page.

    ``contents`` holds the id and the text of each heading right under the title that was made so
    far; ``foot`` is what stands at the foot of the part that is being made.
    """

    def __init__(self, document: ReportDocument) -> None:
        self._depths = HeadingDepths(DEEPEST)
        self._headings = 0
        self.contents: list[tuple[str, str]] = []
        self.foot = document.footer_left
        self._makers: Mapping[type, Callable[[Any], Iterator[Markup]]] = {
            Heading: self._heading,
            Paragraph: _paragraph,
            Callout: _callout,
            Facts: _facts,
            GradeScale: lambda block: iter([scale_markup(block)]),
            Bullets: _bullets,
            SideBySide: self._side_by_side,
            Table: lambda block: iter([table_markup(block)]),
            QuestionBlock: lambda block: iter([question_markup(block, self._below())]),
            KeepTogether: self._keep_together,
            PageBreakHint: lambda _block: iter(()),
            BlankPart: lambda block: iter([blank_part_markup(block, self._below())]),
            BlankSheet: lambda block: iter([blank_sheet_markup(block)]),
            BlankTable: lambda block: iter([blank_table_markup(block)]),
            Picture: lambda block: iter([picture_markup(block)]),
            Figure: lambda block: iter([chart_markup(block.chart)]),
            NewPart: self._new_part,
        }

    def block(self, block: Block) -> Iterator[Markup]:
        """Yield what one block is in the page."""
        yield from self._makers[type(block)](block)

    def _blocks(self, blocks: Iterable[Block]) -> list[Markup]:
        return [made for block in blocks for made in self.block(block)]

    def _heading(self, block: Heading) -> Iterator[Markup]:
        depth = self._depths.depth(block.level)
        self._headings += 1
        anchor = f"part-{self._headings}"
        if depth == 1 and block.bookmark:
            self.contents.append((anchor, block.text))
        yield tag(_element(depth), line(block.text), id=anchor, dir="auto")

    def _side_by_side(self, block: SideBySide) -> Iterator[Markup]:
        """Put both lists next to each other; the headings of both stand equally deep."""
        depth = self._depths.last
        left = self._blocks(block.left)
        self._depths.last = depth
        right = self._blocks(block.right)
        yield tag("div", tag("div", *left), tag("div", *right), class_="beside")

    def _keep_together(self, block: KeepTogether) -> Iterator[Markup]:
        made = self._blocks(block.blocks)
        if made:
            yield tag("div", *made, class_="together")

    def _new_part(self, block: NewPart) -> Iterator[Markup]:
        yield foot_markup(self.foot)
        self.foot = block.footer_left
        yield tag("div", class_="new-part")

    def _below(self) -> str:
        return _element(self._depths.below)


def foot_markup(text: str) -> Markup:
    """Return what stands at the foot of a part of a report."""
    return said("p", text, class_="foot")


def _element(depth: int) -> str:
    return f"h{depth + 1}"


def _paragraph(block: Paragraph) -> Iterator[Markup]:
    if block.text.strip():
        yield said("p", block.text, class_=block.tone)


def _callout(block: Callout) -> Iterator[Markup]:
    sign = "" if block.tone is CalloutTone.INFO else "⚠ "
    title = tag("p", said("strong", sign + block.title))
    texts = (said("p", text) for text in block.paragraphs if text.strip())
    yield tag("div", title, *texts, class_=f"callout {block.tone}", role="note")


def _facts(block: Facts) -> Iterator[Markup]:
    pairs = (tag("div", said("dt", name), said("dd", text)) for name, text in block.pairs)
    yield tag("dl", *pairs, class_="facts")


def _bullets(block: Bullets) -> Iterator[Markup]:
    items = [said("li", item) for item in block.items if item.strip()]
    if items:
        yield tag("ul", *items)
