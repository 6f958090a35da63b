# SPDX-License-Identifier: MPL-2.0
"""Test the keychain where it is slow or refuses, and where the key of the store changes."""

import threading

import pytest

from auditapp.errors import (
    KeychainError,
    NotAllowedError,
    SaveFailedError,
    StoppedError,
    StoreInUseError,
)
from auditapp.keychain import may_unlock
from auditapp.model.logbook import LogKind
from auditapp.operations.keychain import look_into_keychain
from auditapp.store import key_file as key_files
from tests.auditapp.operations.keychain_fixtures import (
    keychain,
    lines,
    locked,
    made,
    unlock,
    workspace,
)
from tests.keychains import HangingKeychain
from tests.making import PASSPHRASE, WEAK, start_audit

__all__ = ["keychain", "locked", "made", "workspace"]


NEW = "lantern tuba gravel mint"


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
