# SPDX-License-Identifier: MPL-2.0
"""Test that restoring the whole leaves either the old workspace or the new one, whole."""

import datetime as dt
import errno
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from auditapp.errors import (
    BackupCancelledError,
    BackupDamagedError,
    SaveFailedError,
    StoreInUseError,
)
from auditapp.model.records import Put
from auditapp.paths import find_paths
from auditapp.store import restoring
from auditapp.store.backup import BackupWriter
from auditapp.store.backup_file import BackupFile
from auditapp.store.process_lock import ProcessLock
from auditapp.store.repository import AuditRepository
from auditapp.store.restoring import RESTORED_MARK, finish_restore, restore_whole
from auditapp.store.vault import Vault
from auditapp.store.watch import Watch

AUDIT = "0123456789abcdef0123456789abcdef"
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
PROJECT = Path(__file__).parents[3]


@pytest.fixture
def paths(tmp_path):
    """Return the places of a home, in which there is nothing yet."""
    return find_paths(tmp_path / "home")


@pytest.fixture
def backup(paths, tmp_path, weak):
    """Back up a workspace whose audit says "new", let it say "old", and return the backup."""
    vault, _key = Vault.create(paths.store, "open sesame", weak)
    with vault:
        repository = AuditRepository(vault)
        audit = repository.create(AUDIT, _puts("new"), [{"what": "created"}], {"reference": "new"})
        writer = BackupWriter(vault, repository, threading.RLock(), Watch())
        writer.write(tmp_path / "backup.zip", NOW, {})
        audit.commit(_puts("old"), [{"what": "changed"}], replace_last=False, row=_row("old"))
        repository.close()
    return BackupFile.open(tmp_path / "backup.zip", "open sesame")


def _puts(value):
    return [Put("answers", "first", {"value": value})]


def _row(value):
    return {"reference": value}


def said(paths, weak):
    """Return what the audit of the workspace says."""
    with Vault.unlock(paths.store, "open sesame", weak) as vault:
        repository = AuditRepository(vault)
        assert [] == repository.problems
        return repository.open(AUDIT).read().tables["answers"]["first"]["value"]


def names(paths):
    """Return what lies in the home."""
    return sorted(path.name for path in paths.home.iterdir())


def restore(paths, backup, watch=None):
    """Restore with a mark."""
    return restore_whole(paths, backup, b"mark", "before-restore", watch or Watch())


def test_the_whole_takes_the_place_of_what_is_there(paths, backup, weak):
    """Which is kept whole, under another name."""
    kept = restore(paths, backup)
    assert "new" == said(paths, weak)
    assert b"mark" == (paths.store / RESTORED_MARK).read_bytes()
    assert ["before-restore", "store"] == names(paths)
    assert paths.home / "before-restore" == kept
    kept.rename(paths.home / "other")
    shutil.rmtree(paths.store)
    (paths.home / "other").rename(paths.store)
    assert "old" == said(paths, weak)


def test_nothing_is_kept_where_there_was_nothing(paths, backup, weak):
    """As on a new computer."""
    shutil.rmtree(paths.home)
    assert restore(paths, backup) is None
    assert "new" == said(paths, weak)
    assert ["store"] == names(paths)


def test_each_restore_keeps_its_own(paths, backup, weak):
    """None takes the place of an earlier one."""
    restore(paths, backup)
    restore(paths, backup)
    assert ["before-restore", "before-restore-2", "store"] == names(paths)
    assert "new" == said(paths, weak)


def test_a_damaged_workspace_is_kept_too(paths, backup, weak):
    """A specialist may still get something out of it."""
    for name in ("store.key", "store.key.bak"):
        (paths.store / name).unlink()
    kept = restore(paths, backup)
    assert (kept / "audits" / f"{AUDIT}.seal").exists()
    assert "new" == said(paths, weak)


def test_a_workspace_that_is_open_is_left_alone(paths, backup, weak):
    """Somebody is at work in it."""
    with Vault.unlock(paths.store, "open sesame", weak), pytest.raises(StoreInUseError):
        restore(paths, backup)
    assert ["store"] == names(paths)
    assert "old" == said(paths, weak)


def test_stopping_changes_nothing(paths, backup, weak):
    """What was unpacked is gone."""
    with pytest.raises(BackupCancelledError):
        restore(paths, backup, Watch(is_cancelled=lambda: True))
    assert ["store"] == names(paths)
    assert "old" == said(paths, weak)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_changes_nothing(paths, backup, weak, failing_disk, monkeypatch, number):
    """The old workspace is in force."""
    failing_disk(number)
    with pytest.raises(SaveFailedError):
        restore(paths, backup)
    monkeypatch.undo()
    assert ["store"] == names(paths)
    assert "old" == said(paths, weak)


