# SPDX-License-Identifier: MPL-2.0
"""Test that a locked window shows nothing, holds nothing, loses nothing, and leads back."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolTip, QWidget

from auditapp import store_place_facts
from auditapp.errors import SaveFailedError
from auditapp.model.edits import Author, change_answer
from auditapp.session import AuditSession
from auditapp.store import process_lock
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_workspace
from ui.locking.idle_watch import SLEPT
from ui.open_audit import OpenAudit
from ui.start.unlock_view import UnlockView
from ui.unsaved_dialog import UnsavedDialog
from ui.walkthrough.steps import REPORT, REVIEW, Step, StepKind
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.text_label import TextLabel

KEY = "visits/VS2"
STEP = Step(StepKind.QUESTION, KEY)
WORDS = "Seen alone at school.\n" * 40


def note_of(window):
    """Return the editor of the note of the question on show."""
    return window.audit_view.pages.card(StepKind.QUESTION).note_part.field.text_edit


def words_on(widget):
    """Return everything that is written on a widget."""
    return " ".join(each.text() for each in widget.findChildren(TextLabel) if each.isVisible())


def settle_down():
    """Let everything be deleted that is to be deleted."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()


# What is told


@pytest.mark.parametrize(
    ("tell", "why"),
    [
        (lambda watch: watch.idle.went_idle.emit(), "after 10 minutes without a touch"),
        (lambda watch: watch.idle.slept.emit(), "went to sleep"),
        (lambda watch: watch._session.going_to_sleep.emit(), "went to sleep"),
        (lambda watch: watch._session.screen_locked.emit(), "with the computer’s screen"),
    ],
)
def test_the_window_locks_by_itself_and_says_why(window, audit_id, tell, why):
    """Whoever comes back need not wonder."""
    tell(window._watch)

    assert window.workspace is None
    assert why in words_on(window.start_view)
    assert "Your work is saved." in words_on(window.start_view)


def test_after_a_sleep_the_first_event_finds_a_locked_window(window, audit_id, qapp):
    """Nothing of the audit is painted before."""
    watch = window._watch.idle
    late = watch._clock() + SLEPT
    watch._clock = lambda: late
    qapp.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))

    assert window.workspace is None
    assert isinstance(window._stack.currentWidget(), UnlockView)


def test_the_key_that_wakes_the_computer_goes_into_no_audit(window, audit_id, unlock, qtbot):
    """It was meant for whatever was on the screen before."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText("Half a sent")
    watch = window._watch.idle
    late = watch._clock() + SLEPT
    watch._clock = lambda: late
    qtbot.keyClicks(note_of(window), "x")
    settle_down()
    unlock()

    assert "Half a sent" == window.open_audit.audit.answer(KEY).note


def test_a_locked_window_is_watched_no_more(window, audit_id):
    """Idleness and sleep are nothing to a lock screen."""
    window.lock()
    view = window.start_view
    window._watch.idle.went_idle.emit()

    assert view is window.start_view


# Nothing is left


def test_nothing_of_an_audit_lives_on(window, audit_id, qtbot):
    """No widget, no model, no session, no text: each is gone once the window is locked."""
    for step in (STEP, REVIEW, REPORT):
        window.audit_view.show_step(step)
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)
    view, home = window.audit_view, window.home_view
    watched = [view, home, window.open_audit, window.workspace, window._desk]
    watched += view.findChildren(QWidget) + home.findChildren(QWidget)
    names = [type(each).__name__ for each in watched]
    left = [weakref.ref(each) for each in watched]
    sessions = [each for each in gc.get_objects() if isinstance(each, AuditSession)]
    left += [weakref.ref(each) for each in sessions]
    names += ["AuditSession"] * len(sessions)
    assert sessions
    del view, home, watched, sessions

    window.lock_alone("Locked.")
    settle_down()

    alive = {name for name, each in zip(names, left, strict=True) if each() is not None}
    assert set() == alive
    assert [] == [each for each in gc.get_objects() if isinstance(each, OpenAudit)]


def test_the_title_of_the_window_names_no_case(window, audit_id):
    """It stands in the task bar, over every lock screen."""
    assert "HX-2047" not in window.windowTitle()


def test_pictures_are_dropped(window, audit_id):
    """Qt keeps what it painted for later."""
    QPixmapCache.insert("a note", QPixmap(QSize(8, 8)))
    window.lock()

    assert QPixmapCache.find("a note") is None


def test_nothing_stays_over_the_lock_screen(window, audit_id, theme):
    """Neither dialogs of ours, nor the computer's, nor menus and tooltips."""
    Dialog(theme, "A dialog", window).open()
    window.show_error(KeyError())
    QFileDialog(window, options=QFileDialog.Option.DontUseNativeDialog).open()
    menu = QMenu(window)
    menu.addAction("Cut")
    menu.popup(window.pos())
    QToolTip.showText(window.pos(), "Seen alone at school.", window)
    window.lock_alone("Locked.")

    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert [window] == [each for each in shown if type(each).__name__ != "QTipLabel"]
    assert QApplication.activePopupWidget() is None
    menu.deleteLater()


