# SPDX-License-Identifier: MPL-2.0
"""Turn the blocks of a report into the body of a Word document, in reading order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from auditapp.i18n import _
from auditapp.insight.chart_words import chart_words
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
    TextTone,
)
from auditapp.report.figure_blocks import Figure
from auditapp.report.heading_depths import HeadingDepths
from auditapp.report.palette import LIGHT
from auditapp.report.word.cells import badge_run
from auditapp.report.word.markup import BOLD, Look, Para, Run, Xml, para
from auditapp.report.word.pictures import Pictures
from auditapp.report.word.questions import (
    blank_part_paras,
    blank_sheet_paras,
    fact,
    question_paras,
)
from auditapp.report.word.styles import DEEPEST, callout_style
from auditapp.report.word.tables import blank_table_parts, table_parts

_TONES: Final = {TextTone.BODY: "Normal", TextTone.LEAD: "Lead", TextTone.MUTED: "Muted"}


@dataclass(frozen=True, slots=True)
class PartEnd:
    """End a part of the document; those after it have ``footer_left`` at the foot."""

    footer_left: str


Made = Para | Xml | PartEnd


class WordStory:
    """Make the body of one document. ``pictures`` are those that were put into it."""

    def __init__(self) -> None:
        self.pictures = Pictures()
        self._depths = HeadingDepths(DEEPEST)
        self._makers: Mapping[type, Callable[[Any], Iterator[Made]]] = {
            Heading: self._heading,
            Paragraph: _paragraph,
            Callout: _callout,
            Facts: lambda block: iter([fact(*pair) for pair in block.pairs]),
            GradeScale: _scale,
            Bullets: _bullets,
            SideBySide: self._side_by_side,
            Table: table_parts,
            QuestionBlock: lambda block: question_paras(block, self._below()),
            KeepTogether: self._keep_together,
            PageBreakHint: lambda _block: iter(()),
            BlankPart: lambda block: blank_part_paras(block, self._below()),
            BlankSheet: blank_sheet_paras,
            BlankTable: blank_table_parts,
            NewPart: lambda block: iter([PartEnd(block.footer_left)]),
            Picture: lambda block: iter([self.pictures.paragraph(block)]),
            Figure: lambda block: iter([para("Normal", chart_words(block.chart))]),
        }

    def block(self, block: Block) -> Iterator[Made]:
        """Yield what one block is in the document."""
        yield from self._makers[type(block)](block)

    def _blocks(self, blocks: Iterable[Block]) -> list[Made]:
        return [made for block in blocks for made in self.block(block)]

    def _heading(self, block: Heading) -> Iterator[Made]:
        yield para(_heading_style(self._depths.depth(block.level)), block.text)

    def _side_by_side(self, block: SideBySide) -> Iterator[Made]:
        """Put both lists one after the other; the headings of both stand equally deep."""
        depth = self._depths.last
        yield from self._blocks(block.left)
        self._depths.last = depth
        yield from self._blocks(block.right)

    def _keep_together(self, block: KeepTogether) -> Iterator[Made]:
        *first, last = self._blocks(block.blocks) or [Xml("")]
        yield from (replace(made, keeps=True) if isinstance(made, Para) else made for made in first)
        yield last

    def _below(self) -> str:
        return _heading_style(self._depths.below)


def _heading_style(depth: int) -> str:
    return f"Heading{depth}"


def _paragraph(block: Paragraph) -> Iterator[Made]:
    if block.text.strip():
        yield para(_TONES[block.tone], block.text, keeps=block.leads_in)


def _callout(block: Callout) -> Iterator[Made]:
    style = callout_style(block.tone)
    sign = "" if block.tone is CalloutTone.INFO else "⚠ "
    texts = [text for text in block.paragraphs if text.strip()]
    look = Look(bold=True, colour=LIGHT.callouts[block.tone][0])
    yield Para(style, (Run(sign + block.title, look),), keeps=bool(texts))
    yield from (para(style, text) for text in texts)


def _scale(block: GradeScale) -> Iterator[Made]:
    """Say what was chosen in its colour, then the scale that it is on."""
    label = Run(_("{label}: ").format(label=block.label), BOLD)
    if block.chosen is None:
        yield Para("Normal", (label, Run(_("not graded"))), keeps=True)
    else:
        yield Para("Normal", (label, badge_run(block.steps[block.chosen])), keeps=True)
    said = [_("On a scale of {names}.").format(names=", ".join(s.text for s in block.steps))]
    said += [f"{mark.text}: {block.steps[mark.step].text}." for mark in block.other_marks]
    yield para("Muted", " ".join(said))


def _bullets(block: Bullets) -> Iterator[Made]:
    yield from (para("ListBullet", item) for item in block.items if item.strip())
