# SPDX-License-Identifier: MPL-2.0
"""Test the order of the steps of an audit."""

import pytest

from auditapp.model.audit import Overall
from auditapp.model.follow_up import Action
from tests.making import Clock
from ui.walkthrough.steps import (
    FEEDBACK,
    FRONT_SHEET,
    HISTORY,
    OVERALL,
    REPORT,
    REVIEW,
    Step,
    StepKind,
    Walk,
    step_of,
)


@pytest.fixture
def walk(open_audit):
    """Return the walk through the new audit."""
    return Walk(open_audit.outline)


def question(open_audit, number):
    """Return the step of the question with this number."""
    return Step(StepKind.QUESTION, open_audit.outline.questions[number - 1].key)


def test_the_walk_begins_with_the_front_sheet_and_ends_with_the_history(walk):
    """Nothing stands before the one or after the other."""
    assert FRONT_SHEET == walk.steps[0]
    assert (FEEDBACK, OVERALL, REVIEW, REPORT, HISTORY) == tuple(walk.steps[-5:])
    assert walk.before(FRONT_SHEET) is None
    assert walk.after(HISTORY) is None


def test_a_section_is_graded_after_its_questions(walk, open_audit):
    """The grade of a section is the last step of its stage."""
    section = open_audit.outline.sections[0]
    last = Step(StepKind.QUESTION, section.questions[-1].key)
    assert Step(StepKind.SECTION_GRADE, section.key) == walk.after(last)


def test_where_one_is_is_said_as_it_is_seen(walk, open_audit):
    """An optional question is one of no number, in words and to the eye."""
    outline = open_audit.outline
    optional = next(asked for asked in outline.questions if not asked.question.required)
    numbered = next(asked for asked in outline.questions if asked.number_in_section == 2)
    count = outline.section_by_key[numbered.section].required_count
    assert f"Optional question, {optional.question.text}" == walk.spoken(
        Step(StepKind.QUESTION, optional.key)
    )
    assert f"Question 2 of {count}, {numbered.question.text}" == walk.spoken(
        Step(StepKind.QUESTION, numbered.key)
    )


def test_the_next_unanswered_question_may_lie_before(open_audit):
    """After the last question the search goes on from the start."""
    for asked in open_audit.outline.questions[3:]:
        open_audit.change_answer(asked.key, not_applicable=True)
    walk = Walk(open_audit.outline)
    found = walk.next_unanswered(question(open_audit, 5))
    assert question(open_audit, 1) == found
    assert question(open_audit, 2) == walk.next_unanswered(found)


def test_the_only_unanswered_question_leads_nowhere(open_audit):
    """From the one question that lacks its answer there is no next one, from elsewhere there is."""
    asked = open_audit.outline.questions
    *others, last = [each.key for each in asked if each.question.required]
    for key in others:
        open_audit.change_answer(key, not_applicable=True)
    walk = Walk(open_audit.outline)
    assert walk.next_unanswered(Step(StepKind.QUESTION, last)) is None
    assert Step(StepKind.QUESTION, last) == walk.next_unanswered(OVERALL)

    open_audit.change_answer(last, not_applicable=True)
    assert Walk(open_audit.outline).next_unanswered(OVERALL) is None


def test_a_step_that_is_gone_leads_to_the_one_before(walk, open_audit):
    """What stood nearest before it is shown instead."""
    open_audit.change_answer("visits/VS2", value="not_met")
    longer = Walk(open_audit.outline)
    gone = next(step for step in longer.steps if step not in walk)
    assert longer.before(gone) == walk.nearest(gone, longer)
    assert FEEDBACK == walk.nearest(FEEDBACK, longer)


def test_every_row_of_an_audit_leads_to_its_step(open_audit):
    """Undo goes to where it changed something."""
    outline = open_audit.outline
    section = outline.sections[0].key
    first = outline.questions[0].key
    action = open_audit.put_action(
        None, Action(what="Visit", question=first, created_at=Clock().now)
    )
    open_audit.change_overall(Overall(strengths="Seen alone"))
    outline = open_audit.outline
    assert Step(StepKind.QUESTION, first) == step_of(outline, "answers", first)
    assert Step(StepKind.QUESTION, first) == step_of(outline, "actions", action)
    assert Step(StepKind.SECTION_GRADE, section) == step_of(outline, "grades", section)
    assert OVERALL == step_of(outline, "grades", "impact")
    assert OVERALL == step_of(outline, "overall", "1")
    assert FRONT_SHEET == step_of(outline, "front", "1")
    assert step_of(outline, "answers", "visits/none") is None
    assert step_of(outline, "concerns", "1") is None


def test_a_try_out_has_only_what_a_checklist_has_a_say_in(open_audit):
    """Sections and the overall grades, and the nearest step to one that is gone is among them."""
    walk = Walk(open_audit.outline, is_try_out=True)
    assert {StepKind.QUESTION, StepKind.SECTION_GRADE, StepKind.OVERALL} == {
        step.kind for step in walk.steps
    }
    whole = Walk(open_audit.outline)
    assert walk.steps[0] == walk.nearest(FRONT_SHEET, whole)