# The same place


def test_unlocking_leads_back_to_caret_selection_and_scrolling(window, audit_id, unlock, qtbot):
    """The same question, the same field, the same letters marked."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText(WORDS)
    note_of(window).setFocus()
    cursor = note_of(window).textCursor()
    cursor.setPosition(310)
    cursor.setPosition(301, cursor.MoveMode.KeepAnchor)
    note_of(window).setTextCursor(cursor)
    qtbot.wait(50)
    scrolled = note_of(window).verticalScrollBar().value()
    assert scrolled
    window.lock_alone("Locked.")
    unlock()

    assert STEP == window.audit_view.step
    cursor = note_of(window).textCursor()
    assert (310, 301) == (cursor.anchor(), cursor.position())
    assert note_of(window) is window.focusWidget()
    qtbot.waitUntil(lambda: note_of(window).verticalScrollBar().value() == scrolled)


def test_the_place_holds_no_word_of_the_case(window, audit_id):
    """It is all that a locked window remembers."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText(WORDS)
    note_of(window).setFocus()
    window.lock()

    assert "Seen" not in repr(window._left_off)
    assert "HX-2047" not in repr(window._left_off)


@pytest.mark.parametrize("step", [REVIEW, REPORT])
def test_review_and_report_are_come_back_to(window, audit_id, unlock, step, qtbot):
    """They are steps like any other."""
    window.audit_view.show_step(step)
    window.lock()
    unlock()

    assert step == window.audit_view.step
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)


def test_a_concern_that_is_being_written_is_kept_and_opened_again(window, audit_id, unlock):
    """Rather too early than lost, though the time in it be nonsense; the caret is in its place."""
    window.audit_view.show_step(STEP)
    window.audit_view._raise_concern()
    dialog = window.audit_view.concerns.dialog
    dialog.what.text_edit.setPlainText("Not seen for six weeks")
    dialog.found.time.set_text("half past")
    dialog.what.text_edit.setFocus()
    cursor = dialog.what.text_edit.textCursor()
    cursor.setPosition(8)
    dialog.what.text_edit.setTextCursor(cursor)
    window.lock_alone("Locked.")
    unlock()

    (concern,) = window.open_audit.audit.concerns.values()
    assert "Not seen for six weeks" == concern.what
    again = window.audit_view.concerns.dialog
    assert "Not seen for six weeks" == again.what.text
    assert 8 == again.what.text_edit.textCursor().position()
    assert again.what.text_edit is again.focusWidget()
    again.reject()


def test_a_new_audit_is_come_back_to_with_its_caret(window, unlock, qtbot):
    """Half a reference, and the next letter goes where it would have gone."""
    unlock()
    window.home_view.show_new_audit()
    line = window.home_view.new_audit.form.reference.line_edit
    line.setFocus()
    qtbot.keyClicks(line, "HX-77")
    line.setCursorPosition(3)
    window.lock_alone("Locked.")
    unlock()

    line = window.home_view.new_audit.form.reference.line_edit
    assert ("HX-77", 3) == (line.text(), line.cursorPosition())
    assert line is window.focusWidget()


