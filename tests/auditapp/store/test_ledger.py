# SPDX-License-Identifier: MPL-2.0
"""Test that a ledger is kept as safely as an audit, through every way into its file."""

import errno

import pytest

from auditapp.errors import LedgerDamagedError, StoreExistsError
from auditapp.model.records import Put
from tests.auditapp.store.ledger_fixtures import LEDGER, ROW, ledger, ledgers, place, said

__all__ = ["ledger", "ledgers", "place"]


def test_what_was_put_is_read(ledger, ledgers):
    """Rows, lines and what a list shows; a row that is removed is gone, and its line is not."""
    assert ("second", ["first", "second"]) == said(ledgers.open(LEDGER))
    assert {LEDGER: ROW} == ledgers.rows()
    ledger.commit([Put("disputes", "1", None)], [{"what": "gone"}], row=ROW | {"n": 0})
    stored = ledgers.open(LEDGER).read()
    assert ({"disputes": {}}, "gone") == (stored.tables, stored.history[-1]["what"])
    assert 0 == ledgers.rows()[LEDGER]["n"]


def test_each_change_is_one_save(ledger):
    """However many rows it has."""
    before = ledger.generation
    puts = [Put("disputes", str(number), {"text": "x"}) for number in range(100)]
    ledger.commit(puts, [{"what": "many"}], row=ROW)
    assert before + 1 == ledger.generation


def test_what_was_read_cannot_change_what_is_kept(ledger):
    """It is a copy."""
    ledger.read().tables["disputes"]["1"]["text"] = "changed"
    assert "second" == said(ledger)[0]


def test_nothing_of_it_is_readable_on_the_disk(ledger, place):
    """Neither rows nor lines nor what the list shows."""
    for path in (place.path, place.previous):
        assert not any(word in path.read_bytes() for word in (b"second", b"first", b"registers"))


def test_a_bit_that_flips_brings_back_the_save_before(ledger, ledgers, place):
    """With a sentence, the damaged file kept; the next save is newer than the damaged one was."""
    contents = place.path.read_bytes()
    for number in range(0, len(contents) * 8, 37):
        flipped = bytearray(contents)
        flipped[number // 8] ^= 1 << number % 8
        place.path.write_bytes(flipped)
        opened = ledgers.open(LEDGER)
        assert ("first", ["first"]) == said(opened)
        assert opened.note
        assert opened.generation > ledger.generation
        assert 1 == len(list(place.path.parent.glob("ledger-*.damaged-*")))
        for path in place.path.parent.glob("ledger-*.damaged-*"):
            path.unlink()


def test_when_both_are_damaged_nothing_takes_their_place_unasked(ledger, ledgers, place):
    """A sentence says so. Given up, they are set aside, and what comes is newer than they were."""
    for path in (place.path, place.previous):
        path.write_bytes(b"lost" * 100)
    with pytest.raises(LedgerDamagedError, match="damaged") as caught:
        ledgers.open(LEDGER)
    assert caught.value.remedy
    assert [] == list(place.path.parent.glob("ledger-*.damaged-*"))
    with pytest.raises(StoreExistsError):
        ledgers.create(LEDGER, [], [], ROW)

    anew = ledgers.create(LEDGER, [], [], ROW, in_place_of_lost=True)
    assert anew.generation > ledger.generation
    assert 2 == len(list(place.path.parent.glob("ledger-*.damaged-*")))
    assert ledgers.open(LEDGER).read().history == []


def test_what_opens_is_not_given_up(ledger, ledgers):
    """It is not lost."""
    with pytest.raises(StoreExistsError):
        ledgers.create(LEDGER, [], [], ROW, in_place_of_lost=True)
    assert "second" == said(ledgers.open(LEDGER))[0]


def test_one_that_is_missing_is_given_up(ledger, ledgers, vault, place):
    """Somebody deleted it."""
    vault.delete(place)
    with pytest.raises(LedgerDamagedError, match="missing"):
        ledgers.open(LEDGER)
    ledgers.create(LEDGER, [], [], ROW, in_place_of_lost=True)
    assert [] == ledgers.open(LEDGER).read().history


def test_what_the_system_does_not_let_us_read_is_not_set_aside(ledger, ledgers, place, monkeypatch):
    """It may be whole."""

    def refuse(_path):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("auditapp.store.object_files.read_bytes", refuse)
    with pytest.raises(LedgerDamagedError, match="does not allow"):
        ledgers.open(LEDGER)
    with pytest.raises(LedgerDamagedError, match="does not allow"):
        ledgers.create(LEDGER, [], [], ROW, in_place_of_lost=True)
    assert place.path.exists()
