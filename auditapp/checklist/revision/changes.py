# SPDX-License-Identifier: MPL-2.0
"""Define the changes between two versions of a checklist."""

from dataclasses import dataclass
from enum import StrEnum

from auditapp.checklist.revision.word_marks import WordMark
from auditapp.model.ids import AnswerId, QuestionId, SectionId


class ChangeKind(StrEnum):
    """Say what was changed."""

    ADDED = "added"
    REWORDED = "reworded"
    MEANING = "meaning"
    MOVED = "moved"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    RETIRED = "retired"
    RETURNED = "returned"
    VANISHED = "vanished"
    HINT = "hint"
    GUIDANCE = "guidance"
    SOURCES = "sources"
    KIND = "kind"
    SCALE = "scale"
    ANSWER_ADDED = "answer_added"
    ANSWER_REMOVED = "answer_removed"
    ANSWER_REWORDED = "answer_reworded"
    ANSWER_RENAMED = "answer_renamed"
    ANSWER_CHANGED = "answer_changed"
    LIMITS = "limits"
    RULES = "rules"
    REQUIRED = "required"
    CONDITION = "condition"
    NOT_APPLICABLE = "not_applicable"
    CAUSE = "cause"
    TIMESCALE = "timescale"
    WEIGHT = "weight"
    CRITICAL = "critical"
    COUNTS = "counts"
    SECTION_ADDED = "section_added"
    SECTION_RENAMED = "section_renamed"
    SECTION_MOVED = "section_moved"
    SECTION_CHANGED = "section_changed"
    SECTION_WITHDRAWN = "section_withdrawn"
    CAP_ADDED = "cap_added"
    CAP_CHANGED = "cap_changed"
    CAP_REMOVED = "cap_removed"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class ChecklistChange:
    """Hold one change, as words before and after; an empty text says that there was nothing.

    ``question`` is the id in the new version, or in the old one for a question that is not in the
    new one. Of question, section and cap one is given, except for a change in the head. ``field``
    is the key of the format that differs. ``marks`` are there where a text was reworded.
    """

    kind: ChangeKind
    old: str = ""
    new: str = ""
    question: QuestionId | None = None
    section: SectionId | None = None
    cap: str | None = None
    answer: AnswerId | None = None
    field: str = ""
    marks: tuple[WordMark, ...] = ()