@pytest.mark.parametrize("name", ["checklists", "settings"])
def test_a_page_beside_the_rail_is_come_back_to(window, unlock, name, qtbot):
    """Settings scrolled down stay scrolled down."""
    unlock()
    window.home_view.go_to(name)
    bar = window.home_view.page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: name != "settings" or bar.maximum() > 300)
    bar.setValue(290)
    scrolled = bar.value()
    window.lock()
    unlock()

    assert name == window.home_view.page_name
    bar = window.home_view.page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == scrolled)


def test_a_try_out_begins_anew_at_the_same_question(window, unlock, qtbot):
    """Nothing of a try-out is kept, so it is empty again."""
    workspace = unlock()
    window.home_view.show_checklists()
    header = next(each for each in workspace.library.headers() if each.id == "visits")
    view = window.home_view.checklists
    view.try_out(header.id, header.version, ())
    qtbot.waitUntil(lambda: window.home_view.try_out is not None)
    window.home_view.try_out.show_step(STEP)
    window.lock()
    unlock()

    qtbot.waitUntil(lambda: window.home_view.try_out is not None)
    again = window.home_view.try_out
    assert STEP == again.step
    assert () == again.open_audit.audit.front.cohorts


def test_another_workspace_is_not_mistaken_for_this_one(window, audit_id, tmp_path):
    """The place names an audit that is not in it."""
    window.lock()
    other = make_workspace(tmp_path / "other")
    window.start_view.unlocked.emit(other)

    assert window.open_audit is None
    assert "audits" == window.home_view.page_name


def test_an_audit_in_another_state_is_not_gone_back_to(window, audit_id, unlock, paths):
    """A backup was put back, or another window worked on it: the list is where one begins."""
    window.audit_view.show_step(STEP)
    window.lock()
    meanwhile = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    by = Author("R. Okafor", meanwhile.clock())
    meanwhile.commit(audit_id, change_answer(meanwhile.open_audit(audit_id), KEY, by, note="x"))
    meanwhile.close()
    unlock()

    assert window.open_audit is None


# What cannot be saved


@pytest.fixture
def full_disk(monkeypatch, window, audit_id):
    """Return a switch: while it is set, nothing can be written."""
    is_full, commit = threading.Event(), window.workspace.commit

    def refuse(audit_id, edit):
        if is_full.is_set():
            raise SaveFailedError("The disk is full.", "Free some space.")
        return commit(audit_id, edit)

    monkeypatch.setattr(window.workspace, "commit", refuse)
    is_full.set()
    return is_full


