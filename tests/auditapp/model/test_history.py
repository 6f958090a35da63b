# SPDX-License-Identifier: MPL-2.0
"""Test the chained history and the undo list in it."""

import datetime as dt

import pytest

from auditapp.model.chain import START, first_fault
from auditapp.model.history import (
    HistoryEntry,
    HistoryKind,
    redo_target,
    undo_target,
)

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


def make_history(*kinds):
    """Make a history of entries of ``kinds``; a number after a kind is what it takes back."""
    history = []
    for each in kinds:
        kind, takes_back = each if isinstance(each, tuple) else (each, None)
        previous = history[-1].hash if history else START
        entry = HistoryEntry(
            seq=len(history) + 1,
            at=NOON,
            by="R. Okafor",
            kind=kind,
            takes_back=takes_back,
            previous=previous,
        )
        history.append(entry.sealed())
    return history


def test_a_whole_history_has_no_fault():
    """Each entry carries the hash of the one before it."""
    history = make_history(HistoryKind.CREATED, HistoryKind.ANSWER, HistoryKind.NOTE)

    assert first_fault(history) is None


@pytest.mark.parametrize("change", [{"by": "Somebody else"}, {"kind": HistoryKind.FLAG}])
def test_an_altered_entry_is_found(change):
    """An entry changed later no longer has the hash it was given."""
    history = make_history(HistoryKind.CREATED, HistoryKind.ANSWER, HistoryKind.NOTE)
    history[1] = history[1].model_copy(update=change)

    assert 2 == first_fault(history)


def test_an_entry_altered_with_its_hash_is_found_at_the_next():
    """Sealing the altered entry anew breaks the link of the one that follows."""
    history = make_history(HistoryKind.CREATED, HistoryKind.ANSWER, HistoryKind.NOTE)
    history[1] = history[1].model_copy(update={"by": "Somebody else"}).sealed()

    assert 3 == first_fault(history)


def test_a_missing_entry_is_found():
    """Taking an entry out leaves a gap."""
    history = make_history(HistoryKind.CREATED, HistoryKind.ANSWER, HistoryKind.NOTE)
    del history[1]

    assert 2 == first_fault(history)


def test_undo_goes_back_through_changes_and_steps_over_events():
    """What merely happened (an export) cannot be taken back; the change before it can."""
    history = make_history(HistoryKind.CREATED, HistoryKind.ANSWER, HistoryKind.EXPORTED)

    assert 2 == undo_target(history).seq


def test_undo_never_takes_a_concern_back():
    """One that was raised is never removed; the change before it can be taken back and made again.

    Raising one is no reason to forget what could be made again.
    """
    history = make_history(HistoryKind.CREATED, HistoryKind.ANSWER, HistoryKind.CONCERN)
    assert 2 == undo_target(history).seq

    history = make_history(HistoryKind.ANSWER, (HistoryKind.UNDONE, 1), HistoryKind.CONCERN)
    assert undo_target(history) is None
    assert 1 == redo_target(history).seq


def test_nothing_to_undo_in_a_new_audit():
    """The start of an audit is not a change."""
    assert undo_target(make_history(HistoryKind.CREATED)) is None


def test_undo_twice_and_redo_once():
    """Redo makes the change again that was undone last."""
    history = make_history(
        HistoryKind.ANSWER, HistoryKind.NOTE, (HistoryKind.UNDONE, 2), (HistoryKind.UNDONE, 1)
    )

    assert undo_target(history) is None
    assert 1 == redo_target(history).seq

    history = make_history(
        HistoryKind.ANSWER,
        HistoryKind.NOTE,
        (HistoryKind.UNDONE, 2),
        (HistoryKind.UNDONE, 1),
        (HistoryKind.REDONE, 1),
    )

    assert 1 == undo_target(history).seq
    assert 2 == redo_target(history).seq


def test_a_new_change_ends_the_redo_list():
    """After a new change there is nothing to make again."""
    history = make_history(HistoryKind.ANSWER, (HistoryKind.UNDONE, 1), HistoryKind.NOTE)

    assert redo_target(history) is None
    assert 3 == undo_target(history).seq
