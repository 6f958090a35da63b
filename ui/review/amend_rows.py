# SPDX-License-Identifier: MPL-2.0
"""Put what an amendment changes into lines: the words that went and came, and where they are."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from auditapp.checklist.revision.word_marks import MarkKind, WordMark, likeness, word_marks
from auditapp.history.amended_lines import AmendedLine, amended_lines
from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.ids import QuestionKey
from ui.review.gap_rows import grade_step, question_step
from ui.rows.mark_formats import spaced_marks
from ui.rows.row import Remark, Row
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, Step

ALIKE: Final = 0.6
"""Share of the words; two texts that have less in common read better one after the other."""

_STEPS: Final = {"feedback": FEEDBACK, "front": FRONT_SHEET, "overall": OVERALL}


def amend_rows(before: Outline, after: Outline) -> list[Row]:
    """Return a row for each thing that is another now, with a remark for each part of it."""
    lines = amended_lines(before, after)
    groups = groupby(lines, lambda line: (line.table, line.key))
    return [_row(after, list(group)) for _key, group in groups]


def _row(outline: Outline, lines: Sequence[AmendedLine]) -> Row:
    first = lines[0]
    remarks = tuple(map(_remark, lines))
    return Row(first.subject, remarks, number=first.number, step=_step(outline, first))


def _remark(line: AmendedLine) -> Remark:
    lead = WordMark(MarkKind.SAME, _("{what}: ").format(what=line.what))
    marks = (lead, *spaced_marks(_marks(line.old, line.new)))
    return Remark("".join(mark.text for mark in marks), "text2", marks)


def _marks(old: str, new: str) -> tuple[WordMark, ...]:
    """Return word by word what went and came; of texts that have little in common, the whole."""
    if old and new and likeness(old, new) < ALIKE:
        return WordMark(MarkKind.WENT, old), WordMark(MarkKind.CAME, new)
    return word_marks(old, new)


def _step(outline: Outline, line: AmendedLine) -> Step | None:
    if line.table in _STEPS:
        return _STEPS[line.table]
    if line.table == "grades":
        is_asked = "/" not in line.key or line.key in outline.section_by_key
        return grade_step(line.key) if is_asked else None
    if line.table == "actions":
        action = next(
            (each for key, each in outline.audit.actions.items() if key == line.key), None
        )
        return question_step(outline, action.question) if action else None
    return question_step(outline, QuestionKey(line.key))
