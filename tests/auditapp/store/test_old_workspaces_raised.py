# SPDX-License-Identifier: MPL-2.0
"""Test how the form of an old workspace is raised, and what is refused."""

import datetime as dt
import os
import shutil
from contextlib import closing

import pytest

from auditapp.backups import Backup
from auditapp.errors import SaveFailedError
from auditapp.model.edits import Author, change_answer
from auditapp.model.exchange import Purpose
from auditapp.model.logbook import LogKind
from auditapp.paths import find_paths
from auditapp.store.migrations import SCHEMA_VERSION
from auditapp.workspace import Workspace
from tests.auditapp.store.freeze import DRAFT, OLD_FILES
from tests.auditapp.store.old_workspaces import NOW, everything, home, note, unlock
from tests.making import PASSPHRASE, WEAK, Clock

__all__ = ["home", "unlock"]


@pytest.fixture
def old_home(tmp_path):
    """Return a copy of a workspace with audits of version 1, the oldest form."""
    return shutil.copytree(OLD_FILES / "version_1_audits", tmp_path / "old")


def automatic(home):
    """Return the names of the backups that were made by themselves."""
    folder = find_paths(home).backups
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_backup_is_made_before_the_form_is_raised(old_home, unlock):
    """It holds the audits as the earlier version wrote them."""
    sealed = {path.name: path.read_bytes() for path in (old_home / "store/audits").iterdir()}
    workspace = unlock(old_home)
    (name,) = automatic(old_home)
    assert name.startswith(f"before version {SCHEMA_VERSION} 20")
    assert LogKind.SCHEMA_RAISED in [line.kind for line in workspace.logbook()]
    note(workspace, "In the form of today.")
    contents = (find_paths(old_home).backups / name).read_bytes()
    assert all(each in contents for each in sealed.values())
    backup = Backup.open(workspace.paths, find_paths(old_home).backups / name, PASSPHRASE)
    assert () == backup.check().faults


def test_it_is_made_once(old_home, unlock):
    """The next start finds nothing to raise."""
    unlock(old_home).close()
    workspace = unlock(old_home, Clock(NOW + dt.timedelta(days=1)))
    assert 1 == len(automatic(old_home))
    assert [] == workspace.problems


def test_audits_of_today_need_no_such_backup(home, unlock):
    """A workspace whose list does not say so yet is looked through once."""
    if f"version_{SCHEMA_VERSION}_whole" == home.name:
        workspace = unlock(home)
        assert [] == automatic(home)
        assert LogKind.SCHEMA_RAISED not in [line.kind for line in workspace.logbook()]


def test_without_that_backup_old_audits_are_read_only(old_home, unlock, tmp_path):
    """It is said; nothing is lost; a backup anywhere opens them for changes."""
    find_paths(old_home).backups.write_text("in the way of the folder")
    sealed = {path: path.read_bytes() for path in (old_home / "store/audits").glob("*.seal")}
    workspace = unlock(old_home)
    (problem,) = workspace.problems
    assert "it could not be made" in problem
    with pytest.raises(SaveFailedError, match="written by an earlier version"):
        note(workspace, "Refused.")
    assert all(path.read_bytes() == contents for path, contents in sealed.items())
    workspace.back_up(tmp_path / "elsewhere.zip")
    note(workspace, "Accepted.")
    workspace.close()
    again = unlock(old_home)
    assert [] == again.problems
    assert "Accepted." == everything(again)["HX-2048"].answers["chronology/CH1"].note


def test_half_a_backup_of_a_killed_program_is_removed(old_home, unlock):
    """It is of no value, and as large as all audits."""
    folder = find_paths(old_home).backups
    folder.mkdir()
    (folder / "0123456789abcdef.tmp").write_bytes(b"half")
    unlock(old_home)
    assert [True] == [name.endswith(".zip") for name in automatic(old_home)]


def test_the_last_three_are_kept(old_home, unlock):
    """Older ones are in the way of space only."""
    folder = find_paths(old_home).backups
    folder.mkdir()
    for number in range(5):
        path = folder / f"before version 0 {number}.zip"
        path.touch()
        os.utime(path, (number, number))
    (folder / "my own.zip").touch()
    unlock(old_home)
    kept = automatic(old_home)
    assert ["before version 0 3.zip", "before version 0 4.zip"] == kept[:2]
    assert (4, "my own.zip") == (len(kept), kept[-1])


def test_the_new_one_is_kept_whatever_the_clock_says(old_home, unlock):
    """By a clock that was set back it may seem to be the oldest of all."""
    folder = find_paths(old_home).backups
    folder.mkdir()
    for number in range(3):
        path = folder / f"before version 0 {number}.zip"
        path.touch()
        os.utime(path, (2**32 + number, 2**32 + number))
    unlock(old_home)
    assert ["before version 0 1.zip", "before version 0 2.zip"] == automatic(old_home)[:2]
    assert automatic(old_home)[2].startswith(f"before version {SCHEMA_VERSION}")


def test_its_audits_travel(home, unlock, tmp_path):
    """Into an empty workspace, and a draft that is changed on both sides is put together again."""
    old = unlock(home)
    new, _recovery_key = Workspace.create(
        find_paths(tmp_path / "new"), PASSPHRASE, strength=WEAK, clock=Clock(NOW)
    )
    with closing(new):
        _send(old, new, tmp_path / "whole.cfaudit", [row.id for row in old.audits()])
        assert everything(old) == everything(new)
        assert [] == [line.sentence for line in new.check().lines if line.is_fault]

        audit_id = next(row.id for row in old.audits() if row.case_reference == DRAFT)
        for number, workspace in enumerate((old, new)):
            by = Author(f"Auditor {number}", NOW)
            fields = {"note": f"Changed by {number}."}
            edit = change_answer(workspace.open_audit(audit_id), "visits/VS3", by, **fields)
            workspace.commit(audit_id, edit)
        _send(old, new, tmp_path / "again.cfaudit", [audit_id])
        assert 1 == len(new.differences(audit_id))


def _send(old, new, path, audit_ids):
    """Bring audits of one workspace into another."""
    code = old.export_package(audit_ids, path, Purpose.MERGE).code
    new.import_package(new.read_package(path, code))
