# SPDX-License-Identifier: MPL-2.0
"""Test how changes are carried into a ledger, and that what was erased is forgotten."""

import random

import pytest

from auditapp.errors import LedgerChangedOnDiskError, LedgerDamagedError, SaveFailedError
from auditapp.model.ledger import LedgerKind, ledger_fault
from auditapp.model.records import Put
from auditapp.sessions.ledger_session import KIND
from auditapp.sessions.ledger_sessions import LedgerSessions
from auditapp.store.ledger import LedgerFile

ROUND, OTHER = "a" * 32, "b" * 32
ROW = {KIND: LedgerKind.ROUND.value, "name": "Spring"}


@pytest.fixture
def ledgers(workspace):
    """Return the ledgers of a workspace."""
    return workspace._ledgers


@pytest.fixture
def window(workspace):
    """Return the ledgers as a second window has them, where a drive keeps no lock."""
    return LedgerSessions(workspace._repository.ledgers)


@pytest.fixture
def session(ledgers):
    """Return a new ledger of a round."""
    return ledgers.create(ROUND, ROW)


def cases(*references):
    """Return the rows of some cases of a round."""
    return [Put("cases", each, {"reference": each}) for each in references]


def test_rows_and_their_line_are_there_together(ledgers, session, by):
    """In the order in which they came; who, when and why stand in the line."""
    assert session.change(cases("HX-2", "HX-1"), "drawn", by, ROW, "Seed 7.")
    ledgers.close_all()
    again = ledgers.get(ROUND)
    assert ["HX-2", "HX-1"] == list(again.rows("cases"))
    (line,) = again.history
    assert ("drawn", "Seed 7.", by.name, by.now, 2) == (
        line.what,
        line.detail,
        line.by,
        line.at,
        len(line.changes),
    )
    assert again.fault is None


def test_what_stays_as_it_is_leaves_no_trace(session, by):
    """Neither a line nor a save; of several rows those that changed are in the line."""
    session.change(cases("HX-1"), "drawn", by, ROW)
    assert not session.change(cases("HX-1"), "drawn", by, ROW)
    session.change(cases("HX-1", "HX-2"), "drawn", by, ROW)
    assert [["HX-1"], ["HX-2"]] == [[c.key for c in line.changes] for line in session.history]


def test_rows_cannot_be_changed_in_place(session, by):
    """Only by a change, which is on record."""
    session.change(cases("HX-1"), "drawn", by, ROW)
    with pytest.raises(TypeError):
        session.rows("cases")["HX-1"] = {}


def test_ledgers_are_told_apart_by_what_they_are_for(ledgers, session):
    """Without opening them."""
    ledgers.create(OTHER, {KIND: LedgerKind.REGISTERS.value})
    assert [ROUND] == ledgers.ids(LedgerKind.ROUND)
    assert [ROUND, OTHER] == ledgers.all_ids()
    ledgers.remove(ROUND)
    assert ([], [OTHER]) == (ledgers.ids(LedgerKind.ROUND), ledgers.all_ids())
    with pytest.raises(LedgerDamagedError):
        ledgers.get(ROUND)


def test_less_can_take_the_place_of_what_is_erased(session, by):
    """The row stays with what may be known; every line forgets the rest, and the chain holds."""
    session.change(cases("HX-1", "HX-2"), "drawn", by, ROW)
    session.change([Put("cases", "HX-1", {"reference": "HX-1", "why": "Moved."})], "out", by, ROW)
    session.erase([Put("cases", "HX-1", {"reference": ""})], "erased", by, ROW)
    assert {"HX-1": {"reference": ""}, "HX-2": {"reference": "HX-2"}} == session.rows("cases")
    assert "Moved." not in "".join(line.model_dump_json() for line in session.history)
    assert [False, True] == [each.is_erased for each in reversed(session.history[0].changes)]
    assert ledger_fault(session.history) is None
    assert ["drawn", "out", "erased"] == [line.what for line in session.history]