@pytest.fixture
def covered(window, full_disk):
    """Lock a window, with nobody there, that cannot save; return its workspace."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText("Half a sent")
    workspace = window.workspace
    window.lock_alone("Locked.")
    return workspace


def test_what_cannot_be_saved_is_neither_shown_nor_lost(window, covered, full_disk):
    """The lock screen is on show, and says what is the matter; no dialog offers the words."""
    assert isinstance(window._stack.currentWidget(), UnlockView)
    assert not window.audit_view.isVisible()
    assert "The disk is full." in words_on(window.start_view)
    assert "do not switch the computer off" in words_on(window.start_view)
    assert [] == window.findChildren(UnsavedDialog)
    full_disk.clear()


def test_the_passphrase_alone_brings_it_back(window, covered, full_disk, qtbot):
    """Typed wrong, it stays hidden; typed right, every word is where it was."""
    view = window.start_view
    view.passphrase.line_edit.setText("wrong horse battery staple")
    view.unlock_button.click()
    qtbot.waitUntil(lambda: not view.is_busy, timeout=20_000)
    assert view is window._stack.currentWidget()
    view.passphrase.line_edit.setText(PASSPHRASE)
    view.unlock_button.click()
    qtbot.waitUntil(lambda: window.start_view is None, timeout=20_000)

    assert covered is window.workspace
    assert "Half a sent" == note_of(window).toPlainText()
    assert note_of(window).isVisible()
    window.lock_alone("Locked.")
    assert isinstance(window._stack.currentWidget(), UnlockView)
    full_disk.clear()


def test_it_is_saved_and_closed_as_soon_as_that_can_be_done(window, covered, full_disk, unlock):
    """Then the keys are dropped as well."""
    assert not window._cover.try_again()
    full_disk.clear()
    assert window._cover.try_again()

    assert window.workspace is None
    assert "Your work is saved." in words_on(window.start_view)
    unlock()
    assert "Half a sent" == window.open_audit.audit.answer(KEY).note
    assert STEP == window.audit_view.step


def test_a_covered_window_does_not_close_over_unsaved_work(window, covered, full_disk):
    """Nobody has proved that the words are theirs to throw away."""
    assert not window.close()
    assert [] == window.findChildren(UnsavedDialog)
    full_disk.clear()
    assert window.close()
    assert not covered._vault.is_open


def test_a_question_that_nobody_answers_is_put_behind_the_lock_screen(window, full_disk):
    """Somebody wanted to lock, was asked about the words, and walked away."""
    window.open_audit.change_answer(KEY, value="met", note="Seen alone.")
    window.lock()
    (dialog,) = window.findChildren(UnsavedDialog)
    window.lock_alone("Locked.")

    assert not dialog.isVisible()
    assert isinstance(window._stack.currentWidget(), UnlockView)
    full_disk.clear()


# Copied text


@pytest.mark.parametrize("way", ["lock", "lock_alone", "close"])
def test_copied_words_are_taken_back(window, audit_id, way):
    """On locking and on closing."""
    window._copied._owns = lambda _mode: True
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText("Seen alone at school.")
    note_of(window).selectAll()
    note_of(window).copy()
    assert "Seen alone at school." == QGuiApplication.clipboard().text()
    {
        "lock": window.lock,
        "lock_alone": lambda: window.lock_alone("Locked."),
        "close": window.close,
    }[way]()

    assert "" == QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)


def test_words_that_were_rescued_survive_leaving(window, full_disk):
    """The lock that was asked for goes on at once, and must not take them away."""
    window._copied._owns = lambda _mode: True
    window.open_audit.change_answer(KEY, value="met", note="Seen alone at school.")
    window.lock()
    (dialog,) = window.findChildren(UnsavedDialog)
    dialog.copy_button.click()
    dialog.leave_button.click()

    assert window.workspace is None
    assert "Seen alone at school." in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    full_disk.clear()


# Two windows


def test_a_stale_window_keeps_its_words_and_hands_them_out(window, audit_id, paths, monkeypatch):
    """Where the lock did not work: nothing is overwritten, and what was typed can be copied."""
    monkeypatch.setattr(process_lock, "_lock", lambda _descriptor: None)
    window.audit_view.show_step(STEP)
    other = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    by = Author("R. Okafor", other.clock())
    other.commit(audit_id, change_answer(other.open_audit(audit_id), KEY, by, note="Theirs."))
    other.close()
    note_of(window).setPlainText("Mine, half a sent")
    window.audit_view.left.emit()

    assert "Something else changed the file" in words_on(window.audit_view.save_failed)
    assert "Mine, half a sent" == note_of(window).toPlainText()
    (dialog,) = window.findChildren(UnsavedDialog)
    dialog.copy_button.click()
    dialog.leave_button.click()
    assert "Mine, half a sent" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    window.home_view.audit_chosen.emit(audit_id)
    assert "Theirs." == window.open_audit.audit.answer(KEY).note


# The folder


def test_a_bad_folder_is_told_of_once_a_start_and_in_the_settings(
    window, unlock, tmp_path, monkeypatch
):
    """Locking and unlocking does not say it again."""
    table = tmp_path / "mounts"
    table.write_text("29 1 0:1 / / rw - cifs //files/share rw\n")
    monkeypatch.setattr(store_place_facts, "MOUNTINFO", table)
    monkeypatch.setattr(store_place_facts.sys, "platform", "linux")
    said = []
    for _time in range(2):
        unlock()
        banners = window.home_view.audits.findChildren(Banner)
        said.append([each.accessibleName() for each in banners])
        window.home_view.show_settings()
        banners = window.home_view.settings.findChildren(Banner)
        assert ["Your audits are on a network drive"] == [x.accessibleName() for x in banners]
        window.home_view.show_audits()
        window.lock()

    assert [["Your audits are on a network drive"], []] == said
