# SPDX-License-Identifier: MPL-2.0
"""Test the store command as somebody types it."""

import csv
import json

import pytest

from auditapp import store_place_facts
from auditapp.commands.conventions import WrongUseError
from auditapp.commands.store import PlaceRefusedError
from auditapp.commands.unlocking import PassphraseUnfitError
from auditapp.errors import StoreExistsError
from auditapp.model.edits import Author, change_answer
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.paths import find_paths
from auditapp.settings import Settings, save
from auditapp.workspace import Workspace
from tests.forging import forge
from tests.making import PASSPHRASE, start_audit

WELL, NOT_WELL = "All is well.", "Not everything is as it should be."


def found(lines):
    """Return what a check found, without what it looked at and its verdict."""
    return [line for line in lines[:-1] if not line.startswith("Looked at: ")]


@pytest.fixture
def audit_id(change_workspace):
    """Return the id of an audit that has been saved three times."""

    def start(workspace):
        audit_id = start_audit(workspace)
        for value in ("met", "not_met"):
            by = Author("R. Okafor", workspace.clock())
            edit = change_answer(
                workspace.open_audit(audit_id), "visits/VS2", by, value=value, note="Seen."
            )
            workspace.commit(audit_id, edit)
        return audit_id

    return change_workspace(start)


@pytest.fixture
def audit_file(workspace_home, audit_id):
    """Return the file of the audit."""
    return workspace_home / "store" / "audits" / f"{audit_id}.seal"


def damage(path):
    """Turn one bit over."""
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)


def test_a_workspace_is_made_and_its_recovery_key_told(typed, tmp_path):
    """The passphrase opens it, and so does the key; of the two only the key is printed."""
    home = tmp_path / "new"
    code, lines = typed("store create", home=home)
    recovery_key = lines[1].removeprefix("Recovery key: ")

    assert 0 == code
    assert f"The audits will be kept, encrypted, in {home}." == lines[0]
    assert 4 == len(lines)
    assert PASSPHRASE not in "\n".join(lines)
    for secret in (PASSPHRASE, recovery_key):
        Workspace.unlock(find_paths(home), secret).close()


