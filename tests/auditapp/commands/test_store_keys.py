# SPDX-License-Identifier: MPL-2.0
"""Test the commands that change what opens a workspace, as somebody types them."""

import builtins
import sys
from functools import partial

import pytest

from auditapp.commands import store_keys
from auditapp.commands.conventions import WrongUseError
from auditapp.commands.store_keys import RecoveryKeyUnseenError, _Tenths
from auditapp.commands.terminal import OutputLostError
from auditapp.commands.unlocking import NEW_VARIABLE, VARIABLE, PassphraseUnfitError
from auditapp.errors import WrongPassphraseError
from auditapp.paths import find_paths
from auditapp.settings import Settings, save
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, start_audit

NEW = "lantern tuba gravel mint"


@pytest.fixture
def new_passphrase_file(tmp_path, monkeypatch):
    """Name a file with a new passphrase in the environment, and return it."""
    path = tmp_path / "new passphrase"
    path.write_text(f"{NEW}\n", encoding="utf-8")
    monkeypatch.setenv(NEW_VARIABLE, str(path))
    return path


@pytest.fixture
def at_terminal(monkeypatch, passphrase_file):
    """Let somebody type: return a list for the lines that they type, and one of the prompts."""
    monkeypatch.delenv(VARIABLE)
    lines, asked = [], []

    def answer(prompt):
        asked.append(prompt)
        line = lines.pop(0)
        if isinstance(line, Exception):
            raise line
        return line() if callable(line) else line

    monkeypatch.setattr("getpass.getpass", answer)
    monkeypatch.setattr(builtins, "input", answer)
    return lines, asked


def opens(home, secret):
    """Tell whether a secret opens the workspace."""
    try:
        Workspace.unlock(find_paths(home), secret).close()
    except WrongPassphraseError:
        return False
    return True


def key_in(lines):
    """Return the recovery key that was told."""
    return lines[0].removeprefix("New recovery key: ")


def test_the_passphrase_is_changed(typed, workspace_home, new_passphrase_file):
    """Both come from files, and neither is printed."""
    code, lines = typed("store change-passphrase")

    assert 0 == code
    assert not any(secret in "\n".join(lines) for secret in (PASSPHRASE, NEW))
    assert [False, True] == [opens(workspace_home, each) for each in (PASSPHRASE, NEW)]


def test_a_new_passphrase_is_typed_twice(typed, at_terminal, workspace_home):
    """At a terminal, after the old one."""
    lines, asked = at_terminal
    lines += [PASSPHRASE, NEW, NEW]

    assert 0 == typed("store change-passphrase")[0]
    assert ["Passphrase: ", "New passphrase: ", "The same again: "] == asked
    assert opens(workspace_home, NEW)


def test_an_unfit_new_passphrase_is_refused(typed, workspace_home, new_passphrase_file):
    """The rules are those of the first start, the name in the settings among them."""
    save(find_paths(workspace_home).settings, Settings(auditor="Okafor"))
    new_passphrase_file.write_text("okafor lantern tuba\n")
    with pytest.raises(PassphraseUnfitError, match="Your own name"):
        typed("store change-passphrase")

    assert opens(workspace_home, PASSPHRASE)


def test_an_unfit_file_is_named_with_its_own_variable(typed, new_passphrase_file):
    """Not with that of the old passphrase."""
    new_passphrase_file.write_text("")
    with pytest.raises(WrongUseError) as refusal:
        typed("store change-passphrase")

    assert NEW_VARIABLE in refusal.value.remedy


def test_a_new_recovery_key_is_told_and_taken(typed, workspace_home):
    """A script has nobody to type it back."""
    code, lines = typed("store new-recovery-key")

    assert 0 == code
    assert opens(workspace_home, key_in(lines))
    assert "destroy it" in lines[-1]


def test_somebody_at_a_terminal_types_it_back(typed, at_terminal, workspace_home):
    """With a slip, nothing has changed."""
    lines, asked = at_terminal
    before = (workspace_home / "store" / "store.key").read_bytes()
    lines += [PASSPHRASE, "AAAA"]
    with pytest.raises(WrongPassphraseError, match="typing mistake"):
        typed("store new-recovery-key")

    assert ["Passphrase: ", "Type it back: "] == asked
    assert before == (workspace_home / "store" / "store.key").read_bytes()


def test_without_a_terminal_nothing_is_changed(typed, at_terminal):
    """The key was told, and stays without force."""
    lines, _asked = at_terminal
    lines += [PASSPHRASE, EOFError()]
    with pytest.raises(WrongUseError, match="no terminal") as refusal:
        typed("store new-recovery-key")

    assert "Nothing was changed" in refusal.value.remedy


def test_everything_is_sealed_anew(typed, workspace_home, change_workspace):
    """The audits are there, the passphrase stays, and the new recovery key opens them."""
    change_workspace(start_audit)
    code, lines = typed("store reseal")

    assert 0 == code
    assert any("sealed anew and checked" in line for line in lines)
    assert opens(workspace_home, key_in(lines))
    code, lines = typed("store check")
    assert (0, "All is well.") == (code, lines[-1])
    assert "Looked at: 2 key files" in lines


def test_damaged_files_that_were_put_aside_are_told(typed, workspace_home):
    """They keep the old key, and only a person can decide what becomes of them."""
    (workspace_home / "store" / "catalogue.seal.damaged-1").touch()
    _code, lines = typed("store reseal")

    assert any("keep the old key" in line for line in lines)


def test_progress_is_told_by_tenths():
    """Of long work; short work is over before anybody reads it."""
    lines = []
    for told in (_Tenths(lines.append), _Tenths(lines.append, least=20)):
        for done in range(1, 21):
            told(done, 20)

    assert [f"{tenth * 10}%" for tenth in range(1, 11)] == lines


@pytest.mark.parametrize(
    ("command", "heard"),
    [
        *(("new-recovery-key", count) for count in range(3)),
        *(("reseal", count) for count in range(4)),  # the fourth line tells how far it is
    ],
)
@pytest.mark.parametrize("error", [BrokenPipeError(), OutputLostError("full")])
@pytest.mark.usefixtures("passphrase_file")
def test_a_key_whose_command_was_not_read_to_its_end_is_said_not_to_be_in_force(
    change_workspace, workspace_home, monkeypatch, command, heard, error
):
    """As by ``| head -1``, which shows the key: nobody is to lock away one that opens nothing."""
    change_workspace(start_audit)
    monkeypatch.setattr(store_keys, "_Tenths", partial(_Tenths, least=1))
    said = []

    def say(line):
        if len(said) == heard:
            raise error
        said.append(line)

    with pytest.raises(RecoveryKeyUnseenError, match="not in force") as caught:
        store_keys.ACTIONS[command](workspace_home, say)

    assert "The old one still is" in caught.value.remedy
    assert not said or not opens(workspace_home, key_in(said))


@pytest.mark.parametrize("command", ["new-recovery-key", "reseal"])
def test_without_an_output_no_key_is_made(typed, workspace_home, monkeypatch, command):
    """A program without a console could show it nowhere, and the old one would open nothing."""
    assert opens(workspace_home, PASSPHRASE)  # and is made as hard to guess as it is to be
    before = (workspace_home / "store" / "store.key").read_bytes()
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputLostError, match="no output in which the recovery key"):
        typed(f"store {command}")

    assert before == (workspace_home / "store" / "store.key").read_bytes()
