# SPDX-License-Identifier: MPL-2.0
"""Test the registers: through the workspace, on a real store."""

import datetime as dt

import pytest

from auditapp.errors import NotAllowedError
from auditapp.model.ids import new_record_id
from auditapp.model.ledger import ledger_fault
from auditapp.model.logbook import LogKind
from auditapp.model.register import (
    DisputeLevel,
    Register,
    register_of,
)
from auditapp.operations.registers import REGISTERS
from auditapp.personal_data import PersonalKind
from tests.auditapp.operations.register_fixtures import (
    DAY,
    WORDS,
    activity,
    changed,
    dispute,
    learning,
    reopened,
)

__all__ = ["activity", "dispute", "learning", "reopened"]


def test_nothing_is_written_before_there_is_an_entry(workspace):
    """And there is nothing to list."""
    assert ({}, {}, {}) == (
        workspace.disputes(),
        workspace.learning_messages(),
        workspace.quality_activities(),
    )
    assert () == workspace.register_history()
    assert [] == list(workspace.paths.store.glob("ledger*"))


def test_each_register_keeps_its_entries(workspace, reopened, by, dispute, learning, activity):
    """After locking as well; each under an id of its own, with who made it and when."""
    ids = [workspace.add_to_register(each, by) for each in (dispute, learning, activity)]
    again = reopened()
    assert 3 == len(set(ids))
    assert {ids[0]: dispute} == again.disputes()
    assert {ids[1]: learning} == again.learning_messages()
    assert {ids[2]: activity} == again.quality_activities()
    assert [] == list(again.problems)


def test_an_entry_is_changed_and_keeps_who_made_it(workspace, author, by, dispute):
    """The history has what it said before."""
    entry_id = workspace.add_to_register(dispute, by)
    settled = changed(
        dispute,
        author="Somebody else",
        level=DisputeLevel.HEAD,
        settled_on=DAY,
        result="Placed before the panel.",
    )
    workspace.change_in_register(entry_id, settled, author("A. Manager"))
    workspace.change_in_register(entry_id, settled, author("A. Manager"))

    assert {entry_id: changed(settled, author=by.name)} == workspace.disputes()
    added, change = workspace.register_history()
    assert [("added", by.name), ("changed", "A. Manager")] == [
        (each.what, each.by) for each in (added, change)
    ]
    (row,) = change.changes
    assert ("team", "head") == (row.old["level"], row.new["level"])


def test_an_entry_is_removed_for_a_reason(workspace, by, dispute):
    """And the history keeps it, with the reason."""
    entry_id = workspace.add_to_register(dispute, by)
    with pytest.raises(NotAllowedError):
        workspace.remove_from_register(Register.DISPUTES, entry_id, " ", by)
    workspace.remove_from_register(Register.DISPUTES, entry_id, "Entered twice.", by)
    assert {} == workspace.disputes()
    line = workspace.register_history()[-1]
    assert ("removed", "Entered twice.", WORDS) == (
        line.what,
        line.detail,
        line.changes[0].old["matter"],
    )


