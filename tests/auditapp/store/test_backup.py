# SPDX-License-Identifier: MPL-2.0
"""Test that a backup holds all that is sealed, verified, and never the half of a file."""

import datetime as dt
import errno
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from auditapp.errors import BackupCancelledError, BackupFailedError
from auditapp.store.backup import BackupWriter
from auditapp.store.backup_file import BackupFile
from auditapp.store.log_pages import LogPages
from auditapp.store.watch import Watch

AUDIT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"
PROJECT = Path(__file__).parents[3]
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def target(tmp_path):
    """Return where the backup goes: a folder of its own."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "backup.zip"


@pytest.fixture
def write(vault, repository, target):
    """Return a function that makes the backup and returns its manifest."""

    def write(watch=None, beside=None):
        writer = BackupWriter(vault, repository, threading.RLock(), watch or Watch())
        return writer.write(target, NOW, beside or {})

    return write


def opened(target):
    """Open the backup with its passphrase."""
    return BackupFile.open(target, "open sesame")


def answers(target, audit_id=AUDIT):
    """Return what the backup holds of an audit, as JSON."""
    return opened(target).audit(audit_id).body.decode()


def test_everything_sealed_is_in_it(write, target, vault, make_audit):
    """Audits, the list, the logbook, the front sheet that was begun, and the keys."""
    make_audit(first="met")
    make_audit(OTHER, first="not met")
    LogPages(vault).append({"seq": 1})
    vault.save(vault.draft_front, 1, b"{}", b"begun")
    manifest = write()
    names = {
        f"audits/{AUDIT}.seal",
        f"audits/{OTHER}.seal",
        "catalogue.seal",
        "draft-front.seal",
        "log-000001.seal",
        "beside.seal",
        "store.key",
        "store.key.bak",
    }
    assert names == {each.name for each in manifest.members}
    assert names | {"manifest.seal"} == set(zipfile.ZipFile(target).namelist())
    assert manifest == opened(target).manifest
    assert 2 == manifest.audit_count
    assert NOW == opened(target).manifest.made_at
    assert [] == opened(target).faults(Watch())


def test_nothing_in_it_is_in_clear(write, target, make_audit):
    """Neither words of an audit nor what lies beside the store."""
    make_audit(first="Seen alone three times.")
    write(beside={"settings.json": b"R. Okafor"})
    contents = target.read_bytes()
    assert b"Seen alone" not in contents
    assert b"Okafor" not in contents
    assert b"reference" not in contents


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_only_its_owner_may_read_it(write, target):
    """On the disk, and once unpacked by hand."""
    write()
    assert 0o600 == target.stat().st_mode & 0o777
    assert {0o600} == {each.external_attr >> 16 for each in zipfile.ZipFile(target).infolist()}


def test_the_last_answer_of_an_open_audit_is_in_it(write, target, make_audit, answer):
    """Also one that the list of audits has not heard of yet."""
    audit = make_audit(first="met")
    answer(audit, "second", "the last one")
    write()
    assert "the last one" in answers(target)


def test_an_answer_given_meanwhile_keeps_nobody_waiting(write, target, make_audit, answer):
    """What is saved while the files are copied does not spoil what fits together."""
    audit = make_audit(first="met")
    make_audit(OTHER)

    def save(done, _total):
        if done == 1:
            answer(audit, "second", "meanwhile")

    write(Watch(save))
    assert [] == opened(target).faults(Watch())
    assert "meanwhile" not in answers(target)


def test_an_audit_started_meanwhile_goes_in(write, target, make_audit):
    """And is on its list."""
    make_audit()
    write(Watch(lambda done, _total: done == 1 and make_audit(OTHER)))
    assert {AUDIT, OTHER} == opened(target).rows().keys()
    assert "created" in answers(target, OTHER)


def test_an_audit_removed_meanwhile_is_not_missed(write, target, make_audit, repository):
    """It is neither on the list nor among what was left out."""
    make_audit()
    make_audit(OTHER)
    watch = Watch(lambda done, _total: done == 1 and repository.remove(OTHER))
    assert () == write(watch).left_out
    assert {AUDIT} == opened(target).rows().keys()


def test_a_damaged_audit_goes_in_as_one_save_earlier(write, target, make_audit, answer, vault):
    """And the backup says so. The damaged file is left as it is."""
    answer(make_audit(first="met"), "second", "lost")
    path = vault.place_of(AUDIT).path
    path.write_bytes(b"damaged")
    assert (f"audits/{AUDIT}.seal",) == write().earlier
    assert "lost" not in answers(target)
    assert "met" in answers(target)
    assert b"damaged" == path.read_bytes()


def test_an_audit_without_a_good_file_is_told(write, target, make_audit, vault):
    """It stays on the list of the backup, so that it is missed there as well."""
    make_audit()
    make_audit(OTHER)
    vault.place_of(OTHER).path.write_bytes(b"damaged")
    assert (f"audits/{OTHER}.seal",) == write().left_out
    assert {AUDIT, OTHER} == opened(target).rows().keys()
    assert [AUDIT] == opened(target).audit_ids()


def test_progress_ends_at_its_total(write, make_audit):
    """Each audit is copied and read back."""
    make_audit()
    make_audit(OTHER)
    told = []
    write(Watch(lambda *each: told.append(each)))
    assert (1, 4) == told[0]
    assert (4, 4) == told[-1]


def test_stopping_leaves_nothing(write, target, make_audit):
    """Not even a temporary file; an older backup of that name is untouched."""
    make_audit()
    target.write_bytes(b"older")
    with pytest.raises(BackupCancelledError):
        write(Watch(is_cancelled=lambda: True))
    assert [target] == list(target.parent.iterdir())
    assert b"older" == target.read_bytes()


def test_a_disk_that_gets_full_leaves_nothing(write, target, make_audit, failing_disk):
    """The sentence says so."""
    make_audit()
    failing_disk(errno.ENOSPC)
    with pytest.raises(BackupFailedError, match="The disk is full"):
        write()
    assert [] == list(target.parent.iterdir())


def test_a_disk_without_room_is_refused_at_once(write, target, make_audit, monkeypatch):
    """Before anything is written, with both figures."""
    make_audit()
    full = shutil.disk_usage(target.parent)._replace(free=12)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: full)
    with pytest.raises(BackupFailedError, match="1 MB are needed, 0 are free"):
        write()
    assert [] == list(target.parent.iterdir())


def test_a_folder_that_is_gone_is_told(write, target):
    """As when a stick was pulled out."""
    target.parent.rmdir()
    with pytest.raises(BackupFailedError, match=r"could not be written as backup\.zip"):
        write()


def test_a_disk_that_keeps_something_else_is_noticed(write, target, make_audit, monkeypatch):
    """What is read back is compared before the backup is acknowledged."""
    make_audit()
    flush = "auditapp.store.backup.flush_to_disk"

    def corrupt(path):
        with path.open("r+b") as file:
            file.seek(200)
            file.write(b"\xff" * 8)

    monkeypatch.setattr(flush, corrupt)
    with pytest.raises(BackupFailedError, match="read back"):
        write()
    monkeypatch.setattr(flush, lambda path: path.write_bytes(b"nothing like it"))
    with pytest.raises(BackupFailedError, match="read back"):
        write()
    assert [] == list(target.parent.iterdir())


LIMITED = """
import datetime as dt, resource, sys, threading
from pathlib import Path
from auditapp.errors import BackupFailedError
from auditapp.store.backup import BackupWriter
from auditapp.store.keys import Argon2Strength
from auditapp.store.repository import AuditRepository
from auditapp.store.vault import Vault
from auditapp.store.watch import Watch
vault = Vault.unlock(Path(sys.argv[1]), "open sesame", Argon2Strength(8, 1, 1))
repository = AuditRepository(vault)
for size in (100, 1_000, 2_500):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        writer = BackupWriter(vault, repository, threading.RLock(), Watch())
        writer.write(Path(sys.argv[2]), dt.datetime.now(dt.UTC), {})
    except BackupFailedError as error:
        print(str(error)[:17])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_real_limit_leaves_nothing(vault, make_audit, repository, root, target):
    """The system itself refuses in the middle of a write, of an audit or of what follows."""
    make_audit(first="met")
    repository.close()
    vault.close()
    command = [sys.executable, "-c", LIMITED, str(root), str(target)]
    outcome = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert ["The disk is full,"] * 3 == outcome.stdout.splitlines()
    assert "" == outcome.stderr
    assert [] == list(target.parent.iterdir())
