# SPDX-License-Identifier: MPL-2.0
"""Test the page of the history over a real open audit."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from auditapp.history.line_filter import searched_words
from auditapp.history.lines import read_history
from auditapp.model.edits import Author
from auditapp.model.follow_up import Action
from auditapp.model.history import HistoryKind
from tests.ui.one_path import OnePath
from ui.history.history_model import HistoryModel
from ui.history.paged_lines import ROW_ROLE
from ui.keys.commands import CommandId
from ui.walkthrough.steps import FEEDBACK, HISTORY, REVIEW, Step, StepKind

FIRST, SECOND = "visits/VS1-safe", "visits/VS2"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def history(qtbot, view, open_audit):
    """Return the page, on show, of an audit with three changes."""
    open_audit.change_answer(FIRST, note="Seen.")
    open_audit.change_answer(SECOND, value="met")
    open_audit.change_answer(SECOND, value="not_met")
    open_audit.flush()
    view.show_history()
    page = view.pages.history()
    qtbot.waitUntil(lambda: page.model.line_count == 4)
    return page


def rows(page):
    """Return the rows on offer."""
    model = page.model
    return [model.data(model.index(place), ROW_ROLE) for place in range(model.rowCount())]


def titles(page):
    """Return what the lines on offer say."""
    return [row.title for row in rows(page)]


def test_a_line_is_as_tall_as_its_words_beside_a_scroll_bar(history, open_audit, qtbot):
    """The bar comes up when the lines are there already, and takes width away."""
    history.window().resize(560, 500)
    for number in range(8):
        open_audit.change_answer(SECOND, note=f"Seen alone at home on day {number} of the week.")
        open_audit.flush()
    page = history.list
    qtbot.waitUntil(lambda: page.verticalScrollBar().isVisible())

    def are_whole():
        model, delegate = page.model(), page.itemDelegate()
        indexes = [model.index(place, 0) for place in range(model.rowCount())]
        wanted = [delegate._picture(each, page.viewport().width()).height for each in indexes]
        return wanted == [page.visualRect(each).height() for each in indexes]

    qtbot.waitUntil(are_whole)


def test_lines_begin_at_one_edge(history):
    """Those about a question, which has a number, and those about the whole audit."""
    model, width = history.list.model(), history.list.viewport().width()
    indexes = [model.index(place, 0) for place in range(model.rowCount())]
    numbers = [bool(each.data(ROW_ROLE).number) for each in indexes]
    assert {True, False} == set(numbers)
    pictures = [history.list.itemDelegate()._picture(each, width) for each in indexes]
    assert 1 == len({picture._blocks[0][1].left() for picture in pictures})


def test_the_newest_line_is_first_and_says_what_changed(history):
    """From what to what, where, who, when, and whether undo reaches it."""
    newest = rows(history)[0]

    assert ("Answer changed", 3) == (newest.title, newest.number)
    assert [
        "Was the child seen alone, and where they were not, is there a good reason?",
        "Answer: Met → Not met",
        "R. Okafor, 21 November 2026 at 09:30  ·  line 4  ·  Undo takes this back next",
    ] == [remark.text for remark in newest.remarks]
    assert "Audit started" == titles(history)[-1]


def test_the_state_of_the_chain_is_said(history):
    """Before anybody reads a line."""
    assert "All 4 lines follow from each other" in history.chain.text()
    assert history.fault.isHidden()


def test_a_line_that_was_changed_is_told(qtbot, history, workspace, open_audit, heard):
    """In the place of the sentence that all is well."""
    session = workspace._sessions.get(open_audit.audit.id)
    session.history[1] = session.history[1].model_copy(update={"by": "Somebody else"})
    history.refresh()
    qtbot.waitUntil(history.fault.isVisible)

    assert history.chain.isHidden()
    assert "Line 2 is not what was written" in history.fault.accessibleDescription()
    assert history.fault.accessibleDescription() in heard[-1]


def test_lines_are_found_by_kind_person_and_words(history):
    """What is shown is counted; what is found nowhere is said, with a way back."""
    bar = history.filter_bar
    bar.search.set_text("answer changed")
    bar.search.text_edited.emit("answer changed")
    assert ["Answer changed"] == titles(history)
    assert "1 of 4 lines are shown." == history.count.text()
    bar.group.set_value("front")
    bar.group.value_chosen.emit("front")
    assert [] == titles(history)
    history._nothing.button.click()
    assert 4 == len(titles(history))


def test_the_history_of_one_answer_is_asked_for_at_its_question(qtbot, view, history):
    """A button takes that back; Esc leads to the question again."""
    step = Step(StepKind.QUESTION, SECOND)
    view.show_step(step)
    view.pages.card(StepKind.QUESTION).follow_up.history_button.click()

    assert HISTORY == view.step
    qtbot.waitUntil(lambda: titles(history) == ["Answer changed", "Answer given"])
    assert "Only question 3" == history.filter_bar.question_button.text()
    history.filter_bar.question_button.click()
    assert 4 == len(titles(history))
    qtbot.keyClick(history, Qt.Key.Key_Escape)
    assert step == view.step


def test_the_key_opens_the_history_and_leads_back(qtbot, view, history):
    """Ctrl+H once more, or Esc."""
    view.show_step(FEEDBACK)
    qtbot.keyClick(view, Qt.Key.Key_H, CTRL)
    assert HISTORY == view.step
    qtbot.keyClick(view, Qt.Key.Key_H, CTRL)
    assert FEEDBACK == view.step


def test_a_line_leads_to_its_question(qtbot, view, history):
    """By Enter or a click."""
    history.list.setFocus()
    history.list.setCurrentIndex(history.model.index(2, 0))
    qtbot.keyClick(history.list, Qt.Key.Key_Return)
    assert Step(StepKind.QUESTION, FIRST) == view.step


def test_an_edit_made_meanwhile_is_in_the_history_when_it_is_shown_again(
    qtbot, view, history, open_audit
):
    """The page reads when it comes into sight."""
    view.show_step(FEEDBACK)
    open_audit.change_answer(FIRST, flagged=True)
    open_audit.flush()
    view.show_step(HISTORY)
    qtbot.waitUntil(lambda: titles(history)[0] == "Flag changed")


def test_a_signed_audit_shows_its_history(qtbot, view, history, workspace, open_audit):
    """Undo reaches nothing in it any more."""
    by = Author("R. Okafor", workspace.clock())
    open_audit._adopt(workspace._sessions.get(open_audit.audit.id).sign_off(by), None)
    view.show_step(REVIEW)
    view.show_step(HISTORY)
    qtbot.waitUntil(lambda: titles(history)[0] == "Signed off")
    assert rows(history)[1].remarks[-1].text.endswith("Undo does not reach this")


def test_the_history_is_saved_and_that_is_a_line_of_it(qtbot, history, tmp_path):
    """The file holds every line, whatever is looked for."""
    history.desk._outside = OnePath(tmp_path / "history.csv")
    history.filter_bar.search.set_text("flag")
    history.save_button.click()
    qtbot.waitUntil(history.desk.banner.isVisible)

    assert "Answer given" in (tmp_path / "history.csv").read_text("utf-8-sig")
    history.refresh()
    history.filter_bar.clear()
    qtbot.waitUntil(lambda: titles(history)[0] == "Exported")


def test_undo_goes_to_the_question_of_an_action_that_it_took_away(
    qtbot, view, open_audit, workspace
):
    """The action is gone, and its question is still known."""
    action = Action(what="See the child", question=SECOND, created_at=workspace.clock())
    open_audit.put_action(None, action)
    open_audit.flush()
    view.show_step(FEEDBACK)
    with qtbot.waitSignal(open_audit.saved):
        view.header.button(CommandId.UNDO).click()

    assert Step(StepKind.QUESTION, SECOND) == view.step
    assert view.undone.words.text().startswith("Change undone. Was the child seen alone")
    assert "See the child → nothing" in view.undone.words.text()


def test_what_was_undone_is_made_again_from_the_strip(qtbot, view, open_audit):
    """Then the strip offers to undo it; the next change takes the strip away."""
    open_audit.change_answer(SECOND, value="met")
    open_audit.flush()
    with qtbot.waitSignal(open_audit.saved):
        view.header.button(CommandId.UNDO).click()
    assert "Redo" == view.undone.button.text()
    with qtbot.waitSignal(open_audit.saved):
        view.undone.button.click()
    assert "met" == open_audit.audit.answer(SECOND).value
    assert "Undo" == view.undone.button.text()
    with qtbot.waitSignal(open_audit.saved):
        open_audit.change_answer(SECOND, flagged=True)
    assert view.undone.isHidden()


def test_the_caret_is_where_a_note_was_changed(qtbot, view, open_audit, workspace):
    """So that typing goes on there."""
    open_audit.change_answer(SECOND, note="Seen alone 😀 on four visits.")
    workspace.clock.move(minutes=2)
    open_audit.change_answer(SECOND, note="Seen alone 😀 on three visits.")
    open_audit.flush()
    view.show_step(FEEDBACK)
    with qtbot.waitSignal(open_audit.saved):
        view.header.button(CommandId.UNDO).click()

    edit = view.pages.card(StepKind.QUESTION).note_part.field.text_edit
    assert edit.hasFocus()
    before = edit.toPlainText().encode("utf-16-le")[: 2 * edit.textCursor().position()]
    assert "Seen alone 😀 on " == before.decode("utf-16-le")


def test_the_model_is_one_that_qt_understands(qtmodeltester, history):
    """Its rows, roles and resets follow the rules."""
    qtmodeltester.check(history.model)


def test_ten_thousand_lines_are_filtered_and_scrolled_without_holding_the_window(
    qtbot, history, workspace, open_audit
):
    """Each turn of the window takes less than half a second of the processor."""
    entries = workspace.history(open_audit.audit.id)[1:]
    many = [
        entries[place % 3].model_copy(update={"seq": place + 1, "kind": HistoryKind.ANSWER})
        for place in range(10_000)
    ]
    lines = read_history(open_audit.outline, many).lines
    history.model.set_lines(lines, list(map(searched_words, lines)), open_audit.outline)
    slowest = 0.0
    for text in ("m", "me", "met", "not met", ""):
        began = time.thread_time()
        history.filter_bar.search.set_text(text)
        history.filter_bar.search.text_edited.emit(text)
        QApplication.processEvents()
        slowest = max(slowest, time.thread_time() - began)
    for _key in range(20):
        began = time.thread_time()
        qtbot.keyClick(history.list, Qt.Key.Key_PageDown)
        QApplication.processEvents()
        slowest = max(slowest, time.thread_time() - began)

    assert isinstance(history.list.model(), HistoryModel)
    assert 10_000 == history.model.found_count
    assert slowest < 0.5


def test_of_a_long_note_the_words_that_changed_are_marked(
    qtbot, view, history, open_audit, workspace
):
    """What went is struck out, what came underlined; a short one is told whole, with an arrow."""
    long = "The worker saw the child alone on {count} of five visits, and wrote down why not."
    workspace.clock.move(minutes=2)
    open_audit.change_answer(SECOND, note=long.format(count="four"))
    workspace.clock.move(minutes=2)
    open_audit.change_answer(SECOND, note=long.format(count="three"))
    open_audit.flush()
    history.refresh()
    qtbot.waitUntil(lambda: history.model.line_count == 6)

    marked = rows(history)[0].remarks[1]
    assert [("went", "four"), ("came", "three")] == [
        (mark.kind, mark.text) for mark in marked.marks if mark.kind != "same"
    ]
    assert "Note: The worker" == "".join(mark.text for mark in marked.marks)[:16]