@pytest.mark.parametrize("is_there", [False, True])
def test_what_is_not_there_is_not_changed(workspace, by, dispute, learning, is_there):
    """Nor removed, nor erased; an entry of one register is none of another."""
    entry_id = workspace.add_to_register(learning, by) if is_there else new_record_id()
    for attempt in (
        lambda: workspace.change_in_register(entry_id, dispute, by),
        lambda: workspace.remove_from_register(Register.DISPUTES, entry_id, "Why.", by),
        lambda: workspace.erase_from_register(Register.DISPUTES, entry_id, by),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


@pytest.mark.parametrize("is_removed", [False, True])
def test_an_entry_is_erased(workspace, reopened, by, dispute, learning, is_removed):
    """Nothing here says what it said, and the chain of the history still holds."""
    entry_id = workspace.add_to_register(dispute, by)
    kept = workspace.add_to_register(learning, by)
    workspace.change_in_register(entry_id, changed(dispute, result="Open."), by)
    if is_removed:
        workspace.remove_from_register(Register.DISPUTES, entry_id, "Entered twice.", by)
    workspace.erase_from_register(Register.DISPUTES, entry_id, by)
    again = reopened()

    assert ({}, {kept}) == (again.disputes(), again.learning_messages().keys())
    history = again.register_history()
    assert ledger_fault(history) is None
    assert WORDS not in "".join(line.model_dump_json() for line in history)
    vault = again._vault
    place = vault.ledger_of(REGISTERS)
    for path in (place.path, place.previous):
        assert WORDS.encode() not in vault.unseal(place, path).body
    assert LogKind.REGISTER_ENTRY_ERASED in [line.kind for line in again.logbook()]


def test_an_altered_line_breaks_the_chain(workspace, by, dispute, learning):
    """Also one that claims to be unchanged, and not erased."""
    for each in (dispute, learning):
        workspace.add_to_register(each, by)
    first, second = workspace.register_history()
    (row,) = second.changes
    forged = row.model_copy(update={"new": {**row.new, "message": "Never mind."}})
    assert ledger_fault((first, second)) is None
    assert 2 == ledger_fault((first, second.model_copy(update={"changes": (forged,)})))
    resealed = second.model_copy(update={"changes": (forged.sealed(),)})
    assert 2 == ledger_fault((first, resealed))
    assert 1 == ledger_fault((second,))


def test_the_history_is_told_in_words(workspace, by, dispute):
    """Field by field."""
    entry_id = workspace.add_to_register(dispute, by)
    workspace.change_in_register(entry_id, changed(dispute, level=DisputeLevel.DIRECTOR), by)
    line = workspace.register_lines()[-1]
    assert [("Level", "Worker and team manager", "Director")] == [
        (each.name, each.old, each.new) for each in line.fields
    ]


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("dispute", {"matter": " "}, "what the dispute is about"),
        ("dispute", {"raised_by_role": ""}, "who raised it"),
        ("dispute", {"reply_due": dt.date(2026, 1, 1)}, "due before"),
        ("dispute", {"settled_on": dt.date(2026, 1, 1), "result": "x"}, "settled before"),
        ("dispute", {"settled_on": DAY}, "how"),
        ("learning", {"message": ""}, "what the message is"),
        ("learning", {"audience": ""}, "who it is for"),
        ("learning", {"checked_on": dt.date(2026, 1, 1), "check_found": "x"}, "before it was sent"),
        ("learning", {"checked_on": DAY}, "what was found"),
        ("activity", {"found": ""}, "what was found"),
    ],
)
def test_an_entry_that_says_too_little_is_refused(workspace, by, request, name, fields, words):
    """With what is wrong; neither new nor as a change, and nothing is written."""
    whole = request.getfixturevalue(name)
    entry_id = workspace.add_to_register(whole, by)
    with pytest.raises(NotAllowedError, match=words):
        workspace.add_to_register(changed(whole, **fields), by)
    with pytest.raises(NotAllowedError, match=words):
        workspace.change_in_register(entry_id, changed(whole, **fields), by)
    assert 1 == len(workspace.register_history())


def test_names_and_numbers_are_found(workspace, dispute):
    """As on the front sheet, a warning; the author's own name is none."""
    wordy = changed(dispute, result="Ring 07700 900123.", author="Robin Hart")
    found = workspace.register_findings(wordy)
    assert [(PersonalKind.PHONE, "result")] == [(each.kind, each.place.field) for each in found]


def test_what_is_late(dispute, learning):
    """A reply that is due, and an effect that nobody has looked at; not on the day itself."""
    after = DAY + dt.timedelta(days=15)
    assert dispute.is_late(after)
    assert not dispute.is_late(after - dt.timedelta(days=1))
    assert not changed(dispute, settled_on=DAY).is_late(after)
    assert learning.is_late(after)
    assert not learning.is_late(DAY)
    assert not changed(learning, checked_on=DAY).is_late(after)
    assert Register.LEARNING is register_of(learning)
