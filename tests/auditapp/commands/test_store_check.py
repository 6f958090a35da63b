# SPDX-License-Identifier: MPL-2.0
"""Test the command that checks a workspace: what it finds in its files."""

import json

import pytest

from tests.auditapp.commands.store_fixtures import NOT_WELL, WELL, audit_id, found, on_network
from tests.making import start_audit

__all__ = ["audit_id", "on_network"]


@pytest.fixture
def audit_file(workspace_home, audit_id):
    """Return the file of the audit."""
    return workspace_home / "store" / "audits" / f"{audit_id}.seal"


def damage(path):
    """Turn one bit over."""
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)


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
        "Looked at: 0 files of rounds and registers, with 0 lines of their history",
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
