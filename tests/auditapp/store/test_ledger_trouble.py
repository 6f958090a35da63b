# SPDX-License-Identifier: MPL-2.0
"""Test ledgers that are damaged, lost, put back or cannot be written."""

import errno
import shutil

import orjson
import pytest

from auditapp.errors import (
    AuditNotFoundError,
    LedgerChangedOnDiskError,
    LedgerDamagedError,
    SaveFailedError,
    SchemaTooNewError,
)
from auditapp.model.records import Put
from auditapp.store.repository import AuditRepository
from tests.auditapp.store.ledger_fixtures import (
    LEDGER,
    OTHER,
    ROW,
    ledger,
    ledgers,
    place,
    put,
    said,
)

__all__ = ["ledger", "ledgers", "place"]


@pytest.fixture
def restarted(vault, repository, unlock):
    """Return a function that closes the workspace in order, or not, and opens it again."""

    def restart(*, in_order=True):
        if in_order:
            repository.close()
        vault.close()
        return AuditRepository(unlock())

    return restart


def test_an_older_copy_is_noticed(ledger, ledgers, place):
    """The list of audits knows how far it had come."""
    older = place.path.read_bytes()
    put(ledger, "third")
    put(ledger, "fourth")
    place.previous.unlink()
    place.path.write_bytes(older)
    with pytest.raises(LedgerDamagedError, match="older"):
        ledgers.open(LEDGER)


@pytest.mark.parametrize("in_order", [True, False])
def test_an_older_copy_is_noticed_after_a_restart(ledger, place, restarted, in_order):
    """Also when the program did not end in order: then everything is compared."""
    older = place.path.read_bytes()
    put(ledger, "third")
    put(ledger, "fourth")
    again = restarted(in_order=in_order)
    place.previous.unlink()
    place.path.write_bytes(older)
    with pytest.raises(LedgerDamagedError, match="older"):
        again.ledgers.open(LEDGER)


def test_a_start_after_a_crash_says_what_is_older_or_missing(
    ledger, ledgers, repository, place, restarted, vault
):
    """Once each, in sentences, as far as the list had come to know it."""
    lost = ledgers.create(OTHER, [], [], ROW)
    older = place.path.read_bytes()
    for text in ("third", "fourth"):
        put(ledger, text)
    put(lost, "lost")
    repository.flush()
    vault.delete(vault.ledger_of(OTHER))
    place.previous.unlink()
    place.path.write_bytes(older)
    sentences = [each.sentence for each in restarted(in_order=False).problems]
    assert 2 == len(sentences)
    assert any("older" in each for each in sentences)
    assert any("missing" in each for each in sentences)


def test_a_save_that_the_list_does_not_know_is_taken(ledger, ledgers, restarted):
    """After a crash between the two writes."""
    put(ledger, "third")
    again = restarted(in_order=False)
    assert [] == again.problems
    assert "third" == said(again.ledgers.open(LEDGER))[0]
    assert ledger.generation == again.ledgers.generation(LEDGER)


def test_the_file_of_another_ledger_does_not_open(ledger, ledgers, vault, place):
    """Each has a key of its own."""
    other = ledgers.create(OTHER, [], [], ROW)
    put(other, "theirs")
    shutil.copy(vault.ledger_of(OTHER).path, place.path)
    assert "first" == said(ledgers.open(LEDGER))[0]


def test_a_second_window_does_not_overwrite(ledger, ledgers):
    """Where a drive keeps no lock."""
    second = ledgers.open(LEDGER)
    put(ledger, "mine")
    with pytest.raises(LedgerChangedOnDiskError):
        put(second, "theirs")
    assert "mine" == said(ledgers.open(LEDGER))[0]


def test_a_file_that_was_deleted_while_open_is_written_anew(ledger, ledgers, place):
    """All of it is in memory."""
    place.path.unlink()
    place.previous.unlink()
    ledger.restore_if_gone()
    assert "second" == said(ledgers.open(LEDGER))[0]


@pytest.mark.parametrize("schema", [2, 99])
def test_one_of_a_newer_version_is_refused_and_left_alone(ledgers, ledger, vault, place, schema):
    """The newest version of the program can open it."""
    loaded = vault.load(place)
    held = orjson.loads(loaded.body) | {"schema": schema}
    vault.save(place, loaded.header.generation + 1, loaded.summary, orjson.dumps(held))
    before = place.path.read_bytes()
    with pytest.raises(SchemaTooNewError):
        ledgers.open(LEDGER)
    assert before == place.path.read_bytes()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_refuses_leaves_the_save_before(
    ledger, ledgers, failing_disk, monkeypatch, number
):
    """On the disk and in memory; the next save works."""
    failing_disk(number)
    with pytest.raises(SaveFailedError):
        put(ledger, "refused")
    assert "second" == said(ledger)[0]
    monkeypatch.undo()
    assert "second" == said(ledgers.open(LEDGER))[0]
    put(ledger, "third")
    assert "third" == said(ledgers.open(LEDGER))[0]


