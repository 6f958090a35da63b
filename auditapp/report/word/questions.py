# SPDX-License-Identifier: MPL-2.0
"""Put questions into a Word document: answered ones, and those to be answered by hand."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from auditapp.i18n import _
from auditapp.report.blank_blocks import (
    Advice,
    Blank,
    BlankPart,
    BlankSheet,
    DateBoxes,
    Lines,
    Ticks,
)
from auditapp.report.blocks import Detail, DetailKind, QuestionBlock
from auditapp.report.word.cells import badge_run
from auditapp.report.word.markup import BOLD, TAB, Look, Para, Run, para

SHORT: Final = 40
"""A text to tick of so many characters is not broken."""

_DATE: Final = "____\u00a0/\u00a0____\u00a0/\u00a0______"
_NUMBER: Final = "__________"
_BETWEEN: Final = "    "


def question_paras(block: QuestionBlock, heading: str) -> Iterator[Para]:
    """Yield the whole question; ``heading`` is the style of its text."""
    details = list(chain.from_iterable(map(_detail, block.details)))
    yield numbered(block.ref, block.text, heading)
    badges = [badge_run(block.answer)] if block.answer else []
    badges += [Run(f"\u00a0{flag}\u00a0", Look(framed=True)) for flag in block.flags]
    if badges:
        runs = [run for badge in badges for run in (badge, Run("  "))][:-1]
        yield Para("Answer", tuple(runs), keeps=bool(details))
    yield from details


def numbered(ref: str, text: str, heading: str) -> Para:
    """Return a heading with its number, if it has one."""
    number = (Run(f"{ref}  "),) if ref else ()
    return Para(heading, (*number, Run(text)), keeps=True)


def fact(label: str, text: str, style: str = "Fact") -> Para:
    """Return a label, and beside it what it is the label of."""
    return Para(style, (Run(label, BOLD), Run(TAB), Run(text)))


def blank_part_paras(block: BlankPart, heading: str) -> Iterator[Para]:
    """Yield what is asked and where to write; ``heading`` is the style of what is asked."""
    yield numbered(block.ref, block.text, heading)
    yield from (para("Condition", text) for text in block.conditions if text.strip())
    if block.hint.strip():
        yield para("Hint", block.hint)
    yield from chain.from_iterable(map(_blank, block.blanks))
    yield from chain.from_iterable(map(_advice, block.advice))
    if block.sources:
        yield para("Muted", block.sources)


def blank_sheet_paras(block: BlankSheet) -> Iterator[Para]:
    """Yield a line for each short fact."""
    yield from (_line(label) for label in block.labels)


def _detail(detail: Detail) -> Iterator[Para]:
    texts = [text for text in detail.texts if text.strip()]
    if not texts:
        return
    if detail.kind is DetailKind.SMALL:
        yield Para("Muted", (Run(f"{detail.label}: ", BOLD), Run("; ".join(texts))))
    elif detail.kind is DetailKind.QUOTE:
        yield para("Label", detail.label)
        yield from (para("Quote", text) for text in texts)
    elif len(texts) == 1:
        yield fact(detail.label, texts[0], "Detail")
    else:
        yield para("Label", detail.label)
        yield from (para("ListBullet", text) for text in texts)


def _blank(blank: Blank) -> Iterator[Para]:
    match blank:
        case Ticks():
            yield from _ticks(blank)
        case Lines():
            hint = _(" ({hint})").format(hint=blank.hint) if blank.hint.strip() else ""
            yield _line(blank.label + hint)
            yield from [Para("Line", (Run(TAB),))] * (blank.count - 1)
        case DateBoxes():
            yield para("Label", _("{label} (day, month, year)").format(label=blank.label))
            yield para("Ticks", _BETWEEN.join([_DATE] * blank.count))
        case _:
            yield fact(blank.label, f"{_NUMBER} {blank.unit}", "Detail")


def _ticks(block: Ticks) -> Iterator[Para]:
    """Yield boxes to tick: those with a note each in its line, the others one after the other."""
    if block.label.strip():
        yield para("Label", block.label)
    boxes = [f"☐\u00a0{_unbroken(tick.text)}" for tick in block.ticks]
    if not any(tick.note.strip() for tick in block.ticks):
        yield para("Ticks", _BETWEEN.join(boxes))
        return
    for box, tick in zip(boxes, block.ticks, strict=True):
        note = (Run(f"  {tick.note}"),) if tick.note.strip() else ()
        yield Para("Tick", (Run(box, BOLD), *note))


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0") if len(text) <= SHORT else text


def _line(label: str) -> Para:
    """Return a label and a line up to the margin."""
    return Para("Line", (Run(f"{label} ", BOLD), Run(TAB)))


def _advice(advice: Advice) -> Iterator[Para]:
    yield Para("Advice", (Run(advice.title, BOLD),), keeps=True)
    style = "Advice" if len(advice.points) == 1 else "AdviceBullet"
    yield from (para(style, point) for point in advice.points)
