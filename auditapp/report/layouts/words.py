# SPDX-License-Identifier: MPL-2.0
"""Say the headings of a report of any kind as a layout wants them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from auditapp.i18n import _
from auditapp.report.blocks import Block, Heading, KeepTogether, SideBySide
from auditapp.report.layouts.kinds import USUAL_HEADINGS
from auditapp.report.layouts.layout import Part, Wording


def worded(blocks: Iterable[Block], wording: Wording) -> Iterator[Block]:
    """Yield the blocks of a report with the headings that are said otherwise.

    In a report of audits nothing of a checklist is a heading of the first level, so none of its
    words can change.
    """
    said = _said(wording)
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield replace(block, text=said.get(block.text, block.text))
        elif isinstance(block, KeepTogether):
            yield KeepTogether(tuple(worded(block.blocks, wording)))
        elif isinstance(block, SideBySide):
            left, right = (tuple(worded(side, wording)) for side in (block.left, block.right))
            yield SideBySide(left, right)
        else:
            yield block


def part_name(part: Part, wording: Wording) -> str:
    """Return what a part is called: those with a heading, by the heading."""
    usual = _names()[part]
    return _said(wording).get(usual, usual)


def _names() -> Mapping[Part, str]:
    """Return what each part is called; those with a heading, by the heading."""
    return {
        Part.CONCERNS: _("Immediate concerns"),
        Part.FRONT_SHEET: _("The front sheet"),
        Part.AMENDMENTS: _("Amendments"),
        Part.GRADES: _("Overall grades"),
        Part.SUMMARY: _("Summary"),
        Part.SECTIONS: _("Grade by section"),
        Part.ACTIONS: _("Actions"),
        Part.TIMESCALES: _("Timescales"),
        Part.FEEDBACK: _("What people said"),
        Part.REASONS: _("How the section grades came about"),
        Part.QUESTIONS: _("Questions and answers"),
        Part.HIDDEN: _("Answers to questions that no longer apply"),
        Part.SET_ASIDE: _("Answers set aside"),
        Part.SIGN_OFF: _("Sign-off"),
    }


def _said(wording: Wording) -> Mapping[str, str]:
    """Return the new words of each heading by its usual ones."""
    usual = {str(part): words for part, words in _names().items()}
    usual |= {"strengths": _("Strengths"), "improvements": _("Areas for improvement")}
    chosen = wording.model_dump(exclude_none=True, exclude={"title", "titles", "headings"})
    said = {usual[name]: words for name, words in chosen.items()}
    others = wording.headings.model_dump(exclude_none=True)
    return said | {USUAL_HEADINGS[name]: words for name, words in others.items()}