def test_what_never_was_is_not_erased(session, by):
    """No line says that it was."""
    session.erase([Put("cases", "HX-1", None)], "erased", by, ROW)
    assert () == session.history


def test_what_a_second_window_saved_is_seen_and_not_overwritten(ledgers, window, session, by):
    """The save is refused; whoever asks for the ledger next has what the other wrote."""
    window.get(ROUND).change(cases("HX-1"), "drawn", by, ROW)
    with pytest.raises(LedgerChangedOnDiskError):
        session.change(cases("HX-2"), "drawn", by, ROW)
    assert {} == session.rows("cases")
    ledgers.get(ROUND).change(cases("HX-2"), "drawn", by, ROW)
    assert ["HX-1", "HX-2"] == list(ledgers.get(ROUND).rows("cases"))
    assert ["HX-1", "HX-2"] == list(window.get(ROUND).rows("cases"))


def test_a_disk_that_refuses_changes_nothing_that_is_shown(session, by, monkeypatch):
    """And the next change goes through."""

    def refuse(*_args, **_fields):
        raise OSError(5, "no")

    monkeypatch.setattr("auditapp.store.sealed_folder.write_atomically", refuse)
    with pytest.raises(SaveFailedError):
        session.change(cases("HX-1"), "drawn", by, ROW)
    assert ({}, ()) == (session.rows("cases"), session.history)
    monkeypatch.undo()
    assert session.change(cases("HX-1"), "drawn", by, ROW)


def test_one_whose_lines_no_model_knows_is_refused(workspace, ledgers, session):
    """In words that quote nothing of it."""
    file = workspace._repository.ledgers.open(ROUND)
    file.commit([], [{"secret": "words"}], row=ROW)
    with pytest.raises(LedgerDamagedError) as caught:
        ledgers.get(ROUND)
    assert "words" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_file_deleted_while_open_is_back_at_the_end(workspace, ledgers, session, by):
    """All of it was in memory."""
    session.change(cases("HX-1"), "drawn", by, ROW)
    place = workspace._vault.ledger_of(ROUND)
    place.path.unlink()
    place.previous.unlink(missing_ok=True)
    ledgers.close_all()
    assert ["HX-1"] == list(ledgers.get(ROUND).rows("cases"))


def test_a_file_that_was_mended_is_told_of(workspace, ledgers, session, by):
    """Among the problems of the workspace."""
    session.change(cases("HX-1"), "drawn", by, ROW)
    ledgers.close_all()
    workspace._vault.ledger_of(ROUND).path.write_bytes(b"lost")
    assert {} == ledgers.get(ROUND).rows("cases")
    assert any("one save earlier" in each for each in workspace.problems)


def test_what_is_held_is_what_would_be_read(ledgers, session, by, monkeypatch):
    """After puts, changes and removals; and no change reads all of a large ledger again."""
    chance = random.Random(7)
    with monkeypatch.context() as without_reading:
        without_reading.setattr(LedgerFile, "read", None)
        for number in range(60):
            key = f"HX-{chance.randrange(8)}"
            record = None if chance.random() < 0.3 else {"n": number, "on": "2026-11-02"}
            session.change([Put("cases", key, record)], "changed", by, ROW)
    rows, history = dict(session.rows("cases")), session.history
    ledgers.close_all()
    again = ledgers.get(ROUND)
    assert (list(rows.items()), history) == (list(again.rows("cases").items()), again.history)
    assert again.fault is None


def test_what_was_put_cannot_be_altered_by_whoever_put_it(session, by):
    """A list inside of it, say."""
    record = {"reference": "HX-1", "tags": ["a"]}
    session.change([Put("cases", "HX-1", record)], "drawn", by, ROW)
    record["tags"].append("b")
    assert ["a"] == session.rows("cases")["HX-1"]["tags"]
