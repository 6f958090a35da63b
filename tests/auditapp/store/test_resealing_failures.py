# SPDX-License-Identifier: MPL-2.0
"""Test that sealing anew loses nothing when files are damaged, the disk fails, or it is killed."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from auditapp.errors import SaveFailedError
from auditapp.store import resealing
from auditapp.store.log_pages import LogPages
from auditapp.store.repository import AuditRepository
from auditapp.store.resealing import FINISHED, UNFINISHED, UnsealableError
from auditapp.store.vault import Vault
from tests.auditapp.store.resealing_fixtures import FIRST, SECOND, contents, full, list_of, reseal

__all__ = ["full"]

PROJECT = Path(__file__).parents[3]


def test_a_disk_with_too_little_room_is_seen_first(full, weak, root, monkeypatch):
    """The sentence says how much is needed, and nothing was begun."""
    files = list_of(root)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=10**6))

    with pytest.raises(SaveFailedError, match="too little room") as refusal:
        reseal(full, weak)

    assert "5 MB are needed" in str(refusal.value)
    assert "1 MB are free" in str(refusal.value)
    assert files == list_of(root)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("after", [0, 2, 7, 10])
def test_a_disk_that_fails_meanwhile_changes_nothing(full, weak, root, monkeypatch, number, after):
    """The half set is gone, and the same workspace goes on."""
    before, files, write, left = contents(full), list_of(root), os.write, [after]

    def refuse(descriptor, data):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(number, "refused")
        return write(descriptor, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refuse)
        with pytest.raises(SaveFailedError, match=r"disk (is full|reported an error)"):
            reseal(full, weak)

    assert (before, files) == (contents(full), list_of(root))
    assert reseal(full, weak)[0] is not None


def test_a_copy_that_cannot_be_read_back_stops_it(full, weak, root, monkeypatch):
    """A disk that garbles what it is given must not get the only copy."""
    files, write = list_of(root), os.write

    def garble(descriptor, data):
        return write(descriptor, bytes(data[:-1]) + bytes([data[-1] ^ 1]))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", garble)
        with pytest.raises(SaveFailedError, match="reported an error"):
            reseal(full, weak)

    assert files == list_of(root)


def test_a_copy_of_something_else_stops_it(full, weak, root, monkeypatch):
    """What is read back must be what was there, not only something that opens."""
    files, seal = list_of(root), resealing.seal

    def confuse(key, generation, summary, _body):
        return seal(key, generation, summary, b"something else")

    monkeypatch.setattr(resealing, "seal", confuse)
    with pytest.raises(SaveFailedError, match="reported an error"):
        reseal(full, weak)

    assert files == list_of(root)


def test_a_damaged_audit_stops_it(full, weak, root):
    """The key that could still help a specialist must not be thrown away with it."""
    damage(full.place_of(SECOND).path)
    files = list_of(root)
    with pytest.raises(UnsealableError) as refusal:
        reseal(full, weak)

    assert (SECOND,) == refusal.value.audit_ids
    assert files == list_of(root)


def test_a_damaged_list_stops_it(full, weak):
    """It is the authority for what exists; the next unlock mends it."""
    damage(full.catalogue.path)
    with pytest.raises(UnsealableError) as refusal:
        reseal(full, weak)

    assert ("",) == refusal.value.audit_ids


def test_what_is_damaged_beside_the_audits_is_put_aside(full, weak, root):
    """A bad earlier save, a page of the logbook: they stop nobody, and they are counted."""
    damage(full.place_of(FIRST).previous)
    damage(full.log_page(1).path)
    damage(full.draft_front.path)

    resealed, _key = reseal(full, weak)

    assert 4 == resealed.left_behind
    expected = {
        f"{FIRST}.prev.damaged-1",
        "draft-front.seal.damaged-1",
        "log-000001.prev.damaged-1",
        "log-000001.seal.damaged-1",
    }
    assert expected == {path.name for path in root.rglob("*.damaged-*")}


def damage(path):
    """Turn one bit over."""
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.unlink()  # the previous save may be a link to it
    path.write_bytes(data)


def test_more_log_pages_than_one_survive(full, weak, monkeypatch):
    """Each has a key of its own."""
    monkeypatch.setattr("auditapp.store.log_pages.LINES_PER_PAGE", 3)
    pages = LogPages(full)
    for number in range(3, 6):
        pages.append({"seq": number, "hash": "c"})
    before = pages.read()
    reseal(full, weak)
    pages.append({"seq": 6, "hash": "d"})

    assert {1, 2} == full.log_page_numbers()
    assert before == LogPages(full).read()[:-1]


def test_a_set_that_cannot_be_put_in_force_is_thrown_away(full, weak, root, monkeypatch):
    """The old key still holds, and the workspace is open."""
    files = list_of(root)
    monkeypatch.setattr(resealing, "move_folder", refuse_permission)
    with pytest.raises(SaveFailedError, match="does not allow"):
        reseal(full, weak)

    assert full.is_open
    assert files == list_of(root)


def test_a_set_in_force_that_cannot_be_moved_locks_the_workspace(
    full, weak, root, monkeypatch, unlock
):
    """The next unlock goes on with it; until that succeeds nothing is opened."""
    before, move, left = contents(full), resealing.move, [4]

    def refuse_later(source, target):
        left[0] -= 1
        if left[0] < 0:
            refuse_permission()
        move(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(resealing, "move", refuse_later)
        with pytest.raises(SaveFailedError):
            reseal(full, weak)
        assert not full.is_open
        with pytest.raises(SaveFailedError):
            unlock()

    assert before == contents(unlock())
    assert not (root / FINISHED).exists()


def refuse_permission(*_arguments):
    """Refuse as the system does."""
    raise PermissionError(errno.EACCES, "refused")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_whenever_it_is_killed_nothing_is_lost(created, full, root, tmp_path, unlock, weak):
    """At each of its steps; after it, one key or the other holds, never both and never none."""
    _vault, old_key = created
    before = contents(full)
    full.close()
    killed = tmp_path / "killed"
    killed.mkdir()
    command = [sys.executable, "-m", "tests.auditapp.store.reseal_until_killed", root, killed]

    told = subprocess.run(
        command, cwd=PROJECT, capture_output=True, text=True, timeout=100, check=True
    )

    codes = [int(line.split()[1]) for line in told.stdout.splitlines()]
    assert "" == told.stderr
    assert [9] * (len(codes) - 1) + [0] == codes
    assert len(codes) > 60
    holds = [
        check_killed(
            killed / str(step), (killed / f"{step}.key").read_text(), old_key, before, weak
        )
        for step in range(len(codes))
    ]
    # From one moment on, and not before, it is the new key.
    assert sorted(holds) == holds
    assert {False, True} == set(holds)


def check_killed(root, new_key, old_key, before, weak):
    """Unlock a killed workspace, check that it is whole; tell whether the new key holds."""
    with Vault.unlock(root, "open sesame", weak) as vault:
        repository = AuditRepository(vault)
        assert [] == repository.problems
        repository.close()
        held = contents(vault)
        is_new = vault.check_recovery_key(new_key)
        assert is_new != vault.check_recovery_key(old_key)
    # The list is written again at each unlock, and then has a new generation.
    lists = ("catalogue.seal", "catalogue.prev")
    assert {name: each for name, each in before.items() if name not in lists} == {
        name: each for name, each in held.items() if name not in lists
    }
    assert not (root / UNFINISHED).exists()
    assert not (root / FINISHED).exists()
    assert (root / "store.key").read_bytes() == (root / "store.key.bak").read_bytes()
    return is_new
