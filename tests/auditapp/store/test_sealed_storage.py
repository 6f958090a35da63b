# SPDX-License-Identifier: MPL-2.0
"""Test that TinyDB over a sealed file shows what is on the disk, and nothing else."""

import errno

import pytest
from tinydb import TinyDB, where

from auditapp.errors import AuditChangedOnDiskError, AuditNotFoundError, SaveFailedError
from auditapp.store.sealed_storage import SealedStorage

AUDIT = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def database(vault):
    """Return a plain TinyDB with one stored answer."""
    database = TinyDB(vault, AUDIT, is_new=True, storage=SealedStorage)
    with database.storage.batch({"reference": "A-1"}):
        database.table("meta").insert({"schema": 1, "locked": False})
        database.table("answers").insert({"question": "q1", "value": "old"})
    return database


def reopened(vault):
    """Return the stored answers, as a fresh start finds them."""
    return TinyDB(vault, AUDIT, storage=SealedStorage).table("answers").all()


def test_plain_tinydb_works_on_it(database, vault):
    """Each call outside of a batch is a save of its own, and keeps the row of the list."""
    answers = database.table("answers")

    answers.update({"value": "new"}, where("question") == "q1")
    answers.insert({"question": "q2", "value": "met"})

    assert 3 == database.storage.generation
    assert ["new", "met"] == [answer["value"] for answer in reopened(vault)]
    assert b'{"reference":"A-1"}' == vault.peek(vault.place_of(AUDIT)).summary


def test_a_batch_is_one_save(database, vault):
    """Three calls, one generation."""
    with database.storage.batch({"reference": "A-2"}):
        database.table("answers").insert({"question": "q2"})
        database.table("answers").insert({"question": "q3"})
        database.table("history").insert({"what": "two answers"})

    assert 2 == database.storage.generation
    assert 3 == len(reopened(vault))
    assert b'{"reference":"A-2"}' == vault.peek(vault.place_of(AUDIT)).summary


def test_a_batch_that_fails_half_way_saves_nothing(database, vault):
    """Neither on the disk nor in memory, nor with the next batch."""

    def fail_half_way():
        with database.storage.batch({}):
            database.table("answers").update({"value": "half"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert "old" == database.table("answers").all()[0]["value"]

    with database.storage.batch({}):
        database.table("answers").insert({"question": "q2", "value": "met"})

    assert ["old", "met"] == [answer["value"] for answer in reopened(vault)]


def test_batches_and_single_saves_may_alternate(database, vault):
    """A batch goes on from the last save, of whichever kind that was."""
    database.table("answers").insert({"question": "q2", "value": "single"})
    with database.storage.batch({}):
        database.table("answers").insert({"question": "q3", "value": "batch"})

    assert ["old", "single", "batch"] == [answer["value"] for answer in reopened(vault)]


def test_a_refused_save_shows_the_old_answer(database, vault, failing_disk, monkeypatch):
    """What is on the screen is what is on the disk; and saving goes on."""
    failing_disk(errno.EIO)
    with pytest.raises(SaveFailedError):
        database.table("answers").update({"value": "new"})
    monkeypatch.undo()

    assert "old" == database.table("answers").all()[0]["value"]
    assert "old" == reopened(vault)[0]["value"]
    database.table("answers").update({"value": "newer"})
    assert "newer" == reopened(vault)[0]["value"]


def test_a_refused_flush_of_the_folder_does_not_look_like_a_stranger(
    database, vault, failing_disk, monkeypatch
):
    """The file has its new name by then; saving again must work."""
    failing_disk(errno.EIO, only_folders=True)
    with pytest.raises(SaveFailedError), database.storage.batch({}):
        database.table("answers").update({"value": "new"})
    monkeypatch.undo()

    with database.storage.batch({}):
        database.table("answers").update({"value": "newer"})

    assert "newer" == reopened(vault)[0]["value"]


def test_what_was_read_can_be_changed_without_effect(database):
    """TinyDB changes the dict that it got; it must not be the stored one."""
    database.storage.read()["answers"].clear()

    assert 1 == len(database.table("answers"))


def test_a_save_of_something_else_is_not_overwritten(database, vault):
    """The second to save hears of it, even if both came to the same generation."""
    second = TinyDB(vault, AUDIT, storage=SealedStorage)
    database.table("answers").update({"value": "first"})

    with pytest.raises(AuditChangedOnDiskError) as refusal:
        second.table("answers").update({"value": "second"})
    assert "open it again" in refusal.value.remedy
    assert "first" == reopened(vault)[0]["value"]


def test_a_file_that_was_removed_here_is_not_written_again(database, vault):
    """The person removed the audit on purpose."""
    vault.delete(vault.place_of(AUDIT))
    database.storage.restore_if_gone()

    with pytest.raises(AuditChangedOnDiskError):
        database.table("answers").update({"value": "new"})
    assert set() == vault.audit_ids()


def test_a_file_that_vanished_is_written_anew(database, vault):
    """Somebody deleted it behind our back: the next save brings all of it back."""
    place = vault.place_of(AUDIT)
    for path in (place.path, place.previous):
        path.unlink(missing_ok=True)
    database.table("answers").update({"note": "new"})

    assert [{"question": "q1", "value": "old", "note": "new"}] == reopened(vault)


def test_a_file_that_vanished_is_written_anew_without_a_change(database, vault):
    """Closing brings it back as well; a file that is there is left alone."""
    place = vault.place_of(AUDIT)
    database.storage.restore_if_gone()
    before = place.path.read_bytes()
    place.path.unlink()
    database.storage.restore_if_gone()

    assert before != place.path.read_bytes()
    assert "old" == reopened(vault)[0]["value"]


def test_an_audit_that_was_never_saved_is_not_brought_back(vault):
    """There is nothing to write."""
    SealedStorage(vault, AUDIT, is_new=True).restore_if_gone()

    assert set() == vault.audit_ids()


def test_only_a_new_audit_may_have_no_file(vault):
    """An audit that should be there is not made empty."""
    with pytest.raises(AuditNotFoundError):
        SealedStorage(vault, AUDIT)

    storage = SealedStorage(vault, AUDIT, is_new=True)
    assert {} == storage.read()
    assert 0 == storage.generation


def test_a_mended_file_is_told(database, vault):
    """The note is for the screen and for the history."""
    database.table("answers").update({"value": "new"})
    vault.place_of(AUDIT).path.write_bytes(b"damaged")

    storage = SealedStorage(vault, AUDIT)

    assert "one save earlier" in storage.note
    assert "old" == storage.read()["answers"]["1"]["value"]


def test_a_closed_storage_holds_no_contents(database):
    """Nothing of a case stays in memory."""
    database.close()

    assert {} == database.storage.read()
