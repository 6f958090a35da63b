# SPDX-License-Identifier: MPL-2.0
"""Test the one window: start screens, the open audit, locking, closing, and what went wrong."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QIcon

from auditapp.backups import Backup
from auditapp.paths import find_paths
from auditapp.settings import Settings, save
from auditapp.workspace import Workspace
from tests.auditapp.settled_samples import write_organisation
from tests.making import PASSPHRASE, WEAK
from tests.ui.one_path import OnePath
from tests.ui.window_fixtures import audit_id, full_disk, paths, unlock, window
from ui.app import make_window
from ui.data.backup_work import OpenedBackup
from ui.error_dialog import ErrorDialog
from ui.start.first_start_view import FirstStartView
from ui.start.restore_view import RestoreView
from ui.start.unlock_view import UnlockView
from ui.unsaved_dialog import UnsavedDialog
from ui.walkthrough.steps import Step, StepKind
from ui.widgets.signs.text_label import TextLabel

__all__ = ["audit_id", "full_disk", "paths", "unlock", "window"]

KEY = "visits/VS2"


def dialogs(window):
    """Return the words on every dialog that is open."""
    kinds = (ErrorDialog, UnsavedDialog)
    found = [each for kind in kinds for each in window.findChildren(kind) if each.isVisible()]
    words = [label.text() for each in found for label in each.findChildren(TextLabel)]
    for each in found:
        each.close()
    return " ".join(words)


def test_a_new_person_is_welcomed_and_another_is_asked_to_unlock(qapp, qtbot, tmp_path, window):
    """Which start screen there is depends on whether there is a workspace."""
    new = make_window(qapp, find_paths(tmp_path / "new"))
    qtbot.addWidget(new)

    assert isinstance(new.start_view, FirstStartView)
    assert isinstance(window.start_view, UnlockView)
    new.close()


def test_what_stands_by_is_there_right_after_the_first_paint(qapp, qtbot, tmp_path):
    """Not before it, and without anybody asking: keys, the watch, the clipboard, the icon."""
    qapp.setWindowIcon(QIcon())
    window = make_window(qapp, find_paths(tmp_path / "new"))
    qtbot.addWidget(window)
    there, parts = vars(window._standing_by), {"help", "copied", "lock_watch"}
    before = parts & there.keys()
    window.show_fitting()
    qtbot.waitUntil(lambda: parts <= there.keys())

    assert set() == before
    assert not qapp.windowIcon().isNull()
    assert window._theme._holds_all_sets
    window.close()


def test_checklists_are_loaded_while_nobody_waits(window, paths, qtbot):
    """So that a new audit is offered them at once."""
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    known = {header.path for header in workspace.library.headers()}
    qtbot.waitUntil(lambda: known == workspace.library._loaded.keys())


def test_an_audit_opens_and_is_left(window, audit_id):
    """The audit fills the window; leaving it leads back to the list."""
    assert audit_id == window.open_audit.audit.id
    window.audit_view.left.emit()

    assert window.open_audit is None
    assert window.audit_view is None


def test_locking_keeps_what_was_typed_and_the_place(window, audit_id, paths):
    """The passphrase is asked for; afterwards the same question is on show, with every word."""
    step = Step(StepKind.QUESTION, KEY)
    window.audit_view.show_step(step)
    note = window.audit_view.pages.card(StepKind.QUESTION).note_part.field
    note.text_edit.setPlainText("Half a sent")
    window.lock("Locked after 10 minutes.")

    assert window.workspace is None
    assert isinstance(window.start_view, UnlockView)
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    assert step == window.audit_view.step
    assert "Half a sent" == window.open_audit.audit.answer(KEY).note


def test_idleness_locks(window, audit_id):
    """Nobody at the keyboard: the window locks itself and says why."""
    window._standing_by.lock_watch.idle.went_idle.emit()

    assert window.workspace is None


@pytest.mark.parametrize("way", ["lock", "idle", "close"])
def test_a_new_audit_that_was_begun_survives(window, paths, qtbot, way):
    """Locking, idleness and closing keep the front sheet; unlocking goes on with it."""
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    window.home_view.show_new_audit()
    qtbot.keyClicks(window.home_view.new_audit.form.reference.line_edit, "HX-1")
    went_idle = window._standing_by.lock_watch.idle.went_idle
    {"lock": window.lock, "idle": went_idle.emit, "close": window.close}[way]()
    assert window.workspace is None

    again = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    assert "HX-1" == again.draft_front()["reference"]
    if way == "close":
        again.close()
        return
    window.start_view.unlocked.emit(again)
    assert window.home_view.page is window.home_view.new_audit
    assert "HX-1" == window.home_view.new_audit.form.reference.text


@pytest.mark.parametrize("way", ["lock", "close"])
def test_a_window_that_cannot_keep_a_new_audit_stays(window, paths, qtbot, way):
    """The sentence says why; cancelling the new audit lets the window go."""
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    window.home_view.show_new_audit()
    qtbot.keyClicks(window.home_view.new_audit.form.reference.line_edit, "HX-1")
    window.home_view.places.settings.show()
    window.home_view.new_audit.form.reference.set_text("HX-12")
    store, away = paths.store, paths.store.with_name("away")
    store.rename(away)
    leave = {"lock": window.lock, "close": window.close}[way]
    leave()
    assert "cannot be found any more" in dialogs(window)
    assert window.home_view.page is window.home_view.new_audit
    assert "HX-12" == window.home_view.new_audit.form.reference.text

    away.rename(store)
    window.home_view.new_audit.cancel_button.click()
    leave()
    assert window.workspace is None


def test_locking_twice_or_before_unlocking_does_no_harm(window):
    """There is nothing to lock."""
    window.lock()

    assert isinstance(window.start_view, UnlockView)


def test_a_window_that_cannot_save_does_not_close_or_lock(window, full_disk):
    """It stays with everything in it, and says what to do."""
    window.open_audit.change_answer(KEY, value="met")
    is_closed = window.close()
    words = dialogs(window)
    window.lock()
    words += dialogs(window)
    full_disk.clear()

    assert not is_closed
    assert 2 == words.count("The disk is full.")
    assert "met" == window.open_audit.audit.answer(KEY).value


def test_a_person_may_leave_without_what_cannot_be_saved(window, audit_id, full_disk):
    """When saving never works again there is a way out, and the words can be taken along."""
    window.open_audit.change_answer(KEY, value="met", note="Seen alone at school.")
    window.audit_view.left.emit()
    (dialog,) = window.findChildren(UnsavedDialog)
    dialog.copy_button.click()
    dialog.leave_button.click()

    assert "Seen alone at school." in QGuiApplication.clipboard().text()
    assert window.open_audit is None
    assert window.home_view is not None
    full_disk.clear()
    window.home_view.audit_chosen.emit(audit_id)
    assert {} == window.open_audit.audit.answers


def test_recovery_of_a_damaged_audit_is_told(window, paths):
    """An audit that opens one save earlier says so at once."""
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    (row,) = workspace.audits()
    window.start_view.unlocked.emit(workspace)
    window.home_view.audit_chosen.emit(row.id)
    window.open_audit.change_answer(KEY, value="met")
    window.open_audit.change_answer(KEY, value="not_met")
    window.audit_view.left.emit()
    path = paths.store / "audits" / f"{row.id}.seal"
    data = bytearray(path.read_bytes())
    data[-9] ^= 1
    path.write_bytes(data)

    window.home_view.audit_chosen.emit(row.id)

    assert "damaged" in dialogs(window)
    assert "met" == window.open_audit.audit.answer(KEY).value


def test_an_audit_that_cannot_be_opened_is_told(window, paths):
    """Its file is gone: the list stays, with a sentence."""
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    window.home_view.audit_chosen.emit("0" * 32)

    assert window.open_audit is None
    assert dialogs(window)


def test_an_unexpected_error_is_shown_without_words_of_a_case(window):
    """What nobody caught comes to the window, as kind and place."""
    window.show_error(KeyError("a child's name"))

    words = dialogs(window)
    assert "Something unexpected went wrong." in words
    assert "child's name" not in words


def test_the_theme_follows_the_settings(window):
    """Dark and text size hold at once."""
    window.preferences.change(theme="dark", text_scale=1.5)

    assert (True, 1.5) == (window._theme.is_dark, window._theme.text_scale)


def test_a_backup_is_restored_on_a_new_computer(qapp, qtbot, tmp_path, paths):
    """From the first start to the unlock screen; the settings come along."""
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    save(paths.settings, Settings().with_changes(organisation="Northshire"))
    workspace.back_up(tmp_path / "backup.zip")
    workspace.close()
    new = make_window(qapp, find_paths(tmp_path / "new"), OnePath(tmp_path / "backup.zip"))
    qtbot.addWidget(new)
    new.show()
    new.start_view.welcome.restore_button.click()
    restoring = new.start_view
    restoring.file.choose_button.click()
    restoring.file.secret.line_edit.setText(PASSPHRASE)
    restoring.file.next_button.click()
    qtbot.waitUntil(lambda: restoring.found is not None, timeout=20_000)
    restoring.found.restore_button.click()
    qtbot.waitUntil(lambda: restoring.done is not None, timeout=20_000)
    restoring.done.next_button.click()
    assert isinstance(new.start_view, UnlockView)
    there = Workspace.unlock(find_paths(tmp_path / "new"), PASSPHRASE, strength=WEAK)
    new.start_view.unlocked.emit(there)
    assert "Northshire" == new.preferences.settings.organisation
    assert ["HX-2047"] == [row.case_reference for row in there.audits()]
    new.close()
    # What is to be deleted later goes before the window, which ends with this function.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_settled_while_the_window_is_locked_holds_when_it_is_unlocked(
    qapp, qtbot, tmp_path, paths
):
    """In the window as in reports, which ask each time."""
    window = make_window(qapp, replace(paths, organisation=tmp_path / "organisation.yaml"))
    qtbot.addWidget(window)
    window.show()
    write_organisation(tmp_path)
    window.start_view.unlocked.emit(Workspace.unlock(window._paths, PASSPHRASE, strength=WEAK))

    assert "OFFICIAL" == window.preferences.settings.marking
    assert 5 == window.preferences.settings.idle_minutes
    window.close()


def test_restoring_from_within_locks_first(window, audit_id, qtbot, tmp_path):
    """What was typed is saved; leaving it leads to the unlock screen."""
    window.audit_view.left.emit()
    window.workspace.back_up(tmp_path / "backup.zip")
    backup = Backup.open(window.workspace.paths, tmp_path / "backup.zip", PASSPHRASE)
    check = backup.check()
    opened = OpenedBackup(backup, check, tuple(backup.costs(check)))
    window.home_view.places.data.show()
    window.home_view.places.data.view.restore_asked.emit(opened)
    assert window.workspace is None
    restoring = window.start_view
    assert restoring.step is restoring.found
    restoring.found.back_button.click()
    restoring.file.back_button.click()
    assert isinstance(window.start_view, UnlockView)


def test_the_unlock_screen_leads_to_a_restore(window):
    """As when the audits cannot be unlocked because they are damaged."""
    window.start_view.restore_button.click()
    assert isinstance(window.start_view, RestoreView)