def test_no_room_is_told_before_anything_is_written(paths, backup, monkeypatch):
    """With both figures."""
    full = shutil.disk_usage(paths.home)._replace(free=5_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: full)
    monkeypatch.setattr(restoring, "RESERVE_SIZE", 6_000_000)
    with pytest.raises(SaveFailedError, match="7 MB are needed, 5 are free"):
        restore(paths, backup)
    assert ["store"] == names(paths)


def test_an_audit_that_is_damaged_in_the_backup_is_left_out(paths, backup, weak):
    """The list still has it, so it is missed and not forgotten."""
    contents = bytearray(backup.path.read_bytes())
    contents[contents.index(b"CFAUDT") + 90] ^= 1
    backup.path.write_bytes(contents)
    restore(paths, backup)
    with Vault.unlock(paths.store, "open sesame", weak) as vault:
        (problem,) = AuditRepository(vault).problems
    assert (AUDIT, "The file of this audit is missing.") == (problem.audit_id, problem.sentence)


def test_a_backup_without_a_key_is_refused(paths, backup, weak):
    """Nobody could ever open what it would put there."""
    contents = backup.path.read_bytes()
    backup.path.write_bytes(contents.replace(b'"format"', b'"farmat"'))
    with pytest.raises(BackupDamagedError):
        restore(paths, backup)
    assert ["store"] == names(paths)
    assert "old" == said(paths, weak)


def test_what_cannot_be_put_in_place_brings_the_old_back(paths, backup, weak, monkeypatch):
    """The last step failed; at once the old workspace is in force again."""
    move = restoring.move_folder

    def refuse(source, target):
        if source == paths.staged:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        move(source, target)

    monkeypatch.setattr(restoring, "move_folder", refuse)
    with pytest.raises(SaveFailedError):
        restore(paths, backup)
    assert ["store"] == names(paths)
    assert "old" == said(paths, weak)


def test_what_can_be_put_neither_way_is_finished_later(paths, backup, weak, monkeypatch):
    """Nothing is thrown away as long as it is the only thing that is whole."""
    move = restoring.move_folder

    def refuse(source, target):
        if target == paths.store:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        move(source, target)

    monkeypatch.setattr(restoring, "move_folder", refuse)
    with pytest.raises(SaveFailedError):
        restore(paths, backup)
    monkeypatch.undo()
    assert paths.has_store
    assert finish_restore(paths, "again")
    assert "new" == said(paths, weak)
    assert ["before-restore", "store"] == names(paths)


def test_a_folder_that_cannot_be_flushed_brings_the_old_back(paths, backup, weak, monkeypatch):
    """The first renaming was done and is not known to be durable."""
    move = restoring.move_folder

    def refuse(source, target):
        move(source, target)
        if source == paths.store:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(restoring, "move_folder", refuse)
    with pytest.raises(SaveFailedError):
        restore(paths, backup)
    assert ["store"] == names(paths)
    assert "old" == said(paths, weak)


def test_a_restore_that_was_cut_short_is_finished_before_the_next(paths, backup, weak):
    """What it would have put in place is kept like any workspace, and not thrown away."""
    restore(paths, backup)
    paths.store.rename(paths.staged)
    restore(paths, backup)
    assert ["before-restore", "before-restore-2", "store"] == names(paths)
    assert (paths.home / "before-restore-2" / "audits" / f"{AUDIT}.seal").exists()
    assert "new" == said(paths, weak)


def test_a_restore_that_goes_on_elsewhere_is_not_disturbed(paths, backup):
    """Another window must not throw away what is being unpacked."""
    paths.staging.mkdir()
    lock = ProcessLock(paths.store / "lock")
    with pytest.raises(StoreInUseError):
        finish_restore(paths, "again")
    lock.release()
    assert not finish_restore(paths, "again")
    assert ["store"] == names(paths)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_a_kill_at_any_moment_leaves_the_old_or_the_new(paths, backup, tmp_path):
    """Killed before each call that changes the disk: first it is the old one, then the new one."""
    paths.home.rename(tmp_path / "before")
    script = Path(__file__).with_name("restore_until_killed.py")
    outcome = subprocess.run(
        [sys.executable, str(script), str(tmp_path)],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "" == outcome.stderr
    found = outcome.stdout.split()
    assert len(found) > 25
    assert {"old", "new"} == set(found)
    assert sorted(found, reverse=True) == found
