# SPDX-License-Identifier: MPL-2.0
"""Test the commands that make a workspace and print its logbook."""

import csv
import json
import sys
from hashlib import sha256

import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.commands.places import PlaceRefusedError
from auditapp.commands.store import made_workspace
from auditapp.commands.store_keys import RecoveryKeyUnseenError
from auditapp.commands.terminal import OutputLostError
from auditapp.commands.unlocking import PassphraseUnfitError
from auditapp.errors import StoreExistsError
from auditapp.paths import find_paths
from auditapp.settings import Settings, save
from auditapp.workspace import Workspace
from tests.auditapp.commands.store_fixtures import audit_id, on_network
from tests.making import PASSPHRASE

__all__ = ["audit_id", "on_network"]


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


@pytest.mark.parametrize("error", [BrokenPipeError(), OutputLostError("full")])
def test_a_recovery_key_that_nobody_saw_is_told(passphrase_file, tmp_path, error):
    """Where the output ends before it, as in a pipe; the passphrase opens what was made."""
    said = []

    def say(line):
        if "Recovery key" in line:
            raise error
        said.append(line)

    paths = find_paths(tmp_path / "new")
    with pytest.raises(RecoveryKeyUnseenError, match="was not shown") as caught:
        made_workspace(paths, say)
    assert "new-recovery-key" in caught.value.remedy
    Workspace.unlock(paths, PASSPHRASE).close()


def test_without_an_output_nothing_is_made(typed, tmp_path, monkeypatch):
    """Its recovery key could be shown nowhere: a program without a console has no output."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputLostError, match="no output in which the recovery key"):
        typed("store create", home=tmp_path / "new")

    assert not (tmp_path / "new").exists()


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


def test_a_folder_that_cannot_be_made_is_named(typed, tmp_path, monkeypatch):
    """Nobody has to think up a passphrase to hear it."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(PlaceRefusedError, match="below cannot be made: ") as caught:
        typed("store create", home=tmp_path / "file" / "below")
    assert "Give another folder" in caught.value.remedy


def test_damaged_settings_do_not_keep_a_workspace_from_being_made(typed, tmp_path, capsys):
    """It is said what became of them."""
    settings = find_paths(tmp_path / "new").settings
    settings.parent.mkdir()
    settings.write_text("{")
    code, _lines = typed("store create", home=tmp_path / "new")

    assert 0 == code
    assert "settings.unreadable-1.json" in capsys.readouterr().err


def test_a_workspace_is_never_made_over_another(typed, monkeypatch):
    """Nobody has to think up a passphrase to hear it."""
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(StoreExistsError):
        typed("store create")


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


def test_the_logbook_is_printed(typed, audit_id):
    """One line for each thing that happened, oldest first, the unlocking for this among them."""
    code, lines = typed("store log")

    assert 0 == code
    assert lines[0].startswith("1  ")
    assert lines[0].endswith(": Place for audits made")
    assert lines[-1].endswith(": Unlocked")


def test_the_printed_logbook_has_fingerprints_in_groups(typed, tmp_path, audit_id):
    """As everywhere that a person reads them; what other programs read has them in one piece."""
    file = tmp_path / "log.csv"
    typed(f"store log -o {file}")
    digest = sha256(file.read_bytes()).hexdigest()
    groups = " ".join(digest[at : at + 8] for at in range(0, 64, 8))

    assert typed("store log")[1][-2].endswith(f": Logbook saved, csv {groups}")
    assert f"csv {digest}" in "\n".join(typed("store log --json")[1])


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
