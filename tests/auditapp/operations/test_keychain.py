# SPDX-License-Identifier: MPL-2.0
"""Test that a keychain may unlock a workspace when asked to, and is never needed for it."""

import threading

import pytest

from auditapp.errors import (
    KeychainError,
    NotAllowedError,
    SaveFailedError,
    StoppedError,
    StoreInUseError,
    WrongPassphraseError,
)
from auditapp.keychain import ask, may_unlock
from auditapp.model.logbook import LogKind
from auditapp.operations import keychain as keychain_operations
from auditapp.operations.keychain import look_into_keychain
from auditapp.paths import find_paths
from auditapp.store import key_file as key_files
from auditapp.workspace import Workspace
from tests.keychains import (
    ForgetfulKeychain,
    HangingKeychain,
    MemoryKeychain,
    RefusingKeychain,
)
from tests.making import PASSPHRASE, WEAK, Clock, start_audit

NEW = "lantern tuba gravel mint"


@pytest.fixture
def keychain():
    """Return a keychain in memory."""
    return MemoryKeychain()


@pytest.fixture
def made(tmp_path, keychain):
    """Make a workspace; return it with its recovery key."""
    workspace, key = Workspace.create(
        find_paths(tmp_path), PASSPHRASE, strength=WEAK, clock=Clock(), keychain=keychain
    )
    yield workspace, key
    workspace.close()


@pytest.fixture
def workspace(made):
    """Return the workspace."""
    return made[0]


@pytest.fixture
def locked(workspace):
    """Return the paths of a workspace that the keychain may unlock, and which is locked."""
    workspace.turn_keychain_on(PASSPHRASE)
    workspace.close()
    return workspace.paths


def unlock(paths, keychain, **more):
    """Unlock with the keychain."""
    return Workspace.unlock_with_keychain(paths, keychain=keychain, clock=Clock(), **more)


def opens(paths, secret):
    """Tell whether a secret that is typed opens the workspace."""
    try:
        Workspace.unlock(paths, secret, strength=WEAK).close()
    except WrongPassphraseError:
        return False
    return True


def lines(workspace):
    """Return what the logbook says happened, and its details."""
    return [(line.kind, line.detail) for line in workspace.logbook()]


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


def test_waiting_for_it_can_be_stopped(locked):
    """As by closing the window."""
    hanging = HangingKeychain()
    with pytest.raises(StoppedError):
        unlock(locked, hanging, is_cancelled=hanging.reached.is_set)
    hanging.let_go.set()


def test_work_goes_on_while_it_is_waited_for(workspace):
    """A prompt on the screen must not keep an answer from being saved."""
    hanging = workspace._keychain = HangingKeychain()
    done = []
    asking = threading.Thread(
        target=lambda: done.append(workspace.turn_keychain_on(PASSPHRASE)), daemon=True
    )
    asking.start()
    assert hanging.reached.wait(10)

    audit_id = start_audit(workspace)
    assert [audit_id] == [row.id for row in workspace.audits()]
    assert [] == done
    hanging.let_go.set()
    asking.join(10)
    assert workspace.has_keychain


def test_a_workspace_that_was_locked_meanwhile_is_not_touched(workspace):
    """And the entry is taken back, for it would open nothing."""
    hanging = workspace._keychain = HangingKeychain()
    refusals = []

    def turn_on():
        with pytest.raises(NotAllowedError) as refusal:
            workspace.turn_keychain_on(PASSPHRASE)
        refusals.append(refusal)

    asking = threading.Thread(target=turn_on, daemon=True)
    asking.start()
    assert hanging.reached.wait(10)
    workspace.close()
    hanging.let_go.set()
    asking.join(10)

    assert 1 == len(refusals)
    assert {} == hanging.entries
    assert not may_unlock(workspace.paths)


def test_a_key_file_that_cannot_be_written_takes_the_entry_back(workspace, keychain, monkeypatch):
    """Nothing is left behind in the keychain."""
    refusal = SaveFailedError("The disk is full.", "Free some space.")
    monkeypatch.setattr("auditapp.store.keyed_folder.write_key_file", raiser(refusal))
    with pytest.raises(SaveFailedError):
        workspace.turn_keychain_on(PASSPHRASE)

    assert {} == keychain.entries
    assert not workspace.has_keychain


def raiser(error):
    """Return a function that raises."""

    def refuse(*_arguments):
        raise error

    return refuse


def test_another_passphrase_leaves_it(workspace, keychain):
    """The data key stays the same, and so does its slot."""
    workspace.turn_keychain_on(PASSPHRASE)
    workspace.change_passphrase(PASSPHRASE, NEW, strength=WEAK)
    workspace.use_recovery_key(workspace.offer_recovery_key(NEW))
    workspace.close()

    unlock(workspace.paths, keychain).close()


def test_sealing_anew_turns_it_off(workspace, keychain):
    """Somebody may have had what it keeps; the entry goes, and the logbook knows."""
    workspace.turn_keychain_on(PASSPHRASE)
    old = dict(keychain.entries)
    key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
    workspace.reseal(PASSPHRASE, key, strength=WEAK)

    assert not workspace.has_keychain
    assert {} == keychain.entries
    assert (LogKind.KEYCHAIN_TURNED_OFF, "") == lines(workspace)[-1]
    workspace.close()
    keychain.entries = old
    with pytest.raises(KeychainError, match="may not unlock"):
        unlock(workspace.paths, keychain)


def test_sealing_anew_without_it_asks_no_keychain(workspace, keychain):
    """Most people have never turned it on."""
    key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
    workspace.reseal(PASSPHRASE, key, strength=WEAK)

    assert [] == keychain.asked
    assert LogKind.KEYCHAIN_TURNED_OFF not in dict(lines(workspace))


def test_a_workspace_in_use_elsewhere_is_not_unlocked_twice(workspace, keychain):
    """As with the passphrase."""
    workspace.turn_keychain_on(PASSPHRASE)
    with pytest.raises(StoreInUseError):
        unlock(workspace.paths, keychain)


def test_the_copy_of_the_key_file_stands_in(locked, keychain):
    """A damaged key file is no reason to fail."""
    (locked.store / key_files.KEY_FILE).write_bytes(b"damaged")
    assert may_unlock(locked)
    unlock(locked, keychain).close()


def test_a_look_says_whether_the_entry_is_there(locked, keychain):
    """Without unlocking anything."""
    look_into_keychain(locked, keychain)
    keychain.entries.clear()
    with pytest.raises(KeychainError, match="holds nothing"):
        look_into_keychain(locked, keychain)
