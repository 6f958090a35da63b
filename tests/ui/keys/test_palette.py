# SPDX-License-Identifier: MPL-2.0
"""Tests of doing and finding anything by its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from auditapp.checklist.question_models import QuestionKind
from tests.making import start_audit
from tests.ui.home_fixtures import open_try_out
from tests.ui.window_fixtures import audit_id, full_disk, paths, unlock, window
from ui.keys.palette_dialog import PaletteDialog
from ui.keys.palette_entry import MOST_FOUND, PaletteEntry, found
from ui.keys.shortcuts_dialog import ShortcutsDialog
from ui.unsaved_dialog import UnsavedDialog
from ui.walkthrough.steps import FRONT_SHEET, StepKind

__all__ = ["audit_id", "full_disk", "paths", "unlock", "window"]


def entry(words):
    """Return an entry that does nothing."""
    return PaletteEntry(words, "Kind", lambda: None)


@pytest.fixture
def palette(window, qtbot):
    """Return a function that presses the key of the palette in a view, and returns the dialog."""

    def palette(view):
        window.activateWindow()
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_F2)
        dialogs = [each for each in window.findChildren(PaletteDialog) if each.isVisible()]
        return dialogs[-1]

    return palette


def words_of(dialog):
    """Return the words of the rows on show."""
    return [each.words for each in dialog.list.entries]


def test_beginnings_of_words_come_first():
    """Then what holds the letters anywhere; what lacks a word is left out."""
    entries = [entry("Unlock the safe"), entry("Lock"), entry("Go to Insights")]

    assert ["Lock", "Unlock the safe"] == [each.words for each in found(entries, [], "LOCK")]
    assert entries == found(entries, [], " ")
    assert [] == found(entries, [], "lock insights")


def test_finders_are_asked_once_something_is_typed():
    """And no more is shown than somebody reads."""
    many = [entry(f"Question {number}") for number in range(500)]

    assert [] == found([], [lambda _text: many], "")
    assert MOST_FOUND == len(found([], [lambda _text: many], "q"))


def test_a_place_is_gone_to(window, unlock, palette, qtbot):
    """From the list of audits to the settings, in a few letters."""
    unlock()
    dialog = palette(window.home_view)
    qtbot.keyClicks(dialog.search.line_edit, "go sett")
    assert ["Go to Settings"] == words_of(dialog)
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Return)

    assert "settings" == window.home_view.page_name
    assert not dialog.isVisible()


def test_an_audit_is_opened_by_its_case(window, unlock, palette, qtbot):
    """By some letters of the reference."""
    (row,) = unlock().audits()
    dialog = palette(window.home_view)
    qtbot.keyClicks(dialog.search.line_edit, row.case_reference.lower())
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Return)

    assert row.id == window.open_audit.audit.id


def test_a_question_is_found_by_its_number_and_words(window, audit_id, palette, qtbot):
    """In an open audit; the arrows move while the focus stays where one types."""
    dialog = palette(window.audit_view)
    qtbot.keyClicks(dialog.search.line_edit, "alone")
    found_rows = words_of(dialog)
    assert found_rows != []
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Return)

    assert StepKind.QUESTION is window.audit_view.step.kind
    asked = window.open_audit.outline.by_key[window.audit_view.step.question]
    assert asked.question.text in found_rows


def test_a_command_is_done(window, audit_id, palette, qtbot):
    """With its key beside it, so that somebody learns it."""
    was_dark = window._theme.is_dark
    dialog = palette(window.audit_view)
    qtbot.keyClicks(dialog.search.line_edit, "dark")
    (row,) = dialog.list.entries
    assert "Light or dark colours, The window" == row.spoken
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Return)

    assert was_dark is not window._theme.is_dark


def test_what_is_done_in_a_question_is_found_there_alone(window, audit_id, palette, qtbot):
    """The note is gone to by its words; on another step there is none."""
    view = window.audit_view
    view.show_step(next(each for each in view._walk.steps if each.kind is StepKind.QUESTION))
    take(qtbot, palette(view), "the note")
    assert view.pages.card(StepKind.QUESTION).note_part.field.text_edit.hasFocus()
    view.show_step(FRONT_SHEET)
    dialog = palette(view)
    qtbot.keyClicks(dialog.search.line_edit, "go to the note")
    assert "Go to the note" not in words_of(dialog)


def test_what_would_do_nothing_is_not_offered(window, audit_id, palette, qtbot):
    """Where dates are asked for it can be said that there is none; elsewhere that is no offer."""
    view, outline = window.audit_view, window.open_audit.outline
    words = "Say that there is no date on file"
    for kind, is_offered in ((QuestionKind.DATE, True), (QuestionKind.RATING, False)):
        asked = next(each for each in outline.questions if each.question.kind is kind)
        view.show_step(next(each for each in view._walk.steps if each.question == asked.key))
        dialog = palette(view)
        qtbot.keyClicks(dialog.search.line_edit, "date on file")
        assert is_offered is (words in words_of(dialog))
        dialog.search.set_text("")
        qtbot.keyClicks(dialog.search.line_edit, "reason for late")
        assert "Go to the reason for lateness" not in words_of(dialog)  # nothing is dated yet
        dialog.reject()


def test_nothing_found_says_so(window, unlock, palette, qtbot):
    """And Enter does nothing then."""
    unlock()
    dialog = palette(window.home_view)
    qtbot.keyClicks(dialog.search.line_edit, "zzz")
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Return)

    assert "Nothing has these words." == dialog.count.text()
    assert dialog.isVisible()


def test_more_than_is_shown_is_not_counted_as_all(theme, show):
    """Of 5,000 audits the first rows are shown, and said to be the first."""
    many = [entry(f"Audit {number}") for number in range(5000)]
    dialog = PaletteDialog(theme, [entry("Lock")], [lambda _text: many], show(QWidget()))
    dialog.search.line_edit.setText("a")
    dialog.search.text_edited.emit("a")

    assert MOST_FOUND == len(dialog.list.entries)
    assert "The first 60 are shown. Type more to find fewer." == dialog.count.text()


def take(qtbot, dialog, text):
    """Type into the palette and take what is first."""
    qtbot.keyClicks(dialog.search.line_edit, text)
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Return)


def type_note(qtbot, window, text):
    """Type into the note of the first question; nothing commits it yet."""
    view = window.audit_view
    view.show_step(next(each for each in view._walk.steps if each.kind is StepKind.QUESTION))
    qtbot.keyClicks(view.pages.card(StepKind.QUESTION).note_part.field.text_edit, text)


def notes_of(window, audit_id):
    """Return the notes in an audit as they are stored."""
    answers = window.workspace.open_audit(audit_id).answers.values()
    window.workspace.close_audit(audit_id)
    return [each.note for each in answers]


def test_an_open_audit_is_left_for_a_page(window, audit_id, palette, qtbot):
    """It is saved and closed first, with the words that nothing had committed yet."""
    type_note(qtbot, window, "Seen alone")
    take(qtbot, palette(window.audit_view), "go sett")

    assert window.open_audit is None
    assert "settings" == window.home_view.page_name
    assert window.home_view.isVisible()
    assert ["Seen alone"] == notes_of(window, audit_id)


def test_an_open_audit_is_left_for_another(window, audit_id, palette, qtbot):
    """Its own case is not offered, for one is there already."""
    second = start_audit(window.workspace, case_reference="HX-77")
    type_note(qtbot, window, "Seen alone")
    dialog = palette(window.audit_view)
    qtbot.keyClicks(dialog.search.line_edit, window.open_audit.audit.front.case_reference)
    assert [] == [each for each in dialog.list.entries if each.kind.startswith("Audit")]
    dialog.search.line_edit.clear()
    take(qtbot, dialog, "hx-77")

    assert second == window.open_audit.audit.id
    assert ["Seen alone"] == notes_of(window, audit_id)


def test_a_new_audit_is_begun_from_an_open_one(window, audit_id, palette, qtbot):
    """As from the list, where the one that was open is then."""
    take(qtbot, palette(window.audit_view), "new audit")

    assert window.open_audit is None
    assert window.home_view.page is window.home_view.new_audit


def test_an_audit_that_cannot_be_saved_is_not_left(window, full_disk, palette, qtbot):
    """The person is asked; whoever gives the words up is led where they wanted to go."""
    type_note(qtbot, window, "Seen alone")
    take(qtbot, palette(window.audit_view), "go sett")
    (asking,) = window.findChildren(UnsavedDialog)
    assert window.open_audit is not None
    assert window.audit_view.isVisible()

    full_disk.clear()
    asking.abandoned.emit()
    asking.reject()
    assert window.open_audit is None
    assert "settings" == window.home_view.page_name


@pytest.fixture
def try_out(window, unlock, qtbot):
    """Return a try-out, shown."""
    unlock()
    return open_try_out(window.home_view, qtbot)


def test_a_try_out_has_a_palette_too(window, try_out, palette, qtbot):
    """Its own places, and those of the home, for which it is left."""
    dialog = palette(try_out)
    assert "Go to Settings" in words_of(dialog)
    assert "This audit" in [each.kind for each in dialog.list.entries]
    take(qtbot, dialog, "go sett")

    assert window.home_view.try_out is None
    assert "settings" == window.home_view.page_name


def test_the_keys_are_listed_over_a_try_out(window, try_out, qtbot):
    """They are bound once only: bound by the walk as well, no key would do anything."""
    window.activateWindow()
    qtbot.keyClick(try_out, Qt.Key.Key_F12)

    assert [True] == [each.isVisible() for each in window.findChildren(ShortcutsDialog)]
