# SPDX-License-Identifier: MPL-2.0
"""Test what is found and erased in the registers, and what becomes of those that are damaged."""

import pytest

from auditapp.errors import LedgerDamagedError, StoreExistsError
from auditapp.model.ledger import ledger_fault
from auditapp.model.logbook import LogKind
from auditapp.model.register import (
    Register,
)
from tests.auditapp.operations.register_fixtures import (
    DAY,
    WORDS,
    changed,
    damage,
    dispute,
    learning,
)
from tests.making import start_audit

__all__ = ["dispute", "learning"]


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


def test_what_the_registers_hold_on_a_case_is_found(workspace, by, dispute, learning):
    """What is about an audit of it, and what mentions it; nothing else."""
    audit_id = start_audit(workspace, case_reference="HX-1")
    about = workspace.add_to_register(changed(dispute, audit=audit_id), by)
    mention = workspace.add_to_register(changed(learning, message="As with hx 1."), by)
    for each in (dispute, changed(learning, message="As with HX-12.")):
        workspace.add_to_register(each, by)
    found = workspace.find_case("HX-1")
    assert {about, mention} == {each.id for each in found.entries}
    assert WORDS in [each.get("matter") for each in found.record()["entries_of_registers"]]

    workspace.remove_audit(audit_id)
    assert not workspace.find_case("HX-1").is_empty
    damage(workspace)
    assert workspace.find_case("HX-1").has_unread_registers


def test_what_an_entry_said_once_is_found_until_it_is_erased(workspace, by, learning):
    """Removed or put in other words, the history still has it."""
    once = changed(learning, message="As with HX-1.")
    removed, other = (workspace.add_to_register(once, by) for _number in range(2))
    workspace.change_in_register(other, learning, by)
    workspace.remove_from_register(Register.LEARNING, removed, "Twice.", by)
    found = workspace.find_case("HX-1").entries
    assert [(removed, once), (other, learning)] == [(each.id, each.entry) for each in found]

    for entry_id in (removed, other):
        workspace.erase_from_register(Register.LEARNING, entry_id, by)
    assert workspace.find_case("HX-1").is_empty


def test_damaged_registers_keep_nobody_from_erasing_an_audit(workspace, audit_id, by, dispute):
    """A sentence says so."""
    workspace.add_to_register(changed(dispute, audit=audit_id), by)
    damage(workspace)
    workspace.remove_audit(audit_id)
    assert [] == workspace.audits()
    assert any("registers" in each for each in workspace.problems)


def test_registers_that_are_lost_are_begun_anew_when_somebody_says_so(workspace, by, learning):
    """Not before they are lost, and not by themselves."""
    workspace.add_to_register(learning, by)
    with pytest.raises(StoreExistsError):
        workspace.begin_registers_anew()
    workspace.add_to_register(learning, by)
    damage(workspace)
    for _each in range(2):
        with pytest.raises(LedgerDamagedError):
            workspace.add_to_register(learning, by)
    assert not workspace.check().is_well
    workspace.begin_registers_anew()
    workspace.add_to_register(learning, by)
    assert 1 == len(workspace.learning_messages())
    assert LogKind.REGISTERS_BEGUN_ANEW in [line.kind for line in workspace.logbook()]
