# SPDX-License-Identifier: MPL-2.0
"""Test the way through the questions of an audit, one after the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from auditapp.model.ids import QuestionKey
from tests.ui.walkthrough.audit_view_fixtures import CTRL, current_stage, question, said
from ui.keys.commands import CommandId
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, REVIEW, Step, StepKind

__all__ = ["said"]

ALT = Qt.KeyboardModifier.AltModifier


def test_next_and_previous_move_by_button_and_by_key(qtbot, view):
    """The buttons and their keys do the same."""
    view.footer.next.click()
    assert question(view, 2) == view.step
    qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    assert question(view, 3) == view.step
    qtbot.keyClick(view, Qt.Key.Key_Left, ALT)
    view.footer.previous.click()
    assert question(view, 1) == view.step


def test_moving_puts_the_focus_on_the_answer_and_says_where_one_is(qtbot, view, said):
    """A person who cannot see the screen knows where they arrived."""
    view.footer.next.click()
    assert view.pages.isAncestorOf(QApplication.focusWidget())
    outline = view._open_audit.outline
    count = outline.sections[0].required_count
    assert [f"Question 2 of {count}, {outline.questions[1].question.text}"] == said


def test_moving_makes_no_widget(view):
    """The cost of the next question does not depend on how many there are."""
    for _ in range(6):
        view.footer.next.click()
    view.show_step(question(view, 1))
    before = set(view.pages.findChildren(QWidget))
    for number in range(2, 5):
        view.show_step(question(view, number))
    kept = [widget for widget in before if widget in set(view.pages.findChildren(QWidget))]
    assert len(before) == len(kept)


def test_what_is_typed_is_kept_on_moving(qtbot, view, open_audit):
    """Nobody has to wait for the pause in typing."""
    card = view.pages.card(StepKind.QUESTION)
    first = view.step.question
    card.note_part.field.text_edit.setPlainText("Seen alone on 3 October.")
    view.footer.next.click()
    assert "Seen alone on 3 October." == open_audit.audit.answer(first).note


def test_a_digit_chooses_and_the_progress_shows(qtbot, view, open_audit):
    """Ctrl and the number of an answer choose it; ring, list and guidance follow."""
    view.show_step(Step(StepKind.QUESTION, "visits/VS2"))
    before = view.header.ring.value
    qtbot.keyClick(view, Qt.Key.Key_1, CTRL)
    assert "met" == open_audit.audit.answer(QuestionKey("visits/VS2")).value
    assert before < view.header.ring.value
    assert ", 1 of " in current_stage(view)
    assert view.guidance.chosen.isVisible()


def test_next_unanswered_passes_over_what_is_answered(qtbot, view, open_audit):
    """It goes to the next question that lacks its answer."""
    for asked in open_audit.outline.questions[1:3]:
        open_audit.change_answer(asked.key, not_applicable=True)
    qtbot.keyClick(view, Qt.Key.Key_Down, CTRL)
    assert question(view, 4) == view.step


def test_without_an_unanswered_question_it_stays(view, open_audit, said):
    """The button is grey, and the key says that there is nothing."""
    for asked in open_audit.outline.questions:
        open_audit.change_answer(asked.key, not_applicable=True)
    view.show_step(FEEDBACK)
    assert not view.footer.unanswered.isEnabled()
    view._handlers[CommandId.NEXT_UNANSWERED]()
    assert FEEDBACK == view.step
    assert "There is nothing further that way." == said[-1]


def test_the_button_says_where_it_leads(view, open_audit):
    """Next question, the grade of the section, the next section, and so on."""
    first = open_audit.outline.sections[0]
    words = {}
    for step in (
        FRONT_SHEET,
        Step(StepKind.QUESTION, first.questions[0].key),
        Step(StepKind.QUESTION, first.questions[-1].key),
        Step(StepKind.SECTION_GRADE, first.key),
        FEEDBACK,
        OVERALL,
        REVIEW,
    ):
        view.show_step(step)
        words[step] = view.footer.next.text()
    assert [
        "First question",
        "Next question",
        "Grade this section",
        "Next section",
        "Overall grades",
        "Review",
        "Report",
    ] == list(words.values())


def test_a_stage_of_the_list_leads_to_its_first_unanswered_question(qtbot, view, open_audit):
    """Enter on a row goes there."""
    section = open_audit.outline.sections[1]
    open_audit.change_answer(section.questions[0].key, not_applicable=True)
    listed = view.stages.list
    listed.setFocus()
    listed.setCurrentIndex(view.stages.model.index_of_stage(2))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert Step(StepKind.QUESTION, section.questions[1].key) == view.step


def test_arrow_keys_in_the_list_do_not_move_the_walk(qtbot, view):
    """Looking at the list is not going there; the open stage stays selected."""
    before, stage = view.step, current_stage(view)
    view.stages.list.setFocus()
    qtbot.keyClick(view.stages.list, Qt.Key.Key_Down)
    assert (before, stage) == (view.step, current_stage(view))
    assert 1 != view.stages.list.currentIndex().row()


def hints_of(view):
    """Return the keys that are named at the foot of the window, each hint in one string."""
    labels = [hint.findChildren(QLabel) for hint in view.footer.hints._hints.values()]
    return [
        " ".join(label.text() for label in each)
        for each in labels
        if not each[0].isHidden() and not each[0].parentWidget().isHidden()
    ]


def test_the_keys_named_are_those_that_do_something(view, open_audit):
    """As many numbers as there are answers, and none where nothing is chosen by a number."""
    outline = open_audit.outline
    asked = next(each for each in outline.questions if each.question.kind == "choices")
    view.show_step(Step(StepKind.QUESTION, asked.key))
    count = len(asked.question.answers)
    assert f"Ctrl+1–{count} choose" in hints_of(view)
    assert "Alt+N note" in hints_of(view)
    dates = next(each for each in outline.questions if each.question.kind == "dates")
    view.show_step(Step(StepKind.QUESTION, dates.key))
    assert ["Alt+N note", "F1 guidance", "Alt+Right next"] == hints_of(view)
    grade = next(each for each in view._walk.steps if each.kind is StepKind.SECTION_GRADE)
    view.show_step(grade)
    assert ["Ctrl+1–4 choose", "F1 guidance", "Alt+Right next"] == hints_of(view)
