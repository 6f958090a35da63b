# SPDX-License-Identifier: MPL-2.0
"""Test the dialogs over an open audit that find a question, and list the keys."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.walkthrough.audit_view_fixtures import CTRL, question
from ui.keys.commands import CommandId
from ui.keys.shortcuts_dialog import ShortcutsDialog
from ui.walkthrough.concern_dialog import ConcernDialog
from ui.walkthrough.go_to_dialog import GoToDialog
from ui.walkthrough.search_dialog import SearchDialog
from ui.walkthrough.steps import Step, StepKind


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
    qtbot.waitUntil(lambda: asking.list.model().rowCount() > 2)  # all are listed a moment later
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
