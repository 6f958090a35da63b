# SPDX-License-Identifier: MPL-2.0
"""Test the steps where a person gives a grade."""

import pytest

from auditapp.judgement.grading import suggest_grade
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from tests.ui.review.answering import answer_all
from ui.walkthrough.steps import OVERALL, Step, StepKind


@pytest.fixture
def section(open_audit):
    """Return the first section, all of it answered well, so that Good is suggested."""
    answer_all(open_audit)
    section = open_audit.outline.sections[0]
    assert GradeBand.GOOD is suggest_grade(open_audit.outline, section.key).band
    return section


@pytest.fixture
def card(view, section):
    """Return the card that grades the section, on show."""
    view.show_step(Step(StepKind.SECTION_GRADE, section.key))
    return view.pages.card(StepKind.SECTION_GRADE)


def test_the_suggestion_is_shown_and_not_chosen(card, open_audit, section):
    """The grade is a person's."""
    assert "Good" == card.form._pill.text()
    explanation = suggest_grade(open_audit.outline, section.key).explanation
    assert explanation == tuple(point.text for point in card.form._explanation.points)
    assert card.form.cards.value is None
    assert {} == open_audit.audit.grades


def test_a_grade_keeps_what_was_suggested(card, open_audit, section):
    """Later one can see whether the person judged otherwise."""
    card.form.cards.card("good").click()
    grade = open_audit.audit.grades[section.key]
    assert (GradeBand.GOOD, GradeBand.GOOD) == (grade.band, grade.suggested)
    assert "R. Okafor" == grade.given_by
    assert card.form.reason.error is None


def test_a_grade_that_differs_needs_a_reason(card, open_audit, section):
    """The field says so until there is one."""
    card.choose(3)
    assert card.form.reason.error.startswith("This grade differs from the one suggested")
    card.form.reason.text_edit.setPlainText("The visits lapsed over the summer.")
    card.settle_now()
    grade = open_audit.audit.grades[section.key]
    assert GradeBand.REQUIRES_IMPROVEMENT is grade.band
    assert "The visits lapsed over the summer." == grade.reason
    assert card.form.reason.error is None


def test_a_reason_is_written_after_the_grade(card):
    """Without a grade there is nothing to give a reason for."""
    assert not card.form.reason.isEnabled()
    card.choose(2)
    assert card.form.reason.isEnabled()


def test_a_cap_is_shown_with_its_reason(card, view, open_audit, section):
    """The suggestion says why it is limited."""
    open_audit.change_answer("visits/VS1-safe", value="cannot_tell")
    view.show_step(Step(StepKind.SECTION_GRADE, section.key))
    assert "Inadequate" == card.form._pill.text()
    assert card.form._capped.isVisible()
    assert any("Capped at" in point.text for point in card.form._explanation.points)


def test_a_section_where_nothing_applies_needs_no_grade(view, open_audit):
    """The card says so and asks for nothing."""
    section = open_audit.outline.sections[0]
    for asked in section.questions:
        open_audit.change_answer(asked.key, not_applicable=True)
    view.show_step(Step(StepKind.SECTION_GRADE, section.key))
    card = view.pages.card(StepKind.SECTION_GRADE)
    assert not card.form.isVisible()
    assert card._hint.text().startswith("Nothing in this section applies")


def test_another_section_shows_its_own_grade(card, view, open_audit, section):
    """The reason of one section never lands in another."""
    card.choose(2)
    card.form.reason.text_edit.setPlainText("First.")
    second = open_audit.outline.sections[1].key
    view.show_step(Step(StepKind.SECTION_GRADE, second))
    assert ("", None) == (card.form.reason.text, card.form.cards.value)
    assert "First." == open_audit.audit.grades[section.key].reason
    assert second not in open_audit.audit.grades


def test_undo_takes_a_grade_back(qtbot, card, view, open_audit, section):
    """The card follows."""
    card.choose(2)
    with qtbot.waitSignal(open_audit.saved):
        open_audit.undo()
    assert section.key not in open_audit.audit.grades
    assert card.form.cards.value is None


def test_the_two_grades_of_the_audit_always_need_a_reason(view, open_audit, section):
    """For impact nothing is suggested."""
    view.show_step(OVERALL)
    card = view.pages.card(StepKind.OVERALL)
    assert "No suggestion" != card.practice._heading.text()
    assert not card.impact._pill.isVisible()
    card.choose(2)
    card.choose(5)
    for form in (card.practice, card.impact):
        assert "This grade needs a reason." == form.reason.error
        form.reason.text_edit.setPlainText("She says that she feels safe.")
    card.settle_now()
    grades = open_audit.audit.grades
    assert (GradeBand.GOOD, GradeBand.OUTSTANDING) == (grades[PRACTICE].band, grades[IMPACT].band)
    assert {"She says that she feels safe."} == {grades[k].reason for k in (PRACTICE, IMPACT)}
