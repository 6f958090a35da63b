# SPDX-License-Identifier: MPL-2.0
"""The list of checklists: read in a thread, searched, and opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from auditapp.errors import SaveFailedError
from ui.checklists.checklist_list_model import ChecklistListModel
from ui.checklists.checklists_view import ChecklistsView
from ui.checklists.faults_dialog import FaultsDialog
from ui.error_dialog import ErrorDialog


def row_of(rows, view, name):
    """Return the row of a file."""
    return next(row for row in rows(view) if row.path.stem == name)


def test_each_checklist_says_what_it_is(view, rows):
    """Version, status, questions and children stand in a line; a screen reader says them too."""
    row = row_of(rows, view, "education")
    facts = row.facts.split("  ·  ")
    assert ["Version 1.0", "In use", "All children"] == [*facts[:2], facts[3]]
    assert facts[2].endswith(" questions")
    index = view.list.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{row.title}. {'. '.join(facts)}. {row.purpose}"
    assert "4 checklists" == view.count_words


def test_the_window_is_not_held_while_they_are_read(qtbot, theme, workspace, jobs, show, rows):
    """The page is there at once; headers come before the questions are counted."""
    view = show(ChecklistsView(theme, workspace, jobs))
    view.refresh()
    assert view.is_reading
    assert [] == rows(view)
    qtbot.waitUntil(lambda: len(rows(view)) > 0, timeout=20000)
    qtbot.waitUntil(lambda: not view.is_reading, timeout=20000)
    assert all(row.overview for row in rows(view) if row.header)


def test_looking_again_reads_no_file_twice(qtbot, view, workspace, monkeypatch):
    """What is known of a checklist is kept."""
    read = []
    monkeypatch.setattr(workspace, "overview", read.append)
    view.refresh()
    qtbot.waitUntil(lambda: not view.is_reading)
    assert [] == read


def test_reading_that_fails_says_why(qtbot, view, workspace, monkeypatch):
    """The list stays as it was, and nothing waits for ever."""

    def refuse():
        raise SaveFailedError("The folder is gone.", "Look again.")

    monkeypatch.setattr(workspace, "checklists", refuse)
    view.refresh()
    qtbot.waitUntil(lambda: view.findChildren(ErrorDialog) != [])
    (dialog,) = view.findChildren(ErrorDialog)
    assert "The folder is gone." == dialog.windowTitle()
    assert not view.is_reading
    dialog.accept()


def test_the_focus_goes_where_the_person_was(view, rows):
    """To the search at first, and back to the checklist that was looked at."""
    view.setFocus()
    assert view.search.line_edit.hasFocus()
    view.list.setCurrentIndex(view.list.model().index(1, 0))
    view.setFocus()
    assert view.list.hasFocus()


def test_reading_can_be_stopped(view, qtbot):
    """Nothing arrives after the window was locked."""
    view.refresh()
    view.stop()
    assert not view.is_reading
    qtbot.waitUntil(lambda: not view._jobs.is_busy)
    assert "4 checklists" == view.count_words


def test_they_are_found_by_words_of_their_questions(qtbot, view, rows):
    """Every word has to be in the checklist; Esc shows all again."""
    qtbot.keyClicks(view.search.line_edit, "attendance exclusion")
    assert ["education"] == [row.path.stem for row in rows(view)]
    assert "1 of 4 checklists" == view.count_words
    qtbot.keyClicks(view.search.line_edit, " zebra")
    assert [] == rows(view)
    assert view._nothing_found.isVisible()
    assert "None of the" in view._nothing_found._text.text()
    qtbot.keyClick(view.search.line_edit, Qt.Key.Key_Escape)
    assert "4 checklists" == view.count_words


def test_the_keyboard_goes_from_the_search_into_the_list(qtbot, view, rows):
    """Enter leads to the first checklist found, and Enter there opens it."""
    qtbot.keyClicks(view.search.line_edit, "attendance")
    qtbot.keyClick(view.search.line_edit, Qt.Key.Key_Return)
    assert view.list.hasFocus()
    with qtbot.waitSignal(view.try_out_ready, timeout=20000) as caught:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert "education" == caught.args[0].checklist.id


def test_it_is_opened_once(qtbot, view, rows):
    """A second click while it is being opened does nothing."""
    ready = []
    view.try_out_ready.connect(ready.append)
    row = row_of(rows, view, "seen-and-safe")
    view.list.chosen.emit(row)
    view.list.chosen.emit(row)
    qtbot.waitUntil(lambda: not view._jobs.is_busy)
    assert ["seen-and-safe"] == [practice.checklist.id for practice in ready]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("visits", "visits.yaml:58:9: 'kind' cannot be 'ratting'. Did you mean 'rating'?"),
        ("headless", "headless.yaml:1:1: 'version' is missing, or is not text."),
    ],
)
def test_faults_are_shown_and_copied(qtbot, view, rows, name, words):
    """A file that cannot be used says where, what is wrong and what to do."""
    row = row_of(rows, view, name)
    assert "Cannot be used: 1 fault" in row.facts
    view.list.chosen.emit(row)
    (dialog,) = view.findChildren(FaultsDialog)
    assert dialog.faults.text.startswith(words)
    assert dialog.faults.text_edit.isReadOnly()
    dialog.copy_button.click()
    assert dialog.faults.text == QGuiApplication.clipboard().text()
    dialog.accept()


def test_an_opening_that_fails_says_why(qtbot, view, rows, workspace, monkeypatch):
    """What was good when it was listed may be gone when it is chosen."""

    def refuse(_header, _front):
        raise SaveFailedError("It is gone.", "Look again.")

    monkeypatch.setattr(workspace, "practise", refuse)
    view.list.chosen.emit(row_of(rows, view, "education"))
    qtbot.waitUntil(lambda: view.findChildren(ErrorDialog) != [])
    (dialog,) = view.findChildren(ErrorDialog)
    assert "It is gone." == dialog.windowTitle()
    dialog.accept()


def test_the_model_keeps_the_rules_of_qt(workspace, qtmodeltester):
    """Headers, overviews and other headers again leave a model in order."""
    headers, broken = workspace.checklists()
    model = ChecklistListModel()
    model.set_checklists(headers, broken)
    for header in headers:
        model.set_overview(header.path, workspace.overview(header))
    qtmodeltester.check(model)
    assert [] == list(model.unread)
    model.set_checklists(headers[:1], ())
    assert 1 == model.rowCount()
    assert [] == list(model.unread)


def test_it_paints_in_every_look(view, theme, rows):
    """Dark, large and narrow paint; rows are taller where there is less room."""
    wide = view.list.sizeHintForRow(0)
    theme.set_dark(True)
    theme.set_text_scale(2.0)
    view.resize(560, 700)
    assert not view.grab().isNull()
    assert 2 * wide < view.list.sizeHintForRow(0)
