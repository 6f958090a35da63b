# SPDX-License-Identifier: MPL-2.0
"""Put the changes between two versions of a checklist into lines, in groups."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.change_words import change_words
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from auditapp.i18n import _
from auditapp.model.ids import QuestionId
from ui.review.review_row import Remark, ReviewRow


class ChangeGroup(Enum):
    """Say what a change is about, in the order in which an auditor wants to know."""

    WITHDRAWN = auto()
    REWORDED = auto()
    ADDED = auto()
    MOVED = auto()
    RENAMED = auto()
    ANSWERS = auto()
    SCALES = auto()
    CONDITIONS = auto()
    CAPS = auto()
    GUIDANCE = auto()
    HEAD = auto()


_KINDS: Final[Mapping[ChangeGroup, tuple[ChangeKind, ...]]] = {
    ChangeGroup.WITHDRAWN: (
        ChangeKind.RETIRED, ChangeKind.VANISHED, ChangeKind.SECTION_WITHDRAWN,
    ),
    ChangeGroup.REWORDED: (ChangeKind.REWORDED, ChangeKind.SECTION_RENAMED),
    ChangeGroup.ADDED: (ChangeKind.ADDED, ChangeKind.RETURNED, ChangeKind.SECTION_ADDED),
    ChangeGroup.MOVED: (ChangeKind.MOVED, ChangeKind.SECTION_MOVED),
    ChangeGroup.RENAMED: (ChangeKind.RENAMED, ChangeKind.SPLIT, ChangeKind.MERGED),
    ChangeGroup.ANSWERS: (
        ChangeKind.KIND, ChangeKind.ANSWER_ADDED, ChangeKind.ANSWER_REMOVED,
        ChangeKind.ANSWER_REWORDED, ChangeKind.ANSWER_RENAMED, ChangeKind.ANSWER_CHANGED,
        ChangeKind.NOT_APPLICABLE, ChangeKind.LIMITS,
    ),
    ChangeGroup.SCALES: (ChangeKind.SCALE,),
    ChangeGroup.CONDITIONS: (
        ChangeKind.CONDITION, ChangeKind.REQUIRED, ChangeKind.RULES, ChangeKind.CAUSE,
        ChangeKind.TIMESCALE, ChangeKind.SECTION_CHANGED,
    ),
    ChangeGroup.CAPS: (
        ChangeKind.CAP_ADDED, ChangeKind.CAP_CHANGED, ChangeKind.CAP_REMOVED,
        ChangeKind.CRITICAL, ChangeKind.WEIGHT, ChangeKind.COUNTS,
    ),
    ChangeGroup.GUIDANCE: (ChangeKind.HINT, ChangeKind.GUIDANCE, ChangeKind.SOURCES),
    ChangeGroup.HEAD: (ChangeKind.HEAD,),
}  # fmt: skip
GROUP_OF: Final = {kind: group for group, kinds in _KINDS.items() for kind in kinds}


def change_rows(
    changes: Iterable[ChecklistChange], old: Checklist, new: Checklist
) -> dict[ChangeGroup, list[ReviewRow]]:
    """Return a line for each change, in its group; every group is there."""
    texts = {question.id: question.text for question in (*old.questions, *new.questions)}
    rows: dict[ChangeGroup, list[ReviewRow]] = {group: [] for group in ChangeGroup}
    for change in changes:
        rows[GROUP_OF[change.kind]].append(_row(change, texts))
    return rows


def marked_remark(marks: tuple[WordMark, ...], lead: str = "") -> Remark:
    """Return a text with the words marked that went and came, after ``lead``."""
    spelt = (WordMark(MarkKind.SAME, lead), *marks) if lead else marks
    return Remark("".join(mark.text for mark in spelt), "text", spelt)


def _row(change: ChecklistChange, texts: Mapping[QuestionId, str]) -> ReviewRow:
    if change.kind in _KINDS[ChangeGroup.WITHDRAWN]:
        return ReviewRow(f"{_about(change)}: {change.old}")
    if change.kind in _KINDS[ChangeGroup.ADDED]:
        return ReviewRow(f"{_about(change)}: {change.new}")
    if change.marks:
        lead = _("Answer {answer}: ").format(answer=change.answer) if change.answer else ""
        return ReviewRow(_about(change), (marked_remark(change.marks, lead),))
    title = _about(change)
    if change.question is not None:
        title = f"{title}: {texts[change.question]}"
    plain = change_words(replace(change, question=None, section=None, cap=None))
    return ReviewRow(title, (Remark(plain[:1].upper() + plain[1:]),))


def _about(change: ChecklistChange) -> str:
    if change.question:
        return change.question
    if change.section:
        return _("Section {id}").format(id=change.section)
    if change.cap:
        return _("Cap {id}").format(id=change.cap)
    return _("The checklist as a whole")
