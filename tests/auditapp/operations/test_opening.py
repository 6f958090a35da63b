# SPDX-License-Identifier: MPL-2.0
"""Test making a workspace, unlocking it and closing it."""

import errno
import itertools
import os
from contextlib import contextmanager
from shutil import copytree

import pytest

from auditapp.errors import SaveFailedError, StoreExistsError, StoreInUseError, WrongPassphraseError
from auditapp.model.edits import Author, change_answer
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit


def test_a_new_workspace_opens_with_its_passphrase_and_its_recovery_key(tmp_path):
    """Both secrets open it; another opens nothing."""
    paths = find_paths(tmp_path)
    workspace, key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
    assert workspace.opens_with(key)
    assert not workspace.opens_with("AAAA-BBBB")
    workspace.close()

    for secret in (PASSPHRASE, key, key.lower().replace("-", " ")):
        Workspace.unlock(paths, secret, strength=WEAK).close()
    with pytest.raises(WrongPassphraseError):
        Workspace.unlock(paths, "something else entirely", strength=WEAK)


def test_there_is_a_workspace_only_after_making_one(tmp_path):
    """The start screen asks this before anything else."""
    paths = find_paths(tmp_path)
    assert not Workspace.exists(paths)

    make_workspace(tmp_path).close()

    assert Workspace.exists(paths)
    with pytest.raises(StoreExistsError):
        Workspace.create(paths, PASSPHRASE, strength=WEAK)


@contextmanager
def broken_flush(number, error):
    """Have the flush of that number, counted from here, end with an error, and no other."""
    flush, left = os.fsync, itertools.count(number, -1)

    def broken(descriptor):
        if next(left) == 1:
            raise error
        flush(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        yield


def test_what_could_not_be_made_is_no_workspace(tmp_path):
    """Whichever flush fails: nobody has its recovery key, and the next try is not refused."""
    failed = 0
    for number in range(1, 15):
        paths = find_paths(tmp_path / str(number))
        with broken_flush(number, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))):
            try:
                workspace, key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
            except SaveFailedError:
                failed += 1
                assert not Workspace.exists(paths)
                workspace, key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
        workspace.close()
        Workspace.unlock(paths, key, strength=WEAK).close()
    assert failed > 5


def test_nothing_is_left_of_a_workspace_whose_making_was_interrupted(tmp_path):
    """At whichever flush: the next one has a list and a logbook of its own, and no damaged ones."""
    stopped = 0
    for number in range(1, 18):
        paths = find_paths(tmp_path / str(number))
        paths.store.mkdir(parents=True)
        (paths.store / "kept.damaged-1").write_bytes(b"of another time")
        with broken_flush(number, KeyboardInterrupt()):
            try:
                workspace, _key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
            except KeyboardInterrupt:
                stopped += 1
                workspace, _key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
        assert [] == list(workspace.problems)
        assert ["made"] == [entry.kind for entry in workspace.logbook()]
        workspace.close()
        assert (paths.store / "kept.damaged-1").exists()
    assert stopped > 10


def test_a_workspace_that_was_there_before_is_never_taken_away(workspace):
    """It holds somebody's work."""
    paths = workspace.paths
    workspace.close()
    there = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    with pytest.raises(ValueError, match="never taken away"):
        there._vault.unmake()
    there.close()
    assert Workspace.exists(paths)


def test_a_second_window_is_refused(workspace):
    """One writer at a time: the second is told, and nothing is harmed."""
    with pytest.raises(StoreInUseError):
        Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)


def test_closing_is_safe_whenever(workspace, audit_id):
    """An audit that is not open can be closed; the list stays right."""
    workspace.close_audit(audit_id)
    workspace.close_audit(audit_id)

    assert [audit_id] == [row.id for row in workspace.audits()]
    assert [] == list(workspace.problems)


def test_saves_are_counted_however_the_program_ended(tmp_path):
    """The folder as it lies there in the middle of the work has the last one, too."""
    workspace = make_workspace(tmp_path / "open", Clock())
    changed, other = start_audit(workspace), start_audit(workspace)
    before = workspace.generations()
    by = Author("Ana", workspace.clock())
    edit = change_answer(workspace.open_audit(changed), "visits/VS2", by, note="At home.")
    workspace.commit(changed, edit)
    cut_off = copytree(tmp_path / "open", tmp_path / "cut off")
    workspace.close()
    again = Workspace.unlock(find_paths(cut_off), PASSPHRASE, strength=WEAK)
    now = again.generations()
    again.close()

    assert (1, 0) == (now[changed] - before[changed], now[other] - before[other])
