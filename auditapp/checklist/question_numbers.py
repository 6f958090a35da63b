# SPDX-License-Identifier: MPL-2.0
"""Number the questions of checklists, the same on paper, in the window and in the report."""

from collections.abc import Iterable

from auditapp.checklist.models import Checklist
from auditapp.model.ids import QuestionKey, question_key


def question_numbers(checklists: Iterable[Checklist]) -> dict[QuestionKey, int]:
    """Return the number of every question, counted from 1 through all ``checklists``.

    Every question counts but the retired, whether it applies to a child or not: a number never
    depends on an answer, so that a blank checklist can be numbered before there is one.
    """
    keys = (
        question_key(checklist.id, question.id)
        for checklist in checklists
        for question in checklist.questions
        if not question.retired
    )
    return {key: number for number, key in enumerate(keys, start=1)}
