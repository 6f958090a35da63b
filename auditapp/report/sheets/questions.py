# SPDX-License-Identifier: MPL-2.0
"""Put questions one below the other in a grid: everything recorded with them in its own column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _
from auditapp.report.blank_blocks import (
    Blank,
    BlankPart,
    DateBoxes,
    NumberBox,
    Tick,
    Ticks,
)
from auditapp.report.blocks import QuestionBlock
from auditapp.report.sheets.grids import Grid, GridRow

BETWEEN: Final = "\n"
_FIRST: Final = (_("No."), _("Question"), _("Answer"), _("Result"), _("Flags"))
"""The columns that stand first, where there are such."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold one question and the headings that it stands under."""

    under: str
    block: QuestionBlock | BlankPart


def question_grid(part: str, asked: Sequence[Asked]) -> Grid:
    """Return a grid of questions that stand in one part of a report.

    What most questions have comes first, then the others in the order of the report.
    """
    records = [_record(each.block) for each in asked]
    held = dict.fromkeys(title for record in records for title in record)
    first = [title for title in _FIRST if title in held]
    titles = tuple(dict.fromkeys((*first, *held)))
    rows = tuple(
        GridRow(each.under, tuple(record.get(title) for title in titles))
        for each, record in zip(asked, records, strict=True)
    )
    return Grid(part, part or _("Questions"), titles, rows)


def _record(block: QuestionBlock | BlankPart) -> Mapping[str, str]:
    """Return what is recorded with a question by the titles of the columns."""
    pairs = _answered(block) if isinstance(block, QuestionBlock) else _blank(block)
    record: dict[str, str] = {}
    for title, text in pairs:
        record[title] = BETWEEN.join(filter(None, (record.get(title), text)))
    return record


def _answered(block: QuestionBlock) -> Iterator[tuple[str, str]]:
    """Yield the texts of an answered question; how a timescale was kept is no answer."""
    answer = _("Answer")
    beside = block.answer.text if block.answer else ""
    is_result = any(detail.label == answer for detail in block.details)
    yield _("No."), block.ref
    yield _("Question"), block.text
    yield answer, "" if is_result else beside
    if is_result and beside:
        yield _("Result"), beside
    if block.flags:
        yield _("Flags"), "; ".join(block.flags)
    for detail in block.details:
        yield detail.label, BETWEEN.join(detail.texts)


def _blank(block: BlankPart) -> Iterator[tuple[str, str]]:
    """Yield the texts of a question to be answered, and an empty one where to write."""
    yield _("No."), block.ref
    yield _("Question"), block.text
    if block.conditions:
        yield _("Asked"), BETWEEN.join(block.conditions)
    if block.hint:
        yield _("Hint"), block.hint
    for blank in block.blanks:
        yield blank.label or _("Tick what fits"), _to_fill_in(blank)
    for advice in block.advice:
        yield advice.title, BETWEEN.join(advice.points)
    if block.sources:
        yield _("Sources"), block.sources


def _to_fill_in(blank: Blank) -> str:
    match blank:
        case Ticks():
            return BETWEEN.join(_ticks(blank.ticks))
        case DateBoxes():
            return BETWEEN.join([_("day, month, year")] * blank.count)
        case NumberBox():
            return blank.unit
    return blank.hint


def _ticks(ticks: Iterable[Tick]) -> Iterator[str]:
    for tick in ticks:
        yield (
            _("☐ {text}: {note}").format(text=tick.text, note=tick.note)
            if tick.note
            else (_("☐ {text}").format(text=tick.text))
        )
