# SPDX-License-Identifier: MPL-2.0
"""Test that on Windows, where nothing that is open can be moved, a workspace is kept as anywhere.

The system is played: this process is refused what it has open itself.
"""

import datetime as dt
import sys
import threading

import pytest

from auditapp.model.records import Put
from auditapp.paths import find_paths
from auditapp.store.backup import BackupWriter
from auditapp.store.backup_file import BackupFile
from auditapp.store.repository import AuditRepository
from auditapp.store.restoring import restore_whole
from auditapp.store.vault import Vault
from auditapp.store.watch import Watch
from tests.auditapp.moves_of_windows import locks_of_windows, moves_of_windows

__all__ = ["locks_of_windows", "moves_of_windows"]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is open"),
    pytest.mark.usefixtures("locks_of_windows", "moves_of_windows"),
]

AUDIT = "0123456789abcdef0123456789abcdef"
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def paths(tmp_path):
    """Return the places of a home, in which there is nothing yet."""
    return find_paths(tmp_path / "home")


def commit(audit, value):
    """Save an audit that says ``value``."""
    puts = [Put("answers", "first", {"value": value})]
    audit.commit(puts, [{"what": "changed"}], replace_last=False, row={"reference": value})


@pytest.fixture
def backup(paths, tmp_path, weak):
    """Back up an audit that says "new", let it say "old", and return the backup."""
    vault, _key = Vault.create(paths.store, "open sesame", weak)
    with vault:
        repository = AuditRepository(vault)
        audit = repository.create(AUDIT, [], [{"what": "created"}], {"reference": "first"})
        commit(audit, "new")
        writer = BackupWriter(vault, repository, threading.RLock(), Watch())
        writer.write(tmp_path / "backup.zip", NOW, {})
        commit(audit, "old")
        repository.close()
    return BackupFile.open(tmp_path / "backup.zip", "open sesame")


def said(paths, weak):
    """Return what the audit says, and delete it."""
    with Vault.unlock(paths.store, "open sesame", weak) as vault:
        repository = AuditRepository(vault)
        value = repository.open(AUDIT).read().tables["answers"]["first"]["value"]
        repository.remove(AUDIT)
        repository.close()
    return value


def test_a_backup_takes_the_place_of_what_is_there(paths, backup, weak):
    """The lock is a file in the folder that is put aside, and is given back before."""
    kept = restore_whole(paths, backup, b"mark", "before-restore", Watch())

    assert "new" == said(paths, weak)
    paths.store.rename(paths.home / "restored")
    kept.rename(paths.store)
    assert "old" == said(paths, weak)


def test_a_workspace_opens_again_at_once(paths, backup, weak):
    """Nothing of it is open after it was closed."""
    for _time in range(2):
        with Vault.unlock(paths.store, "open sesame", weak) as vault:
            AuditRepository(vault).close()
    assert "old" == said(paths, weak)
