# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of entries: found, told, checked, backed up, sealed anew."""

import datetime as dt
from contextlib import closing

import pytest

from auditapp.backups import Backup
from auditapp.errors import LedgerDamagedError, NotAllowedError, StoreExistsError
from auditapp.model.logbook import LogKind
from auditapp.model.register import DisputeLevel, Register, register_of
from auditapp.operations.registers import REGISTERS
from auditapp.personal_data import PersonalKind
from auditapp.workspace import Workspace
from tests.auditapp.operations.register_fixtures import (
    DAY,
    WORDS,
    activity,
    changed,
    dispute,
    learning,
    reopened,
)
from tests.making import PASSPHRASE, WEAK, start_audit

__all__ = ["activity", "dispute", "learning", "reopened"]


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


def test_the_history_is_told_in_words(workspace, by, dispute):
    """Field by field."""
    entry_id = workspace.add_to_register(dispute, by)
    workspace.change_in_register(entry_id, changed(dispute, level=DisputeLevel.DIRECTOR), by)
    line = workspace.register_lines()[-1]
    assert [("Level", "Worker and team manager", "Director")] == [
        (each.name, each.old, each.new) for each in line.fields
    ]


def test_damaged_registers_keep_nobody_from_erasing_an_audit(workspace, audit_id, by, dispute):
    """A sentence says so."""
    workspace.add_to_register(changed(dispute, audit=audit_id), by)
    damage(workspace)
    workspace.remove_audit(audit_id)
    assert [] == workspace.audits()
    assert any("registers" in each for each in workspace.problems)


def damage(workspace):
    """Damage the file of the registers, and the save before it."""
    workspace._ledgers._open.clear()
    for path in workspace.paths.store.glob("ledger-*"):
        path.write_bytes(b"lost" * 100)


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


def test_they_are_in_a_backup_and_come_back_with_it(workspace, clock, by, tmp_path, learning):
    """Also over newer ones; what was there is put aside, and nothing is taken for rolled back."""
    entry_id = workspace.add_to_register(learning, by)
    workspace.back_up(tmp_path / "backup.zip")
    for _each in range(3):
        workspace.add_to_register(learning, by)
    workspace.close()
    backup = Backup.open(workspace.paths, tmp_path / "backup.zip", PASSPHRASE)
    check = backup.check()
    assert ((), ()) == (check.faults, check.remarks)
    assert "registers" in " ".join(backup.costs(check))
    kept = backup.restore(check, clock(), is_wanted=True).kept
    assert [] != list(kept.glob("ledger-*.seal"))

    opened = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=clock)
    with closing(opened) as again:
        assert {entry_id} == again.learning_messages().keys()
        assert [] == list(again.problems)
        again.add_to_register(learning, by)
        assert again.check().is_well


def test_a_backup_of_a_damaged_file_takes_the_save_before(workspace, clock, by, tmp_path, learning):
    """It says so, and what is restored is not taken for rolled back."""
    entry_id = workspace.add_to_register(learning, by)
    workspace.add_to_register(learning, by)
    place = workspace._vault.ledger_of(REGISTERS)
    place.path.write_bytes(b"lost" * 100)
    done = workspace.back_up(tmp_path / "backup.zip")
    assert ["A file of a round or of the registers"] == [each[:37] for each in done.remarks]
    workspace.close()
    backup = Backup.open(workspace.paths, tmp_path / "backup.zip", PASSPHRASE)
    backup.restore(backup.check(), clock(), is_wanted=True)
    opened = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=clock)
    with closing(opened) as again:
        assert {entry_id} == again.learning_messages().keys()


def test_they_are_sealed_anew_with_everything(workspace, reopened, by, learning):
    """And go on under the new key, in this window and the next."""
    workspace.add_to_register(learning, by)
    key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
    workspace.reseal(PASSPHRASE, key, strength=WEAK)
    workspace.add_to_register(learning, by)
    assert 2 == len(reopened().learning_messages())


def test_a_damaged_file_is_named_before_anything_is_sealed_anew(workspace, by, learning):
    """It would be lost by it."""
    workspace.add_to_register(learning, by)
    damage(workspace)
    key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
    with pytest.raises(Exception, match="a round or the registers"):
        workspace.reseal(PASSPHRASE, key, strength=WEAK)


def test_a_check_looks_at_them(workspace, by, learning):
    """The seal, the history and the save before the last."""
    for _each in range(3):
        workspace.add_to_register(learning, by)
    check = workspace.check()
    assert check.is_well
    assert (1, 3) == (check.counts.ledgers, check.counts.ledger_lines)
    workspace._vault.ledger_of(REGISTERS).previous.write_bytes(b"lost")
    check = workspace.check()
    assert check.is_well
    assert any("copy saved before" in line.sentence for line in check.lines)


def test_a_check_finds_a_line_that_is_not_what_was_written(workspace, by, learning):
    """As somebody with the key could write it."""
    workspace.add_to_register(learning, by)
    session = workspace._ledgers.get(REGISTERS)
    session._history[0] = session._history[0].model_copy(update={"by": "Nobody"})
    assert not workspace.check().is_well
