# SPDX-License-Identifier: MPL-2.0
"""Test what is left of the audits in a window that is locked."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolTip

from auditapp import store_place_facts
from auditapp.errors import SaveFailedError
from auditapp.model.edits import Author, change_answer
from auditapp.store import process_lock
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from tests.ui.locking.at_work import KEY, STEP, note_of, words_on
from ui.start.unlock_view import UnlockView
from ui.unsaved_dialog import UnsavedDialog
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.dialog import Dialog


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
    assert isinstance(window._stage.currentWidget(), UnlockView)
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
    assert view is window._stage.currentWidget()
    view.passphrase.line_edit.setText(PASSPHRASE)
    view.unlock_button.click()
    qtbot.waitUntil(lambda: window.start_view is None, timeout=20_000)

    assert covered is window.workspace
    assert "Half a sent" == note_of(window).toPlainText()
    assert note_of(window).isVisible()
    window.lock_alone("Locked.")
    assert isinstance(window._stage.currentWidget(), UnlockView)
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


def test_nothing_comes_out_from_behind_while_it_is_saved(window, covered, full_disk, monkeypatch):
    """The audit can be saved, the new audit beside it cannot: the list is not shown meanwhile."""

    def refuse():
        raise SaveFailedError("The disk is full.", "Free some space.")

    monkeypatch.setattr(window.home_view, "settle_now", refuse)
    full_disk.clear()
    assert not window._cover.try_again()

    assert window.open_audit is None
    assert isinstance(window._stage.currentWidget(), UnlockView)
    monkeypatch.undo()


def test_a_fault_of_any_kind_leaves_nothing_readable(window, audit_id, monkeypatch):
    """Even one that nobody thought of."""

    def fail():
        raise ZeroDivisionError

    monkeypatch.setattr(window.home_view, "settle_now", fail)
    window.lock_alone("Locked.")

    assert isinstance(window._stage.currentWidget(), UnlockView)
    assert "Something unexpected went wrong." in words_on(window.start_view)
    monkeypatch.undo()


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
    assert isinstance(window._stage.currentWidget(), UnlockView)
    full_disk.clear()


@pytest.mark.parametrize("way", ["lock", "lock_alone", "close"])
def test_copied_words_are_taken_back(window, audit_id, way):
    """On locking and on closing."""
    window._standing_by.copied._owns = lambda _mode: True
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
    window._standing_by.copied._owns = lambda _mode: True
    window.open_audit.change_answer(KEY, value="met", note="Seen alone at school.")
    window.lock()
    (dialog,) = window.findChildren(UnsavedDialog)
    dialog.copy_button.click()
    dialog.leave_button.click()

    assert window.workspace is None
    assert "Seen alone at school." in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    full_disk.clear()


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
        names = [each.accessibleName() for each in banners]
        said.append([each for each in names if "network drive" in each])
        window.home_view.places.settings.show()
        banners = window.home_view.places.settings.view.findChildren(Banner)
        shown = [each.accessibleName() for each in banners if not each.isHidden()]
        assert ["Your audits are on a network drive"] == shown
        window.home_view.show_audits()
        window.lock()

    assert [["Your audits are on a network drive"], []] == said


@pytest.mark.parametrize("at_fault", ["leave_place", "settle"])
def test_a_fault_of_the_program_keeps_nothing_on_the_screen(
    window, audit_id, monkeypatch, at_fault
):
    """Whoever asks for the lock goes away; the fault is told over the lock screen."""

    def fail(*_anything):
        raise KeyError("Amira")

    monkeypatch.setattr(window._sitting, at_fault, fail)
    with pytest.raises(KeyError):
        window.lock()
    assert isinstance(window.start_view, UnlockView)
    assert window.workspace is None


def test_a_fault_in_noting_the_place_keeps_no_idle_window_open(window, audit_id, monkeypatch):
    """Nobody is there to see it, and everybody could see the case."""

    def fail(*_anything):
        raise KeyError("Amira")

    monkeypatch.setattr(window._sitting, "leave_place", fail)
    with pytest.raises(KeyError):
        window.lock_alone("Locked.")
    assert isinstance(window.start_view, UnlockView)
    assert window.workspace is None
