# SPDX-License-Identifier: MPL-2.0
"""Test the registers: through the workspace, on a real store."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.model.ids import new_record_id
from auditapp.model.ledger import ledger_fault
from auditapp.model.logbook import LogKind
from auditapp.model.register import DisputeLevel, Register
from auditapp.operations.registers import REGISTERS
from tests.auditapp.operations.register_fixtures import (
    DAY,
    WORDS,
    activity,
    changed,
    dispute,
    learning,
    reopened,
)
from tests.making import start_audit

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


def test_erasing_an_audit_erases_what_disputes_say_of_it(workspace, by, dispute):
    """That there was one stays, to be counted: its dates, level and theme."""
    gone, stays = (start_audit(workspace, case_reference=name) for name in ("HX-1", "HX-2"))
    ids = [workspace.add_to_register(changed(dispute, audit=each), by) for each in (gone, stays)]
    workspace.remove_audit(gone)
    first, second = (workspace.disputes()[each] for each in ids)
    assert ("", None, "Permanence", DAY) == (
        first.matter,
        first.audit,
        first.theme,
        first.raised_on,
    )
    assert (WORDS, stays) == (second.matter, second.audit)
    text = "".join(line.model_dump_json() for line in workspace.register_history())
    assert (1, 1) == (text.count(WORDS), text.count(stays))
    assert gone not in text
    assert ledger_fault(workspace.register_history()) is None


def test_erasing_an_audit_erases_what_disputes_once_said_of_it(workspace, by, dispute):
    """One that was removed, and one that turned out to be about something else."""
    audit_id = start_audit(workspace)
    about = changed(dispute, audit=audit_id)
    removed, moved = (workspace.add_to_register(about, by) for _each in range(2))
    workspace.remove_from_register(Register.DISPUTES, removed, "Entered twice.", by)
    other = changed(dispute, matter="Nobody replied.")
    workspace.change_in_register(moved, other, by)
    workspace.remove_audit(audit_id)
    assert {moved: other} == workspace.disputes()
    text = "".join(line.model_dump_json() for line in workspace.register_history())
    assert audit_id not in text
    assert WORDS not in text
    assert ledger_fault(workspace.register_history()) is None


def test_erasing_an_audit_that_no_dispute_names_leaves_registers_alone(workspace, by, dispute):
    """No line says that something was erased."""
    audit_id = start_audit(workspace)
    workspace.add_to_register(dispute, by)
    workspace.remove_audit(audit_id)
    assert ["added"] == [line.what for line in workspace.register_history()]