def test_a_flush_of_the_folder_that_fails_is_no_reason_to_stop(ledger, failing_disk, monkeypatch):
    """The new file is in place by then: it is ours."""
    failing_disk(errno.EIO, only_folders=True)
    with pytest.raises(SaveFailedError):
        put(ledger, "refused")
    monkeypatch.undo()
    put(ledger, "third")
    assert "third" == said(ledger)[0]


def test_one_that_cannot_be_made_is_not_there(ledgers, failing_disk, monkeypatch):
    """Its id is free again."""
    failing_disk(errno.EIO, only_folders=True)
    with pytest.raises(SaveFailedError):
        ledgers.create(LEDGER, [], [], ROW)
    monkeypatch.undo()
    assert [] == ledgers.ids()
    ledgers.create(LEDGER, [], [], ROW)


def test_what_is_erased_is_in_no_copy(ledger, ledgers, vault, place):
    """Neither in the file, the save before it nor a damaged one that was kept."""
    place.path.with_name(f"{place.path.name}.damaged-1").write_bytes(place.path.read_bytes())
    ledger.erase([Put("disputes", "1", None)], [{"what": "erased"}], {1: {"what": ""}}, row=ROW)
    for path in (place.path, place.previous):
        assert b"second" not in vault.unseal(place, path).body
    assert [] == list(place.path.parent.glob("ledger-*.damaged-*"))
    assert ["first", "", "erased"] == [e["what"] for e in ledgers.open(LEDGER).read().history]


def test_one_that_was_removed_is_gone_for_good(ledger, ledgers, place, restarted):
    """A copy that is put back is deleted at the next start."""
    copy = place.path.read_bytes()
    ledgers.remove(LEDGER)
    assert [] == ledgers.ids()
    assert [] == list(place.path.parent.glob("ledger*"))
    with pytest.raises(LedgerDamagedError):
        ledgers.remove(LEDGER)
    place.path.write_bytes(copy)
    assert [] == restarted().ledgers.ids()
    assert not place.path.exists()


@pytest.mark.parametrize("name", ["", "../store", "A" * 32, "a" * 31])
def test_only_an_id_is_a_name(vault, name):
    """Nothing leads out of the folder."""
    with pytest.raises(AuditNotFoundError):
        vault.ledger_of(name)


def test_a_list_without_ledgers_opens_in_older_versions(repository, vault):
    """With one it does not: a version that knows none would leave it out of its backups."""
    repository.record_log(1)
    repository.flush()
    body = orjson.loads(vault.load(vault.catalogue).body)
    assert 1 == body["schema"]
    repository.ledgers.create(LEDGER, [], [], ROW)
    assert 2 == orjson.loads(vault.load(vault.catalogue).body)["schema"]


@pytest.mark.parametrize(
    ("contents", "words"), [(b"lost" * 100, "damaged"), (b"CFAUDT\0\x02" + bytes(100), "newer")]
)
def test_a_start_says_what_cannot_be_read(ledger, ledgers, place, restarted, contents, words):
    """Damaged, or of a newer version; a list of ledgers goes without it, and it still is one."""
    for path in (place.path, place.previous):
        path.write_bytes(contents)
    assert {} == ledgers.rows()
    again = restarted(in_order=False)
    (problem,) = again.problems
    assert words in problem.sentence
    assert [LEDGER] == again.ledgers.ids()
    assert contents == place.path.read_bytes()


def test_one_whose_removal_is_refused_is_still_there(ledger, ledgers, failing_disk, monkeypatch):
    """On the list, and on the disk."""
    failing_disk(errno.EIO)
    with pytest.raises(SaveFailedError):
        ledgers.remove(LEDGER)
    monkeypatch.undo()
    assert [LEDGER] == ledgers.ids()
    assert "second" == said(ledgers.open(LEDGER))[0]


def test_a_copy_that_cannot_be_looked_at_counts_as_damaged(ledger, ledgers, monkeypatch):
    """A check says so; it is no reason for the check to stop."""

    def refuse(_path):
        raise PermissionError(errno.EACCES, "no")

    assert not ledgers.has_damaged_copy(LEDGER)
    monkeypatch.setattr("auditapp.store.object_files.read_bytes", refuse)
    assert ledgers.has_damaged_copy(LEDGER)
