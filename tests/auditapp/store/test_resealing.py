# SPDX-License-Identifier: MPL-2.0
"""Test that sealing anew leaves everything in place, under the new key alone."""

import pytest

from auditapp.errors import WrongPassphraseError
from auditapp.store import resealing
from auditapp.store.repository import AuditRepository
from auditapp.store.resealing import UNFINISHED, Resealed
from auditapp.store.sealed_folder import SealedFolder
from tests.auditapp.moves_of_windows import moves_of_windows
from tests.auditapp.store.resealing_fixtures import (
    FIRST,
    SECOND,
    THIRD,
    contents,
    full,
    list_of,
    reseal,
)

__all__ = ["full", "moves_of_windows"]


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


def test_the_new_key_comes_into_force_on_windows(full, weak, moves_of_windows):
    """A folder is renamed for it, which is done there in another way than replacing a file."""
    before = contents(full)
    assert reseal(full, weak)[0] is not None
    assert before == contents(full)


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
