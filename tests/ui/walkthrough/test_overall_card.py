# SPDX-License-Identifier: MPL-2.0
"""Test what is said about the file as a whole."""

import pytest
from PySide6.QtCore import Qt

from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from ui.walkthrough.bring_in_dialog import BringInDialog
from ui.walkthrough.steps import OVERALL, StepKind

NOTE = "Seen alone on each visit.\nIn his own words."


@pytest.fixture
def card(view, open_audit):
    """Return the card, on show, after a strength and a shortfall were found."""
    open_audit.change_answer("visits/VS2", value="met", note=NOTE)
    open_audit.change_answer("visits/VS3", value="requires_improvement")
    view.show_step(OVERALL)
    return view.pages.card(StepKind.OVERALL)


def test_texts_are_kept_each_in_its_place(card, open_audit):
    """What is typed is committed on moving on."""
    card.strengths.text_edit.setPlainText("Visits.")
    card.improvements.text_edit.setPlainText("Plans.")
    card.summary.text_edit.setPlainText("He is safe.")
    card.settle_now()
    overall = open_audit.audit.overall
    assert ("Visits.", "Plans.", "He is safe.") == (
        overall.strengths,
        overall.improvements,
        overall.summary,
    )


def test_strengths_are_brought_in_from_the_answers(qtbot, card, open_audit, dialog):
    """The note becomes one line, below what stands there; never twice."""
    card.strengths.text_edit.setPlainText("Visits.")
    for _ in range(2):
        card.bring_strengths.click()
        asking = dialog(BringInDialog)
        assert not asking.button.isEnabled()
        qtbot.keyClick(asking.list, Qt.Key.Key_Space)
        assert "Bring in 1 point" == asking.button.text()
        asking.button.click()
    expected = "Visits.\nSeen alone on each visit. In his own words."
    assert expected == open_audit.audit.overall.strengths == card.strengths.text


def test_both_grades_are_chosen_by_their_numbers(qtbot, view, card, open_audit):
    """Those of the impact go on where those of the practice end; the foot says how many."""
    shown = [each.spec.digit for form in (card.practice, card.impact) for each in form.cards.cards]
    assert list(range(1, 9)) == shown
    for key in (Qt.Key.Key_2, Qt.Key.Key_7):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    grades = open_audit.audit.grades
    assert (GradeBand.GOOD, GradeBand.REQUIRES_IMPROVEMENT) == (
        grades[PRACTICE].band,
        grades[IMPACT].band,
    )
    assert "Ctrl+1–8" == view.footer.hints._choosing.text()


def test_shortfalls_without_a_note_bring_in_the_question(card, open_audit, dialog):
    """There is always something to start from."""
    card.bring_improvements.click()
    asking = dialog(BringInDialog)
    asking.list.chosen.emit(0)
    asking.button.click()
    question = open_audit.outline.by_key["visits/VS3"].question
    assert question.text == open_audit.audit.overall.improvements


def test_a_tick_can_be_taken_back(card, open_audit, dialog):
    """Cancelling brings nothing in."""
    card.bring_strengths.click()
    asking = dialog(BringInDialog)
    for _ in range(2):
        asking.list.chosen.emit(0)
    assert not asking.button.isEnabled()
    asking.reject()
    assert "" == open_audit.audit.overall.strengths


def test_without_answers_there_is_nothing_to_bring_in(card, open_audit, dialog):
    """The dialog says so."""
    open_audit.clear_answer("visits/VS2")
    card.bring_strengths.click()
    asking = dialog(BringInDialog)
    assert not asking.list.isVisible()
    assert not asking.button.isEnabled()
    asking.reject()


def test_undo_shows_in_the_card(qtbot, card, open_audit):
    """The text is the one of the store again."""
    card.summary.text_edit.setPlainText("He is safe.")
    card.settle_now()
    with qtbot.waitSignal(open_audit.saved):
        open_audit.undo()
    assert "" == card.summary.text
