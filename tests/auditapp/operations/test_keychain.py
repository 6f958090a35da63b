# SPDX-License-Identifier: MPL-2.0
"""Test that a keychain may unlock a workspace when asked to, and is never needed for it."""

import pytest

from auditapp.errors import KeychainError, WrongPassphraseError
from auditapp.keychain import ask, may_unlock
from auditapp.model.logbook import LogKind
from auditapp.operations import keychain as keychain_operations
from auditapp.workspace import Workspace
from tests.auditapp.operations.keychain_fixtures import (
    keychain,
    lines,
    locked,
    made,
    unlock,
    workspace,
)
from tests.keychains import ForgetfulKeychain, HangingKeychain, MemoryKeychain, RefusingKeychain
from tests.making import PASSPHRASE, WEAK, start_audit

__all__ = ["keychain", "locked", "made", "workspace"]


def opens(paths, secret):
    """Tell whether a secret that is typed opens the workspace."""
    try:
        Workspace.unlock(paths, secret, strength=WEAK).close()
    except WrongPassphraseError:
        return False
    return True


def hasty(patience):
    """Return an `ask` that waits only this long."""
    return lambda question, is_cancelled=lambda: False: ask(question, is_cancelled, patience)


def test_it_unlocks_once_it_is_turned_on(made, keychain):
    """The audits are there; passphrase and recovery key open them as before."""
    workspace, key = made
    start_audit(workspace)
    rows = workspace.audits()
    assert not workspace.has_keychain
    workspace.turn_keychain_on(PASSPHRASE)
    assert workspace.has_keychain
    workspace.close()

    again = unlock(workspace.paths, keychain)
    assert rows == again.audits()
    assert (LogKind.KEYCHAIN_TURNED_ON, "") in lines(again)
    assert (LogKind.UNLOCKED, "keychain") == lines(again)[-1]
    again.close()
    assert [True, True] == [opens(workspace.paths, each) for each in (PASSPHRASE, key)]


def test_the_entry_is_random_and_named_after_the_workspace(workspace, keychain):
    """It is neither the data key nor anything that was typed."""
    workspace.turn_keychain_on(PASSPHRASE)
    (name,) = keychain.entries
    first = keychain.entries[name]
    workspace.turn_keychain_on(PASSPHRASE)

    assert workspace._vault.store_id.hex() == name
    assert 32 == len(first)
    assert len({first, keychain.entries[name], workspace._vault._open_key()}) == 3
    assert first.hex() not in (workspace.paths.store / "store.key").read_text()


def test_only_the_passphrase_turns_it_on(made, keychain):
    """The recovery key will not do, and then the keychain is not even asked."""
    workspace, key = made
    for secret in ("open sesame", key):
        with pytest.raises(WrongPassphraseError):
            workspace.turn_keychain_on(secret)

    assert not workspace.has_keychain
    assert [] == keychain.asked


def test_turned_off_nothing_is_left(workspace, keychain):
    """Neither slot nor entry, and the logbook knows."""
    workspace.turn_keychain_on(PASSPHRASE)
    assert workspace.turn_keychain_off()

    assert (LogKind.KEYCHAIN_TURNED_OFF, "") == lines(workspace)[-1]
    assert {} == keychain.entries
    workspace.close()
    assert not may_unlock(workspace.paths)
    with pytest.raises(KeychainError, match="may not unlock"):
        unlock(workspace.paths, keychain)


def test_an_entry_that_stays_opens_nothing(locked, keychain):
    """The keychain may refuse to forget it; the slot is gone all the same, and it is told."""
    again = Workspace.unlock(locked, PASSPHRASE, strength=WEAK, keychain=RefusingKeychain())
    assert not again.turn_keychain_off()
    again.close()

    assert keychain.entries
    with pytest.raises(KeychainError, match="may not unlock"):
        unlock(locked, keychain)


@pytest.mark.parametrize(
    ("other", "words"),
    [(RefusingKeychain(), "could not be opened"), (ForgetfulKeychain(), "did not keep")],
)
def test_a_keychain_that_cannot_keep_changes_nothing(workspace, other, words):
    """It is not turned on, and a sentence says why."""
    before = (workspace.paths.store / "store.key").read_bytes()
    workspace._keychain = other
    with pytest.raises(KeychainError, match=words):
        workspace.turn_keychain_on(PASSPHRASE)

    assert not workspace.has_keychain
    assert before == (workspace.paths.store / "store.key").read_bytes()
    assert LogKind.KEYCHAIN_TURNED_ON not in dict(lines(workspace))


def test_a_lost_entry_leaves_the_passphrase(locked):
    """As after somebody cleared the keychain, or on another computer."""
    with pytest.raises(KeychainError, match="holds nothing") as refusal:
        unlock(locked, MemoryKeychain())

    assert "with your passphrase" in refusal.value.remedy
    assert opens(locked, PASSPHRASE)


@pytest.mark.parametrize("secret", [bytes(32), b"", b"another program's"])
def test_the_secret_of_another_workspace_opens_nothing(locked, keychain, secret):
    """And the lock on the folder is given back."""
    keychain.entries = dict.fromkeys(keychain.entries, secret)
    with pytest.raises(KeychainError, match="does not open these audits"):
        unlock(locked, keychain)

    assert opens(locked, PASSPHRASE)


def test_a_refusal_leaves_the_passphrase(locked):
    """As when the person closes the prompt."""
    with pytest.raises(KeychainError, match="could not be opened"):
        unlock(locked, RefusingKeychain())
    assert opens(locked, PASSPHRASE)


def test_a_keychain_that_hangs_leaves_the_passphrase(locked, monkeypatch):
    """After a while; what it answers later unlocks nothing."""
    monkeypatch.setattr(keychain_operations, "ask", hasty(0.01))
    hanging = HangingKeychain()
    with pytest.raises(KeychainError, match="did not answer"):
        unlock(locked, hanging)
    hanging.let_go.set()

    assert opens(locked, PASSPHRASE)
