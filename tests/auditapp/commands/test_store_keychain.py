# SPDX-License-Identifier: MPL-2.0
"""Test the command that lets the keychain unlock the audits, as somebody types it."""

import subprocess
import sys

import pytest

from auditapp.commands.unlocking import VARIABLE
from auditapp.errors import KeychainError, StoreMissingError, WrongPassphraseError
from auditapp.keychain import may_unlock
from auditapp.operations import keychain as keychain_operations
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.keychains import MemoryKeychain, RefusingKeychain


@pytest.fixture
def keychain(monkeypatch):
    """Return the keychain of the account, in memory."""
    keychain = MemoryKeychain()
    monkeypatch.setattr(keychain_operations, "SystemKeychain", lambda: keychain)
    return keychain


def test_it_is_turned_on_and_off(typed, workspace_home, keychain):
    """With the passphrase; the words say what it means."""
    paths = find_paths(workspace_home)
    code, lines = typed("store keychain on")
    assert 0 == code
    assert "signed in to your account" in lines[1]
    Workspace.unlock_with_keychain(paths, keychain=keychain).close()

    code, lines = typed("store keychain off")
    assert (0, ["The keychain does not unlock the audits any more."]) == (code, lines)
    assert not may_unlock(paths)
    assert {} == keychain.entries


def test_a_wrong_passphrase_turns_nothing_on(typed, workspace_home, keychain, passphrase_file):
    """As with every other command."""
    passphrase_file.write_text("open sesame\n")
    with pytest.raises(WrongPassphraseError):
        typed("store keychain on")
    assert not may_unlock(find_paths(workspace_home))


def test_a_keychain_that_refuses_is_told(typed, workspace_home, monkeypatch):
    """And nothing is turned on."""
    monkeypatch.setattr(keychain_operations, "SystemKeychain", RefusingKeychain)
    with pytest.raises(KeychainError, match="could not be opened"):
        typed("store keychain on")
    assert not may_unlock(find_paths(workspace_home))


def test_an_entry_that_cannot_be_removed_is_told(typed, keychain, monkeypatch):
    """It opens nothing, but a person may want to delete it."""
    typed("store keychain on")
    monkeypatch.setattr(keychain_operations, "SystemKeychain", RefusingKeychain)
    code, lines = typed("store keychain off")

    assert 0 == code
    assert "could not be removed" in lines[1]


def test_the_status_takes_no_passphrase(typed, keychain, monkeypatch):
    """It says off, on, or on and of no use; only the last is a fault."""
    assert (0, ["Off: the keychain does not unlock these audits."]) == typed(
        "store keychain status"
    )
    assert [] == keychain.asked
    typed("store keychain on")
    monkeypatch.delenv(VARIABLE)
    code, lines = typed("store keychain status")
    assert (0, True) == (code, lines[0].startswith("On:"))

    keychain.entries.clear()
    code, lines = typed("store keychain status")
    assert 1 == code
    assert "holds nothing" in lines[0]


def test_where_there_are_no_audits_there_is_no_status(typed, tmp_path):
    """The folder is named."""
    with pytest.raises(StoreMissingError, match="nowhere"):
        typed("store keychain status", home=tmp_path / "nowhere")


def test_the_command_is_known_without_loading_anything_heavy():
    """Every command is known at every start."""
    code = (
        "import sys, auditapp.commands.store\n"
        "print(sorted({'keyring', 'pydantic', 'cryptography', 'orjson'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert "[]" == run.stdout.strip()
