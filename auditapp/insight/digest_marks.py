# SPDX-License-Identifier: MPL-2.0
"""Say with one letter how one question of an audit stands, so that thousands are counted at once.

The letters of a checklist's questions stand side by side in a text, in the order of the checklist
and with those that were not asked: the n-th letter of every audit is about the n-th question.
"""

from enum import StrEnum
from typing import Final

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.grading import NOT_FOUND, counts_as
from auditapp.judgement.outline import AskedQuestion, Outline

NOT_APPLICABLE: Final = "not_applicable"


class Mark(StrEnum):
    """Name the letters. The first seven are ratings, by what they count as."""

    MET = "m"
    PARTLY_MET = "p"
    NOT_MET = "n"
    OUTSTANDING = "o"
    GOOD = "g"
    REQUIRES_IMPROVEMENT = "r"
    INADEQUATE = "i"
    COULD_NOT_FIND = "f"
    NOT_APPLICABLE = "x"
    NONE_ON_FILE = "e"
    ANSWERED = "a"
    BLANK = "_"
    NOT_NEEDED = "-"
    NOT_ASKED = " "


RATED: Final = {
    "met": Mark.MET,
    "partly_met": Mark.PARTLY_MET,
    "not_met": Mark.NOT_MET,
    "outstanding": Mark.OUTSTANDING,
    "good": Mark.GOOD,
    "requires_improvement": Mark.REQUIRES_IMPROVEMENT,
    "inadequate": Mark.INADEQUATE,
    NOT_FOUND: Mark.COULD_NOT_FIND,
}
"""What a rating counts as on the built-in scales, and its letter."""

RATING_OF: Final = {mark.value: name for name, mark in RATED.items()}
"""The other way round; not applicable is one only where a rating was asked for."""

MET_MARKS: Final = (Mark.MET, Mark.GOOD, Mark.OUTSTANDING)
UNMET_MARKS: Final = (Mark.PARTLY_MET, Mark.NOT_MET, Mark.REQUIRES_IMPROVEMENT, Mark.INADEQUATE)


def mark_of(outline: Outline, asked: AskedQuestion) -> Mark:
    """Return how a question that is asked stands."""
    answer = outline.audit.answer(asked.key)
    if answer.not_applicable:
        return Mark.NOT_APPLICABLE
    if answer.none_on_file:
        return Mark.NONE_ON_FILE
    if asked.question.kind is QuestionKind.RATING:
        name = counts_as(outline, asked)
        if name is not None:
            return RATED[name]
    elif answer.is_given:
        return Mark.ANSWERED
    return Mark.BLANK if asked.question.required else Mark.NOT_NEEDED


def marks_of(outline: Outline) -> list[str]:
    """Return the letters of every checklist of an audit, in the order of the checklists."""
    by_key = {
        (asked.checklist.id, asked.question.id): mark_of(outline, asked).value
        for asked in outline.questions
    }
    return [
        "".join(
            by_key.get((compiled.checklist.id, question.id), Mark.NOT_ASKED)
            for question in compiled.checklist.questions
        )
        for compiled in outline.compiled
    ]
