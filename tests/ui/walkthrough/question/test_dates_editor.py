# SPDX-License-Identifier: MPL-2.0
"""Test the editor of a series of dates."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def editor(card, ask):
    """Return the editor of the dates of the visits, which is on show."""
    ask("VS1-care")
    return card.answer_part.editor


def type_date(editor, text):
    """Type a date and press Enter."""
    QTest.keyClicks(editor.entry.line_edit, text)
    QTest.keyClick(editor.entry.line_edit, Qt.Key.Key_Return)


def paste(editor, text):
    """Paste a text into the line."""
    QApplication.clipboard().setText(text)
    editor.entry.line_edit.paste()


def test_dates_are_kept_in_order(editor, answer):
    """Each Enter adds a date to its place, and empties the line for the next."""
    type_date(editor, "3/5/2026")
    type_date(editor, "9 Jan 26")
    assert ("2026-01-09", "2026-05-03") == answer().value
    assert ("", "9 January 2026 was added.") == (editor.entry.text, editor.message.text())


def test_the_button_adds_and_waits_for_the_next(editor, answer):
    """The mouse does what Enter does."""
    QTest.keyClicks(editor.entry.line_edit, "3/5/2026")
    editor.add_button.click()
    assert ("2026-05-03",) == answer().value
    assert editor.entry.line_edit.hasFocus()


def test_a_date_twice_is_said_and_kept_once(editor, answer):
    """The same visit is not counted twice."""
    type_date(editor, "3/5/2026")
    type_date(editor, "3 May 2026")
    assert ("2026-05-03",) == answer().value
    assert "3 May 2026 is in the list already." == editor.message.text()


def test_a_pasted_column_is_taken_at_once(editor, answer):
    """No key is needed after pasting, and the report counts and names."""
    type_date(editor, "9/1/2026")
    paste(editor, "Date\tWorker\n09/01/2026\tA\n03/05/2026\tB\n31/02/2026\tC\n12 Jun 2026")
    assert ("2026-01-09", "2026-05-03", "2026-06-12") == answer().value
    assert (
        "2 dates were added. 1 was there already. "
        "Left out, as not a date: “Date”, “Worker”, “A”, “B”, and 2 more."
    ) == editor.message.text()


def test_a_single_pasted_date_waits_for_enter(editor, answer):
    """One date may be corrected before it is taken."""
    paste(editor, "3/5/2026")
    assert (None, "3/5/2026") == (answer().value, editor.entry.text)


def test_typing_a_second_date_does_not_take_half_of_it(editor, answer):
    """Only a paste is taken at once: "4/6/20" is a date already, but not the one meant."""
    QTest.keyClicks(editor.entry.line_edit, "3/5/2026, 4/6/20")
    assert answer().value is None
    QTest.keyClicks(editor.entry.line_edit, "26")
    QTest.keyClick(editor.entry.line_edit, Qt.Key.Key_Return)
    assert ("2026-05-03", "2026-06-04") == answer().value


def test_words_stay_in_the_line_with_what_is_wrong(editor, answer):
    """What is no date is not swallowed."""
    type_date(editor, "soon")
    assert ("soon", None) == (editor.entry.text, answer().value)
    assert editor.entry.error.startswith("This is not a date.")


def test_a_date_half_entered_is_kept_on_moving_on(card, editor, ask, open_audit):
    """Moving to the next question takes what stands in the line."""
    QTest.keyClicks(editor.entry.line_edit, "3/5/2026")
    ask("VS2")
    assert ("2026-05-03",) == open_audit.audit.answer("visits/VS1-care").value


def test_delete_removes_the_date_with_the_focus(editor, answer, visits):
    """Arrow keys move among the dates, and the focus stays near the gap."""
    visits("2026-01-09", "2026-05-03", "2026-06-12")
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_Right)
    QTest.keyClick(editor.list, Qt.Key.Key_Delete)
    assert ("2026-01-09", "2026-06-12") == answer().value
    assert "3 May 2026 was removed." == editor.message.text()
    assert 1 == editor.list.currentIndex().row()


def test_the_cross_of_a_chip_removes_it(editor, answer, visits):
    """A press on the cross removes the date; a press beside it does not."""
    visits("2026-01-09", "2026-05-03")
    rect = editor.list.visualRect(editor.list.model().index(0))
    port = editor.list.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=rect.center() - QPoint(20, 0))
    assert 2 == len(answer().value)
    cross = QPoint(rect.right() - 16, rect.center().y())
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=cross)
    assert ("2026-05-03",) == answer().value


def test_without_dates_there_is_no_answer(editor, answer, visits):
    """Removing the last date takes the answer back and leads to the line."""
    visits("2026-01-09")
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_Delete)
    assert not answer().is_given
    assert editor.entry.line_edit.hasFocus()


def test_late_dates_are_marked_in_words(editor, visits):
    """A screen reader says the day, and by how much it was late."""
    visits("2026-01-09", "2026-03-10")
    model = editor.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [
        "Friday 9 January 2026, 28 days late",
        "Tuesday 10 March 2026, 18 days late",
    ] == [model.index(row).data(role) for row in range(2)]


def test_the_list_grows_by_lines_and_then_scrolls(editor, visits):
    """A year of weekly visits must not push the rest of the card away."""
    visits("2026-01-09")
    one_line = editor.list.height()
    visits(*(f"2026-{month:02}-{day:02}" for month in range(1, 10) for day in range(1, 28, 3)))
    assert 6 * one_line == editor.list.height()


def test_the_model_keeps_the_rules_of_qt(editor, visits, qtmodeltester):
    """The model of the dates is sound."""
    visits("2026-01-09", "2026-03-10")
    qtmodeltester.check(editor.list.model())
