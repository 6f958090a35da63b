# SPDX-License-Identifier: MPL-2.0
"""Tests of doing and finding anything by its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.window_fixtures import audit_id, paths, unlock, window
from ui.keys.palette_dialog import PaletteDialog
from ui.keys.palette_entry import MOST_FOUND, PaletteEntry, found
from ui.walkthrough.steps import StepKind

__all__ = ["audit_id", "paths", "unlock", "window"]


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


def test_a_page_is_gone_to_from_an_open_audit(window, audit_id, palette, qtbot):
    """The audit is saved and closed first."""
    window.open_audit.change_answer("visits/VS2", value="met")
    dialog = palette(window.audit_view)
    qtbot.keyClicks(dialog.search.line_edit, "go act")
    qtbot.keyClick(dialog.search.line_edit, Qt.Key.Key_Return)

    assert window.open_audit is None
    assert ("actions", True) == (window.home_view.page_name, window.home_view.isVisible())
    audit = window.workspace.open_audit(audit_id)
    assert "met" == audit.answer("visits/VS2").value
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=20_000)


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
    assert "The first 60; another letter finds fewer." == dialog.count.text()
