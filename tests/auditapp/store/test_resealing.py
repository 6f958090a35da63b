# SPDX-License-Identifier: MPL-2.0
"""Test that everything can be sealed under a new data key, and that nothing is lost by it."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from auditapp.errors import SaveFailedError, WrongPassphraseError
from auditapp.store import resealing
from auditapp.store.draft_front import DraftFront
from auditapp.store.log_pages import LogPages
from auditapp.store.repository import AuditRepository
from auditapp.store.resealing import FINISHED, UNFINISHED, Resealed, UnsealableError
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.vault import Vault

PROJECT = Path(__file__).parents[3]
FIRST, SECOND, THIRD = ("1" * 32, "2" * 32, "3" * 32)


@pytest.fixture
def full(vault, repository, make_audit, answer):
    """Fill the workspace with one of each kind of object; return it open."""
    for audit_id in (FIRST, SECOND, THIRD):
        audit = make_audit(audit_id, q1="met")
        answer(audit, "q2", audit_id)
        audit.close()
    repository.remove(THIRD)
    pages = LogPages(vault)
    pages.append({"seq": 1, "hash": "a"})
    pages.append({"seq": 2, "hash": "b"})
    DraftFront(vault).keep({"case_reference": "HX-1"})
    repository.record_log(2)
    repository.close()
    return vault


def contents(vault):
    """Return everything that a workspace holds: each file of each object, with its generation."""
    held = {}
    for place in vault.places():
        for path in (place.path, place.previous):
            if path.exists():
                file = vault.unseal(place, path)
                held[path.name] = (file.header.generation, file.summary, file.body)
    return held


def reseal(vault, weak, **more):
    """Seal a workspace anew; return the outcome and the new recovery key."""
    key = vault.offer_recovery_key("open sesame")
    return vault.reseal("open sesame", key, weak, **more), key


def test_everything_is_there_under_the_new_key(full, weak, root, unlock):
    """Contents, earlier saves, generations, tombstones: the old key opens none of it."""
    before, old_key, store_id = contents(full), full._data_key, full.store_id
    expected = {f"{each}.{end}" for each in (FIRST, SECOND) for end in ("seal", "prev")}
    assert expected < before.keys()

    resealed, _key = reseal(full, weak)

    assert Resealed(len(full.places()), 0) == resealed
    assert before == contents(full)
    full.close()
    assert before == contents(unlock())
    old = SealedFolder(root, store_id, old_key)
    for place in old.places():
        for path in (place.path, place.previous):
            if path.exists():
                with pytest.raises(resealing.DamagedError):
                    old.unseal(place, path)


def test_every_sealed_file_is_a_known_object(full):
    """A new kind of object that `places` forgets would keep the old key, and be lost with it."""
    files = {path for path in full.root.rglob("*") if path.suffix in (".seal", ".prev")}

    assert files == {
        path for place in full.places() for path in (place.path, place.previous) if path.exists()
    }


def test_the_open_workspace_goes_on(full, weak, unlock, answer):
    """Saving and the list work at once, and after the next unlock nothing is amiss."""
    reseal(full, weak)
    repository = AuditRepository(full)
    answer(repository.open(FIRST), "q3", "met")
    repository.close()
    full.close()

    again = AuditRepository(unlock())
    assert [] == again.problems
    assert "q3" in again.open(FIRST).read().tables["answers"]
    assert {FIRST, SECOND} == {row["id"] for row in again.rows()}


def test_what_was_removed_stays_removed(full, weak, root, unlock):
    """A removed audit that is copied back is deleted again: its tombstone survived."""
    reseal(full, weak)
    place = full.place_of(THIRD)
    full.save(place, 1, b'{"reference": "A-1"}', b"{}")
    full.close()

    assert {FIRST, SECOND} == {row["id"] for row in AuditRepository(unlock()).rows()}
    assert not place.path.exists()


def test_the_secrets_in_force_are_the_passphrase_and_the_new_key(created, full, weak, unlock):
    """The old recovery key opens nothing any more."""
    _vault, old_key = created
    _resealed, key = reseal(full, weak)
    full.close()

    with pytest.raises(WrongPassphraseError):
        unlock(old_key)
    unlock(key).close()
    assert unlock().check_recovery_key(key)


def test_files_are_private(full, weak, root):
    """As all files of the store are."""
    reseal(full, weak)

    modes = {path.stat().st_mode & 0o777 for path in root.rglob("*") if path.is_file()}
    assert {0o600} == modes
    assert 0o700 == (root / "audits").stat().st_mode & 0o777


@pytest.mark.parametrize("typed", ["", "AAAA", "the old one"])
def test_the_new_recovery_key_must_be_typed_back(created, full, weak, typed):
    """Before anything is written: without its sheet there would be no way back."""
    before = contents(full)
    full.offer_recovery_key("open sesame")
    with pytest.raises(WrongPassphraseError, match="typing mistake"):
        full.reseal("open sesame", created[1] if typed == "the old one" else typed, weak)

    assert before == contents(full)


def test_the_passphrase_itself_is_needed(created, full, weak):
    """It is wrapped anew, so the recovery key cannot stand in for it."""
    key = full.offer_recovery_key(created[1])
    for secret in ("open sesam", created[1], key):
        with pytest.raises(WrongPassphraseError, match="not the passphrase of"):
            full.reseal(secret, key, weak)


def test_progress_is_told(full, weak):
    """From the first object to the last."""
    seen = []
    reseal(full, weak, report_progress=lambda done, of: seen.append((done, of)))

    count = len(full.places())
    assert [(number, count) for number in range(1, count + 1)] == seen


@pytest.mark.parametrize("after", [0, 1, 3])
def test_cancelling_changes_nothing(created, full, weak, root, after, unlock):
    """What was made so far is gone, and the old recovery key still holds."""
    before, files, seen = contents(full), list_of(root), []

    resealed, _key = reseal(
        full,
        weak,
        report_progress=lambda done, _of: seen.append(done),
        is_cancelled=lambda: len(seen) >= after,
    )

    assert resealed is None
    assert after == len(seen)
    assert (before, files) == (contents(full), list_of(root))
    full.close()
    unlock(created[1])


def test_cancelling_after_the_last_object_still_counts(full, weak, root):
    """Until the one rename nothing has happened."""
    count, seen = len(full.places()), []

    resealed, _key = reseal(
        full,
        weak,
        report_progress=lambda done, _of: seen.append(done),
        is_cancelled=lambda: len(seen) == count,
    )

    assert resealed is None
    assert not (root / UNFINISHED).exists()


def list_of(root):
    """Return the bytes of every file."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


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
    monkeypatch.setattr(resealing, "move", refuse_permission)
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
