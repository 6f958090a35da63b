# SPDX-License-Identifier: MPL-2.0
"""Test backing an unlocked workspace up, and being reminded of it."""

import pytest

from auditapp.backups import Backup
from auditapp.errors import BackupCancelledError, BackupFailedError, UnsafePathError
from auditapp.model.edits import Author, change_answer
from auditapp.model.logbook import LogKind
from auditapp.settings import Settings, save
from tests.making import PASSPHRASE, make_workspace, start_audit


@pytest.fixture
def workspace(tmp_path, clock):
    """Return a workspace with one audit, unlocked."""
    workspace = make_workspace(tmp_path / "home", clock)
    start_audit(workspace)
    yield workspace
    workspace.close()


@pytest.fixture
def path(tmp_path):
    """Return where the backup goes."""
    return tmp_path / "backup.zip"


def answer(workspace, note):
    """Write a note in the only audit, which stays open."""
    (row,) = workspace.audits()
    audit = workspace.open_audit(row.id)
    by = Author("R. Okafor", workspace.clock())
    workspace.commit(row.id, change_answer(audit, "visits/VS1", by, note=note))
    return row.id


def test_a_backup_is_written_down(workspace, path):
    """With the number of audits, and never with a path."""
    done = workspace.back_up(path)
    assert (path, 1, ()) == (done.path, done.audit_count, done.remarks)
    assert 0 < done.size <= path.stat().st_size
    line = workspace.logbook()[-1]
    assert (LogKind.BACKED_UP, "1 audit", "") == (line.kind, line.detail, line.audit_id)


def test_an_open_audit_goes_in_with_its_last_answer(workspace, path):
    """What was shown as saved is in the backup."""
    audit_id = answer(workspace, "The very last words.")
    workspace.back_up(path)
    backup = Backup.open(workspace.paths, path, PASSPHRASE)
    assert b"The very last words." in backup.audit(audit_id).body


def test_it_is_not_written_among_the_audits(workspace):
    """There it would be lost together with them."""
    with pytest.raises(UnsafePathError, match="Nothing can be saved"):
        workspace.back_up(workspace.paths.store / "backup.zip")


def test_a_backup_that_failed_is_not_written_down(workspace, path):
    """Nor does it put the reminder off."""
    with pytest.raises(BackupFailedError):
        workspace.back_up(path / "no" / "such" / "folder.zip")
    assert workspace.last_backup() is None


def test_locking_stops_it(workspace, path):
    """The keys are gone; nothing is left of the file."""

    def lock(_done, _total):
        workspace.close()

    with pytest.raises(BackupCancelledError):
        workspace.back_up(path, report_progress=lock)
    assert not path.exists()


def test_the_last_backup_is_remembered(workspace, path, clock):
    """From the logbook, across other lines."""
    assert workspace.last_backup() is None
    workspace.back_up(path)
    made = clock.now
    clock.move(days=1)
    workspace.remove_audit(workspace.audits()[0].id)
    assert made == workspace.last_backup()


def test_the_reminder_counts_from_the_first_audit(workspace, path, clock):
    """And from then on from the last backup."""
    assert not workspace.is_backup_due()
    clock.move(days=6, hours=23)
    assert not workspace.is_backup_due()
    clock.move(hours=1)
    assert workspace.is_backup_due()
    workspace.back_up(path)
    assert not workspace.is_backup_due()
    clock.move(days=7)
    assert workspace.is_backup_due()


def test_a_backup_of_a_time_to_come_is_none_to_wait_for(workspace, path, clock):
    """Made while the clock was years on, it would keep the reminder away for years."""
    clock.move(days=4000)
    workspace.back_up(path)
    clock.move(hours=-23)
    assert not workspace.is_backup_due()
    clock.move(days=-3000)
    assert workspace.is_backup_due()
    workspace.back_up(path)
    assert not workspace.is_backup_due()


def test_nothing_to_back_up_is_nothing_to_remind_of(workspace, clock):
    """A workspace without audits."""
    workspace.remove_audit(workspace.audits()[0].id)
    clock.move(days=100)
    assert not workspace.is_backup_due()


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (1, True), (3, False)])
def test_the_person_says_after_how_many_days(workspace, clock, days, is_due):
    """None means never."""
    save(workspace.paths.settings, Settings().with_changes(backup_days=days))
    clock.move(days=2)
    assert is_due == workspace.is_backup_due()


def test_the_person_is_left_in_peace_until_tomorrow(workspace, clock):
    """By the day where this computer is."""
    clock.move(days=8)
    today = clock.now.astimezone().date().isoformat()
    save(workspace.paths.settings, Settings().with_changes(backup_quiet_day=today))
    assert not workspace.is_backup_due()
    clock.move(days=1)
    assert workspace.is_backup_due()
