# SPDX-License-Identifier: MPL-2.0
"""Test the walk through an open audit, by buttons, by keys and by the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from auditapp.model.follow_up import Concern
from auditapp.model.ids import QuestionKey
from tests.making import start_audit
from tests.ui.review.answering import finish
from ui.commands import CommandId
from ui.open_audit import OpenAudit
from ui.walkthrough import walk_view
from ui.walkthrough.concern_dialog import ConcernDialog
from ui.walkthrough.go_to_dialog import GoToDialog
from ui.walkthrough.search_dialog import SearchDialog
from ui.walkthrough.shortcuts_dialog import ShortcutsDialog
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, REVIEW, Step, StepKind
from ui.widgets.text_area import TextArea

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def question(view, number):
    """Return the step of the question with this number."""
    return Step(StepKind.QUESTION, view._open_audit.outline.questions[number - 1].key)


def current_stage(view):
    """Return the accessible text of the row that is selected in the section list."""
    index = view.stages.list.selectionModel().selectedIndexes()[0]
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def said(monkeypatch):
    """Return the list of what the view has screen readers say."""
    words = []
    monkeypatch.setattr(walk_view, "announce", lambda _widget, text: words.append(text))
    return words


def test_a_new_audit_begins_at_its_first_question(view):
    """The front sheet has just been filled in."""
    assert question(view, 1) == view.step
    questions = view._open_audit.outline.sections[0].questions
    count = sum(asked.question.required for asked in questions)
    title = view._open_audit.outline.sections[0].section.title
    assert f"{title}, 0 of {count} answered" == current_stage(view)


def test_the_work_goes_on_at_the_question_changed_last(open_audit, show_audit):
    """After a break the auditor is back where they were."""
    open_audit.change_answer("visits/VS2", value="met")
    open_audit.flush()
    assert Step(StepKind.QUESTION, "visits/VS2") == show_audit(open_audit).start_place()


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
    count = len(outline.sections[0].questions)
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


def test_go_to_a_number(qtbot, view, dialog):
    """Ctrl+G, the number on the blank checklist and Enter."""
    qtbot.keyClick(view, Qt.Key.Key_G, CTRL)
    asking = dialog(GoToDialog)
    qtbot.keyClicks(asking.field.line_edit, "5")
    qtbot.keyClick(asking.field.line_edit, Qt.Key.Key_Return)
    fifth = view._open_audit.outline.compiled[0].checklist.questions[4]
    assert Step(StepKind.QUESTION, f"visits/{fifth.id}") == view.step


def test_the_number_of_a_question_that_is_not_asked_is_refused_in_words(qtbot, view, dialog):
    """The dialog stays open and says that nothing was mistyped."""
    before, outline = view.step, view._open_audit.outline
    hidden = next(n for n in range(1, outline.last_number) if n not in outline.by_number)
    qtbot.keyClick(view, Qt.Key.Key_G, CTRL)
    asking = dialog(GoToDialog)
    qtbot.keyClicks(asking.field.line_edit, str(hidden))
    qtbot.keyClick(asking.field.line_edit, Qt.Key.Key_Return)
    assert asking.isVisible()
    assert asking.field.error.startswith(f"Question {hidden} is not asked")
    assert before == view.step
    asking.reject()


def test_a_number_that_does_not_exist_is_refused_in_words(qtbot, view, dialog):
    """The dialog stays open and says what the most is."""
    before = view.step
    qtbot.keyClick(view, Qt.Key.Key_G, CTRL)
    asking = dialog(GoToDialog)
    asking.field.line_edit.setText("500")
    asking.field.line_edit.textEdited.emit("500")
    asking.button.click()
    assert asking.isVisible()
    assert asking.field.error.startswith("The most is ")
    assert before == view.step
    asking.reject()


def test_search_finds_words_of_a_note_and_goes_there(qtbot, view, open_audit, dialog):
    """Ctrl+K, some words, and Enter."""
    key = open_audit.outline.questions[3].key
    open_audit.change_answer(key, note="He wants to keep his Tuesdays.")
    qtbot.keyClick(view, Qt.Key.Key_K, CTRL)
    asking = dialog(SearchDialog)
    qtbot.keyClicks(asking.search.line_edit, "tuesdays keep")
    assert 1 == asking.list.model().rowCount()
    qtbot.keyClick(asking.search.line_edit, Qt.Key.Key_Return)
    assert Step(StepKind.QUESTION, key) == view.step


def test_the_arrow_keys_move_in_what_was_found(qtbot, view, dialog):
    """The focus may stay in the field; the number of a question finds it as well."""
    qtbot.keyClick(view, Qt.Key.Key_K, CTRL)
    asking = dialog(SearchDialog)
    qtbot.keyClick(asking.search.line_edit, Qt.Key.Key_Down)
    qtbot.keyClick(asking.search.line_edit, Qt.Key.Key_Down)
    qtbot.keyClick(asking.search.line_edit, Qt.Key.Key_Return)
    assert question(view, 3) == view.step


def test_a_search_for_nothing_known_says_so(qtbot, view, dialog):
    """Enter then does nothing."""
    qtbot.keyClick(view, Qt.Key.Key_K, CTRL)
    asking = dialog(SearchDialog)
    qtbot.keyClicks(asking.search.line_edit, "xylophone")
    qtbot.keyClick(asking.search.line_edit, Qt.Key.Key_Return)
    assert asking.isVisible()
    assert "No question holds these words." == asking._count.text()
    asking.reject()


def test_the_shortcuts_are_listed(qtbot, view, dialog):
    """F12 shows them."""
    qtbot.keyClick(view, Qt.Key.Key_F12)
    listed = dialog(ShortcutsDialog)
    assert listed is not None
    listed.reject()


def test_undo_goes_to_what_it_changed(qtbot, view, open_audit, said):
    """The change taken back is in sight, and said."""
    open_audit.change_answer("visits/VS2", value="met")
    view.show_step(FEEDBACK)
    with qtbot.waitSignal(open_audit.saved):
        view.header.button(CommandId.UNDO).click()
    assert open_audit.audit.answer(QuestionKey("visits/VS2")).value is None
    assert Step(StepKind.QUESTION, "visits/VS2") == view.step
    question = "Was the child seen alone, and where they were not, is there a good reason?"
    words = f"Change undone. {question} Answer: Met → nothing"
    assert words in said
    assert not view.undone.isHidden()
    assert words == view.undone.words.text()
    with qtbot.waitSignal(open_audit.saved):
        view.header.button(CommandId.REDO).click()
    assert "met" == open_audit.audit.answer(QuestionKey("visits/VS2")).value


def test_a_question_that_is_not_asked_any_more_is_left(qtbot, view, open_audit):
    """The step before it is shown instead."""
    open_audit.change_answer("visits/VS2", value="not_met")
    view.show_step(Step(StepKind.QUESTION, "visits/VS2-why"))
    open_audit.change_answer("visits/VS2", value="met")
    assert Step(StepKind.QUESTION, "visits/VS2") == view.step


def test_a_step_that_is_unknown_leads_to_where_the_work_goes_on(view):
    """A place from before a change of the front sheet may be gone."""
    view.show_step(Step(StepKind.QUESTION, "visits/VS2-why"))
    assert question(view, 1) == view.step


def test_the_theme_button_changes_the_settings(view, preferences):
    """The window follows the settings."""
    view.header.button(CommandId.THEME).click()
    assert "dark" == preferences.settings.theme


def test_leaving_and_locking_settle_first(qtbot, view, open_audit):
    """What was typed is committed before anybody is told."""
    card = view.pages.card(StepKind.QUESTION)
    first, notes = view.step.question, []
    view.left.connect(lambda: notes.append(open_audit.audit.answer(first).note))
    view.lock_asked.connect(lambda: notes.append(open_audit.audit.answer(first).note))
    card.note_part.field.text_edit.setPlainText("One.")
    view.header.button(CommandId.LEAVE).click()
    card.note_part.field.text_edit.setPlainText("Two.")
    qtbot.keyClick(view, Qt.Key.Key_L, CTRL)
    assert ["One.", "Two."] == notes


def test_every_control_has_a_name(view):
    """Nothing that takes the focus is nameless, on any step."""
    nameless = set()
    for step in view._walk.steps:
        if step.kind is StepKind.REPORT:
            continue
        view.show_step(step)
        for widget in view.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                interface = QAccessible.queryAccessibleInterface(widget)
                if not interface.text(QAccessible.Text.Name):
                    nameless.add(f"{step.kind}: {type(widget).__name__}")
    assert set() == nameless


def test_after_sign_off_everything_can_be_read_and_nothing_changed(
    qtbot, view, open_audit, workspace
):
    """The buttons that change something are grey, and the badge says why."""
    finish(open_audit)
    open_audit.sign_off()
    before = open_audit.audit
    assert view.header.saved.signed.isVisible()
    assert not view.header.saved.badge.isVisible()
    assert not view.header.button(CommandId.UNDO).isEnabled()
    assert REVIEW == view.start_place()
    view.show_step(Step(StepKind.SECTION_GRADE, open_audit.outline.sections[0].key))
    qtbot.keyClick(view, Qt.Key.Key_1, CTRL)
    for command_id in (CommandId.UNDO, CommandId.REDO, CommandId.CONCERN):
        view._handlers[command_id]()
    for step in (FEEDBACK, OVERALL, FRONT_SHEET):
        view.show_step(step)
    assert before == open_audit.audit
    assert view.concerns.dialog is None


def test_an_audit_with_two_checklists_shows_their_titles(show_audit, workspace):
    """A heading that cannot be chosen stands over the sections of each."""
    opened = OpenAudit(workspace, start_audit(workspace, "visits", "chronology"))
    model = show_audit(opened).stages.model
    titles = [
        model.index(row).data()
        for row in range(model.rowCount())
        if model.flags(model.index(row)) == Qt.ItemFlag.NoItemFlags
    ]
    assert [
        "Visits, direct work and relationship",
        "Chronology and history",
        "The whole file",
    ] == titles
    opened.close()


@pytest.mark.parametrize(
    ("command_id", "kind"),
    [
        (CommandId.GO_TO_NUMBER, GoToDialog),
        (CommandId.SEARCH, SearchDialog),
        (CommandId.SHORTCUTS, ShortcutsDialog),
        (CommandId.CONCERN, ConcernDialog),
    ],
)
def test_a_dialog_is_gone_once_it_is_closed(view, dialog, command_id, kind):
    """Nothing keeps it alive unseen."""
    view._handlers[command_id]()
    opened = dialog(kind)
    assert opened.width() <= view.width()
    assert opened.height() <= view.height()
    opened.reject()
    assert dialog(kind) is None
    assert [] == view.findChildren(kind)


def test_the_menu_offers_what_has_no_button(view):
    """Each line does what its command does."""
    view.header._actions[CommandId.GUIDANCE].trigger()
    assert not view.guidance.isVisible()
    assert "Lock\tCtrl+L" == view.header._actions[CommandId.LOCK].text()


def parts_on_the_way(qtbot, view):
    """Return the parts of the view in the order in which Tab comes through them, once round."""
    parts = (
        view.header,
        view.concerns.strip,
        view.stages,
        view.pages,
        view.guidance,
        view.footer,
    )
    first = view.header.button(CommandId.SECTIONS)
    first.setFocus()
    visited, on_the_way = [first], [view.header]
    while True:
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus in visited:
            assert focus is first
            return on_the_way
        visited.append(focus)
        part = next(part for part in parts if part.isAncestorOf(focus))
        if part is not on_the_way[-1]:
            on_the_way.append(part)


def test_tab_goes_through_the_parts_as_they_are_read(qtbot, view, open_audit, in_window):
    """The pages are made one by one, long after the guidance and the footer."""
    in_window(view)
    found_at = open_audit.audit.created_at
    open_audit.put_concern(None, Concern(what="A bruise nobody asked about.", found_at=found_at))
    expected = [
        view.header,
        view.concerns.strip,
        view.stages,
        view.pages,
        view.guidance,
        view.footer,
    ]
    for step in (FRONT_SHEET, question(view, 1), question(view, 8), OVERALL, REVIEW, FEEDBACK):
        view.show_step(step)
        assert expected == parts_on_the_way(qtbot, view)


def test_an_amendment_opens_every_page_again(qtbot, view, open_audit):
    """Pages that were made before the sign-off as well; the header says what it is."""
    finish(open_audit)
    section = Step(StepKind.SECTION_GRADE, open_audit.outline.sections[0].key)
    question = Step(StepKind.QUESTION, open_audit.outline.questions[0].key)
    steps = (section, question, FEEDBACK, OVERALL, FRONT_SHEET)
    for step in steps:
        view.show_step(step)
    open_audit.sign_off()
    assert not view.header.amendment.isVisible()
    open_audit.amend("A. Manager", "A visit was overlooked.")

    assert "Amendment 1, draft" == view.header.amendment.text()
    assert view.header.amendment.isVisible()
    assert view.header.saved.badge.isVisible()
    assert view.header.button(CommandId.UNDO).isEnabled()
    assert REVIEW == view.start_place()
    for step in steps:
        view.show_step(step)
        fields = view.pages.card(step.kind).findChildren(TextArea)
        assert not any(field.text_edit.isReadOnly() for field in fields if field.isVisible())
    open_audit.give_up_amendment()
    assert not view.header.amendment.isVisible()
    assert view.header.saved.signed.isVisible()
    for step in (OVERALL, question):
        view.show_step(step)
        fields = view.pages.card(step.kind).findChildren(TextArea)
        shown = [field for field in fields if field.isVisible()]
        assert shown
        assert all(field.text_edit.isReadOnly() for field in shown)
