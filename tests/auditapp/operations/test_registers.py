# SPDX-License-Identifier: MPL-2.0
"""Test the registers: through the workspace, on a real store."""

import datetime as dt
from contextlib import closing

import pytest

from auditapp.backups import Backup
from auditapp.errors import LedgerDamagedError, NotAllowedError, StoreExistsError
from auditapp.model.ids import new_record_id
from auditapp.model.ledger import ledger_fault
from auditapp.model.logbook import LogKind
from auditapp.model.register import (
    ActivityKind,
    Dispute,
    DisputeLevel,
    LearningMessage,
    QualityActivity,
    Register,
    register_of,
)
from auditapp.operations.registers import REGISTERS
from auditapp.personal_data import PersonalKind
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, start_audit

DAY = dt.date(2026, 11, 2)
WORDS = "The plan drifts, and the reviewing officer said so twice."


@pytest.fixture
def dispute(by):
    """Return a dispute."""
    return Dispute(
        author=by.name,
        created_at=by.now,
        team="North",
        theme="Permanence",
        matter=WORDS,
        raised_by_role="Reviewing officer",
        raised_on=DAY,
        reply_due=DAY + dt.timedelta(days=14),
    )


@pytest.fixture
def learning(by):
    """Return a message that went out."""
    return LearningMessage(
        author=by.name,
        created_at=by.now,
        message="See the child alone.",
        audience="All practitioners",
        sent_on=DAY,
        check_due=DAY,
    )


@pytest.fixture
def activity(by):
    """Return an observation of practice."""
    return QualityActivity(
        author=by.name,
        created_at=by.now,
        kind=ActivityKind.OBSERVATION,
        held_on=DAY,
        found="Warm, and well prepared.",
    )


@pytest.fixture
def reopened(workspace, clock):
    """Return a function that locks the workspace and returns it unlocked anew."""
    opened = []

    def reopen():
        workspace.close()
        opened.append(Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=clock))
        return opened[-1]

    yield reopen
    for each in opened:
        each.close()


def changed(entry, **fields):
    """Return an entry with other fields."""
    return entry.model_copy(update=fields)


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
