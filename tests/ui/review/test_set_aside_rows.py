# SPDX-License-Identifier: MPL-2.0
"""Test the lines about answers that a revised checklist set aside."""

from auditapp.model.answer import Answer, SetAsideAnswer
from tests.making import make_checklist, make_outline
from ui.review.set_aside_rows import set_aside_rows
from ui.rows.row import Remark

KEPT = SetAsideAnswer(
    question_text="On which days was the child seen?",
    answer_text="2026-05-04; 2026-06-01",
    answer=Answer(value=("2026-05-04", "2026-06-01"), note="At school."),
    why="The question is no longer asked.",
    checklist_version="1.0",
    question="sample/gone",
)


def test_a_line_says_what_was_asked_answered_and_noted():
    """Dates are words, and a question that is gone leads nowhere."""
    outline = make_outline(make_checklist({"id": "q"}), set_aside={"sample/gone": KEPT})
    (row,) = set_aside_rows(outline)
    assert ("On which days was the child seen?", None, None) == (row.title, row.number, row.step)
    assert (
        Remark("Answered in version 1.0: 4 May 2026; 1 June 2026"),
        Remark("Note: At school."),
        Remark("The question is no longer asked."),
    ) == row.remarks


def test_a_line_leads_to_the_question_that_asks_now():
    """The first of several that is asked of this child."""
    kept = KEPT.model_copy(update={"beside": ("sample/hidden", "sample/q")})
    checklist = make_checklist({"id": "q"}, {"id": "hidden", "cohorts": ["ADO"]})
    (row,) = set_aside_rows(make_outline(checklist, set_aside={"sample/gone": kept}))
    assert (1, "sample/q") == (row.number, row.step.question)
