# SPDX-License-Identifier: MPL-2.0
"""Making a backup from the page of the data."""

import errno

import pytest
from PySide6.QtCore import Qt

from auditapp.backups import Backup
from auditapp.errors import BackupCancelledError
from tests.making import PASSPHRASE

PATIENCE = 20_000


@pytest.fixture
def card(view):
    """Return the card."""
    return view.backup


def back_up(card, qtbot):
    """Press the button and wait for what is said then."""
    card.make_button.click()
    qtbot.waitUntil(lambda: not card.outcome.isHidden(), timeout=PATIENCE)


def test_a_backup_is_made_and_told(card, qtbot, desk, workspace):
    """Its suggested name says when, and nothing of a case."""
    assert "No backup has been made yet." == card.last.text()
    with qtbot.waitSignal(card.backed_up, timeout=PATIENCE):
        card.make_button.click()
    assert ["Case File Audit backup 2026-11-21 0930.zip"] == desk.names
    assert "1 audit backed up and read back" == card.outcome.accessibleName()
    assert "21 November 2026" in card.last.text()
    assert "(today)" in card.last.text()
    backup = Backup.open(workspace.paths, desk.path, PASSPHRASE)
    assert () == backup.check().faults


def test_the_buttons_wait_for_the_work(card, qtbot):
    """And have the focus back after it."""
    card.make_button.click()
    assert not card.make_button.isEnabled()
    assert card.work_bar.cancel_button.hasFocus()
    card.back_up()
    qtbot.waitUntil(card.make_button.isEnabled, timeout=PATIENCE)
    assert card.make_button.hasFocus()
    assert card.work_bar.isHidden()


def test_a_cancelled_dialog_does_nothing(card, desk):
    """Nor does it say anything."""
    desk.path = None
    card.make_button.click()
    assert card.work_bar.job is None
    assert card.outcome.isHidden()


def test_a_damaged_audit_is_told(card, qtbot, workspace, audit_id):
    """The backup was made, and lacks it."""
    (workspace.paths.store / "audits" / f"{audit_id}.seal").write_bytes(b"damaged")
    back_up(card, qtbot)
    assert "HX-2047 is not in the backup" in card.outcome.accessibleDescription()
    assert "warn" == card.outcome.property("tone")


def test_a_full_disk_is_told(card, qtbot, desk, monkeypatch):
    """In words, with what to do."""

    def refuse(_path):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("auditapp.store.backup.flush_to_disk", refuse)
    back_up(card, qtbot)
    assert card.outcome.accessibleName().startswith("The disk is full")
    assert not desk.path.exists()


def test_stopping_is_told(card, qtbot, desk, monkeypatch):
    """Nothing is left of the file."""

    def stop(*_args, **_options):
        raise BackupCancelledError("stopped")

    monkeypatch.setattr(type(card._workspace), "back_up", stop)
    back_up(card, qtbot)
    assert "The backup was stopped" == card.outcome.accessibleName()


def test_the_days_are_kept(card, qtbot, preferences):
    """None at all means never; an empty field shows what holds."""
    qtbot.keyClick(card.days.line_edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(card.days.line_edit, "0")
    card.settle_now()
    assert 0 == preferences.settings.backup_days
    card.days.line_edit.clear()
    card.days.settle_now()
    assert "0" == card.days.text


def test_days_ago_are_counted(card, qtbot, workspace, desk):
    """By the day, where this computer is."""
    workspace.back_up(desk.path)
    for days, words in ((1, "(1 day ago)"), (2, "(3 days ago)")):
        workspace.clock.move(days=days)
        card.refresh()
        assert words in card.last.text()
