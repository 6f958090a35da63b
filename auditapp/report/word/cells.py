# SPDX-License-Identifier: MPL-2.0
"""Put what stands in cells and beside questions into a Word document."""

from typing import Final

from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from auditapp.report.block_words import CHANGE_WORDS, bar_in_words
from auditapp.report.blocks import Badge, Bar, Cell, Noted, Tone
from auditapp.report.change_blocks import MarkedText
from auditapp.report.palette import LIGHT
from auditapp.report.word.markup import PLAIN, Look, Para, Run, para

NOTE: Final = "CellNote"

_CHANGES: Final = {
    MarkKind.SAME: PLAIN,
    MarkKind.WENT: Look(colour=LIGHT.went, struck=True),
    MarkKind.CAME: Look(bold=True, colour=LIGHT.came, underlined=True),
}


def cell_paras(cell: Cell, style: str) -> list[Para]:
    """Return what a cell holds as paragraphs, at least one."""
    if isinstance(cell, Bar):
        return [para(style, bar_in_words(cell))]
    if not isinstance(cell, Noted):
        return [Para(style, _runs(cell))]
    notes = [para(NOTE, note) for note in cell.notes if note.strip()]
    is_empty = isinstance(cell.text, str) and not cell.text.strip()
    return notes if is_empty and notes else [Para(style, _runs(cell.text)), *notes]


def badge_run(badge: Badge) -> Run:
    """Return a short word or two on their colour, with a little of it on either side."""
    if badge.is_pale or badge.tone is Tone.NEUTRAL:
        look = Look(bold=True, fill=LIGHT.tints[badge.tone])
    else:
        look = Look(bold=True, colour=LIGHT.on_tone, fill=LIGHT.tones[badge.tone])
    return Run(f"\u00a0{badge.text}\u00a0", look)


def _runs(text: str | Badge | MarkedText) -> tuple[Run, ...]:
    if isinstance(text, Badge):
        return (badge_run(text),) if text.text.strip() else ()
    if isinstance(text, MarkedText):
        lead = [Run(f"{text.lead} ")] if text.lead else []
        runs = [run for mark in text.marks for run in (_mark(mark), Run(" "))]
        return (*lead, *runs[:-1])
    return (Run(text),)


def _mark(mark: WordMark) -> Run:
    words = CHANGE_WORDS.get(mark.kind, "{text}").format(text=mark.text)
    return Run(words, _CHANGES[mark.kind])
