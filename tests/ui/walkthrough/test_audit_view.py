# SPDX-License-Identifier: MPL-2.0
"""Test the view of an open audit as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from auditapp.model.follow_up import Concern
from auditapp.model.ids import QuestionKey
from tests.making import start_audit
from tests.ui.review.answering import finish
from tests.ui.walkthrough.audit_view_fixtures import CTRL, current_stage, question, said
from ui.keys.commands import CommandId
from ui.open_audit import OpenAudit
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, REVIEW, Step, StepKind
from ui.widgets.fields.text_area import TextArea

__all__ = ["said"]


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
    """The buttons that change something are gone, and the badge says why."""
    finish(open_audit)
    open_audit.sign_off()
    before = open_audit.audit
    assert view.header.saved.signed.isVisible()
    assert not view.header.saved.badge.isVisible()
    header = view.header
    changing = [header.button(each) for each in (CommandId.UNDO, CommandId.REDO, CommandId.CONCERN)]
    assert not any(each.isVisible() or each.isEnabled() for each in (*changing, header.concern))
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