def test_a_short_passphrase_makes_nothing(typed, tmp_path, passphrase_file):
    """Eleven characters are too few."""
    passphrase_file.write_text("eleven char\n")
    with pytest.raises(PassphraseUnfitError, match="Too short"):
        typed("store create", home=tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_the_name_in_the_settings_is_no_passphrase(typed, tmp_path, passphrase_file):
    """The name is known where somebody used the window before."""
    save(find_paths(tmp_path / "new").settings, Settings(auditor="Okafor"))
    passphrase_file.write_text("okafor lantern tuba\n")
    with pytest.raises(PassphraseUnfitError, match="Your own name"):
        typed("store create", home=tmp_path / "new")


def test_damaged_settings_do_not_keep_a_workspace_from_being_made(typed, tmp_path):
    """It is said what became of them."""
    settings = find_paths(tmp_path / "new").settings
    settings.parent.mkdir()
    settings.write_text("{")
    code, lines = typed("store create", home=tmp_path / "new")

    assert 0 == code
    assert "settings.unreadable-1.json" in lines[0]


def test_a_workspace_is_never_made_over_another(typed, monkeypatch):
    """Nobody has to think up a passphrase to hear it."""
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(StoreExistsError):
        typed("store create")


def test_a_whole_workspace_is_well(typed, audit_id):
    """What was looked at is said, and how much of it there was."""
    code, lines = typed("store check")

    assert (0, WELL, []) == (code, lines[-1], found(lines))
    assert [
        "Looked at: 1 audit, with 3 lines of its history",
        "Looked at: 0 signed versions, compared with what was signed",
        "Looked at: 1 save before the last",
        "Looked at: 1 page of the logbook, with 3 lines",
        "Looked at: 2 key files",
        "Looked at: The figures of 0 deleted audits",
        "Looked at: The list of audits, the reserve, and what else lies in the folder",
    ] == lines[:-1]


def test_a_check_can_be_read_by_programs(typed, audit_id, audit_file):
    """JSON holds the counts, and each fault with what to do."""
    damage(audit_file)
    audit_file.with_suffix(".prev").unlink()
    code, lines = typed("store check --json")
    held = json.loads("\n".join(lines))

    assert (1, False, 1) == (code, held["is_well"], held["counts"]["audits"])
    (fault,) = held["lines"]
    assert (f"HX-2047 ({audit_id})", True) == (fault["about"], fault["is_fault"])
    assert fault["remedy"].startswith("Restore this audit from a backup.")


def test_a_recovered_audit_is_told_once(typed, audit_file):
    """The save before stands in, and that is a fault of the disk."""
    damage(audit_file)
    code, lines = typed("store check")

    assert 1 == code
    assert lines[0].startswith("HX-2047: The file of this audit was damaged")
    assert NOT_WELL == lines[-1]


def test_a_damaged_file_that_was_put_aside_is_named(typed, audit_id, audit_file):
    """That is no fault any more: it is there for a specialist."""
    damage(audit_file)
    typed("store check")
    code, lines = typed("store check")
    (aside,) = found(lines)

    assert (0, WELL) == (code, lines[-1])
    assert aside.startswith(
        f"{audit_id}.seal.damaged-1: A damaged file that was put aside: the audit HX-2047."
    )


def test_an_audit_without_a_good_copy_is_a_fault(typed, audit_id, audit_file):
    """It is named with its id and what to do."""
    damage(audit_file)
    damage(audit_file.with_suffix(".prev"))
    code, lines = typed("store check")

    assert 1 == code
    assert lines[0].startswith(f"HX-2047 ({audit_id}): The file of this audit is damaged")
    assert "Restore this audit from a backup." in lines[0]


@pytest.mark.parametrize("kind", ["damaged", "unreadable"])
def test_a_damaged_copy_of_a_whole_audit_is_a_note(typed, audit_id, audit_file, kind):
    """It is said and is no fault, because the next change makes another."""
    copy = audit_file.with_suffix(".prev")
    if kind == "damaged":
        damage(copy)
    else:
        copy.unlink()
        copy.mkdir()
    code, lines = typed("store check")

    (note,) = found(lines)
    assert (0, WELL) == (code, lines[-1])
    assert note.startswith(f"HX-2047 ({audit_id}): The audit is whole, but the copy")


def test_an_audit_without_a_copy_is_well(typed, audit_file):
    """Some disks cannot keep one."""
    audit_file.with_suffix(".prev").unlink()
    code, lines = typed("store check")
    assert (0, WELL, []) == (code, lines[-1], found(lines))
    assert "Looked at: 0 saves before the last" in lines


def test_a_broken_history_is_a_fault(typed, change_workspace, audit_id):
    """A sealed file may still hold a line that does not follow from the one before."""

    def forge(workspace):
        history = workspace.history(audit_id)
        entry = history[-1].model_copy(update={"by": "Somebody else"})
        session = workspace._sessions.get(audit_id)
        record = entry.model_dump(mode="json")
        row = dict(workspace._repository.rows()[0])
        session._file.commit([], [record], replace_last=True, row=row)

    change_workspace(forge)
    code, lines = typed("store check")
    (fault,) = found(lines)
    assert (1, NOT_WELL) == (code, lines[-1])
    assert fault.startswith(f"HX-2047 ({audit_id}): Line 3 of the history is not what was written.")


def sign(workspace, audit_id):
    """Sign an audit off, complete or not."""
    workspace._sessions.get(audit_id).sign_off(Author("R. Okafor", workspace.clock()))


def test_a_signed_audit_is_well(typed, change_workspace, audit_id):
    """It still says what was signed, after an export as well."""

    def sign_and_export(workspace):
        sign(workspace, audit_id)
        by = Author("R. Okafor", workspace.clock())
        workspace._sessions.get(audit_id).note_event(HistoryKind.EXPORTED, by, "pdf 00")

    change_workspace(sign_and_export)
    code, lines = typed("store check")
    assert (0, WELL, []) == (code, lines[-1], found(lines))
    assert "Looked at: 1 signed version, compared with what was signed" in lines


@pytest.mark.parametrize("table", ["answers", "standards", "sign_off"])
def test_a_signed_audit_that_was_altered_is_a_fault(typed, change_workspace, audit_id, table):
    """Neither an answer, the standards nor the signature can go without being missed."""

    def tamper(workspace):
        sign(workspace, audit_id)
        forge(workspace, audit_id, lambda tables: tables[table].popitem())

    change_workspace(tamper)
    code, lines = typed("store check")
    (fault,) = found(lines)
    assert (1, NOT_WELL) == (code, lines[-1])
    assert fault.startswith(f"HX-2047 ({audit_id}): It is not what was signed off.")


@pytest.mark.parametrize("is_whole", [True, False])
def test_every_signed_version_is_checked(typed, change_workspace, audit_id, is_whole):
    """What lies behind an amendment as well."""

    def alter(tables):
        version = tables["signed_versions"]["1"]["tables"]
        version["answers"]["visits/VS2"]["note"] = "All is well."

    def amend(workspace):
        sign(workspace, audit_id)
        workspace.amend(audit_id, Author("A. Manager", workspace.clock()), "Overlooked.")
        if not is_whole:
            forge(workspace, audit_id, alter)

    change_workspace(amend)
    code, lines = typed("store check")
    fault = f"HX-2047 ({audit_id}): Signed version 1 is not what was signed off."
    assert ((0, WELL) if is_whole else (1, NOT_WELL)) == (code, lines[-1])
    assert is_whole is not any(line.startswith(fault) for line in lines)
    assert "Looked at: 1 signed version, compared with what was signed" in lines


def test_a_signature_must_be_on_record(typed, change_workspace, audit_id):
    """The history must say that the audit was signed off, at the state that was signed."""

    def tamper(workspace):
        sign(workspace, audit_id)
        signing = workspace.history(audit_id)[-1]
        entry = HistoryEntry.model_validate(
            signing.model_dump() | {"kind": HistoryKind.OVERALL, "hash": ""}
        ).sealed()
        record = entry.model_dump(mode="json")
        forge(
            workspace, audit_id, lambda tables: tables["history"].update({str(entry.seq): record})
        )

    change_workspace(tamper)
    code, lines = typed("store check")
    (fault,) = found(lines)
    assert (1, NOT_WELL) == (code, lines[-1])
    assert fault.startswith(f"HX-2047 ({audit_id}): It is not what was signed off.")


def test_an_audit_of_another_version_is_a_fault_without_its_words(
    typed, change_workspace, audit_id
):
    """What the models do not know is not quoted: it may be words from a case."""
    row = {"document": "secret words"}
    change_workspace(
        lambda workspace: forge(
            workspace, audit_id, lambda tables: tables["answers"].update({"visits/VS1": row})
        )
    )
    code, lines = typed("store check")

    assert 1 == code
    assert "this version of Case File Audit cannot read" in lines[0]
    assert "secret" not in "\n".join(lines)


@pytest.fixture
def on_network(tmp_path, monkeypatch):
    """Say that everything here is on a network drive."""
    table = tmp_path / "mounts"
    table.write_text("29 1 0:1 / / rw - cifs //files/share rw\n")
    monkeypatch.setattr(store_place_facts, "MOUNTINFO", table)
    monkeypatch.setattr(store_place_facts.sys, "platform", "linux")


def test_no_workspace_is_made_on_a_network_drive_by_accident(typed, tmp_path, on_network):
    """Somebody who knows what that means may do it all the same."""
    home = tmp_path / "new"
    with pytest.raises(PlaceRefusedError, match="network drive") as refusal:
        typed("store create", home)
    assert "--accept-place" in refusal.value.remedy
    assert not home.exists()

    code, lines = typed("store create --accept-place", home)
    assert 0 == code
    assert "network drive" in lines[0]


def test_checking_warns_of_a_network_drive_and_calls_nothing_broken(typed, audit_id, on_network):
    """The audits are whole: whatever reads the exit code is told so."""
    code, lines = typed("store check")

    assert 0 == code
    assert "Your audits are on a network drive." in lines[0]
    assert WELL == lines[-1]


def test_an_unreadable_file_that_the_list_does_not_know_is_a_fault(typed, audit_id, audit_file):
    """It is left alone, and named once."""
    stranger = audit_file.with_name(f"{'0' * 32}.seal")
    stranger.write_bytes(audit_file.read_bytes())
    code, lines = typed("store check")
    (fault,) = found(lines)

    assert (1, NOT_WELL) == (code, lines[-1])
    assert fault.startswith(f"{'0' * 32}: A file of an audit that the list does not know")
    assert stranger.exists()


def test_an_audit_that_was_not_on_the_list_is_told(typed, workspace_home, change_workspace):
    """The program died between writing the audit and the list: nothing is lost by that."""
    store = workspace_home / "store"
    before = (store / "catalogue.seal").read_bytes()
    change_workspace(start_audit)
    (store / "catalogue.seal").write_bytes(before)
    (store / "in-use").touch()
    code, lines = typed("store check")
    first, second = found(lines)

    assert (0, WELL) == (code, lines[-1])
    assert first.startswith("List of audits: The program did not end in order the last time")
    assert second.endswith(
        "This audit was in the folder and not on the list. It was put on the list."
    )


def test_a_copy_of_an_audit_under_another_name_is_a_fault(typed, audit_file):
    """As programs make them that copy files between computers."""
    audit_file.with_name(f"{audit_file.stem} (1).seal").write_bytes(audit_file.read_bytes())
    code, lines = typed("store check")

    assert 1 == code
    assert "under a name that the program does not know" in lines[0]


def test_a_key_file_of_other_audits_is_a_fault(typed, workspace_home, tmp_path, audit_id):
    """It may be the only key to them, so nothing replaces it."""
    typed("store create", home=tmp_path / "other")
    copy = workspace_home / "store" / "store.key.bak"
    copy.write_bytes((tmp_path / "other" / "store" / "store.key").read_bytes())
    code, lines = typed("store check")
    (fault,) = found(lines)

    assert 1 == code
    assert fault.startswith("store.key.bak: This file does not hold the key of these audits.")
    assert "Looked at: 1 key file" in lines


def test_figures_of_a_deleted_audit_are_looked_at(
    typed, change_workspace, workspace_home, audit_id
):
    """They are all that is left of it, so damage to them is a fault."""
    change_workspace(lambda workspace: workspace.remove_audit(audit_id))
    assert "Looked at: The figures of 1 deleted audit" in typed("store check")[1]

    damage(workspace_home / "store" / f"statistics-{audit_id}.seal")
    code, lines = typed("store check")

    assert (1, NOT_WELL) == (code, lines[-1])
    assert lines[0].startswith("Figures of deleted audits: The figures of an erased audit are dam")


def test_a_missing_reserve_is_a_fault(typed, audit_id, monkeypatch):
    """There was no room for it when the audits were opened."""
    monkeypatch.setattr("auditapp.store.vault.Vault.make_reserve", lambda _vault: None)
    monkeypatch.setattr("auditapp.store.vault.Vault.is_disk_full", True)
    code, lines = typed("store check")

    assert 1 == code
    assert lines[0].startswith("Reserve: The reserve for a full disk is missing. Free some space")


def test_a_damaged_page_of_the_logbook_is_told_once(typed, workspace_home, audit_id):
    """Both copies are gone, and it is said in one line."""
    page = workspace_home / "store" / "log-000001.seal"
    damage(page)
    damage(page.with_suffix(".prev"))
    code, lines = typed("store check")

    assert 1 == code
    assert 1 == sum("page of the logbook was damaged" in line for line in lines)


def test_the_logbook_is_printed(typed, audit_id):
    """One line for each thing that happened, oldest first, the unlocking for this among them."""
    code, lines = typed("store log")

    assert 0 == code
    assert lines[0].startswith("1  ")
    assert lines[0].endswith(": Place for audits made")
    assert lines[-1].endswith(": Unlocked")


def test_the_logbook_can_be_read_by_programs(typed, change_workspace, audit_id):
    """An audit that is gone keeps its id there."""
    change_workspace(lambda workspace: workspace.remove_audit(audit_id))
    code, lines = typed("store log --json")
    held = json.loads("\n".join(lines))["lines"]

    assert 0 == code
    removed = next(line for line in held if line["kind"] == "audit_removed")
    assert f"An audit that is no longer here ({audit_id})" == removed["audit"]
    assert "2026-11-21T09:30:00+00:00" == removed["at"]


def test_the_logbook_is_saved_as_csv(typed, tmp_path, audit_id):
    """That it was saved is a line of it from then on."""
    file = tmp_path / "log.csv"
    code, lines = typed(f"store log -o {file}")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        titles, *rows = csv.reader(opened)

    assert (0, [f"The logbook is in {file}."]) == (code, lines)
    assert ["Line", "When", "Who", "What"] == titles[:4]
    assert ["Place for audits made", "Unlocked"] == [row[3] for row in rows[:2]]
    _code, after = typed("store log")
    assert any(": Logbook saved, csv " in line for line in after)


def test_a_file_is_replaced_only_when_that_is_asked_for(typed, tmp_path, audit_id):
    """Nobody loses a file by a slip."""
    file = tmp_path / "log.csv"
    file.write_text("mine")
    with pytest.raises(WrongUseError):
        typed(f"store log -o {file}")

    assert "mine" == file.read_text()
    assert 0 == typed(f"store log -o {file} --force")[0]
