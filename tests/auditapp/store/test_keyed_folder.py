# SPDX-License-Identifier: MPL-2.0
"""Test that what opens a workspace can be changed while it is open."""

import errno

import pytest

from auditapp.errors import SaveFailedError, WrongPassphraseError
from auditapp.store import keyed_folder
from auditapp.store.keys import Argon2Strength
from auditapp.store.vault import Vault


def test_a_new_recovery_key_takes_the_place_of_the_old_one(created, unlock):
    """The passphrase stays; of the two keys only the new one opens."""
    vault, old_key = created
    key = vault.offer_recovery_key("open sesame")
    vault.use_recovery_key(key.lower().replace("-", " "))
    vault.close()

    with pytest.raises(WrongPassphraseError):
        unlock(old_key)
    unlock(key).close()
    unlock()


def test_until_it_is_typed_back_the_old_one_holds(created, root):
    """A sheet that was never printed must not be the only one that counts."""
    vault, old_key = created
    before = (root / "store.key").read_bytes()
    key = vault.offer_recovery_key("open sesame")

    with pytest.raises(WrongPassphraseError, match="typing mistake"):
        vault.use_recovery_key(old_key)
    assert vault.check_recovery_key(old_key)
    assert not vault.check_recovery_key(key)
    assert before == (root / "store.key").read_bytes()


def test_only_what_was_offered_last_is_taken(created):
    """Neither a key of an earlier try, nor one twice."""
    vault, _old_key = created
    first = vault.offer_recovery_key("open sesame")
    second = vault.offer_recovery_key("open sesame")

    assert [False, True] == [vault.is_offered(each) for each in (first, second)]
    vault.use_recovery_key(second)
    with pytest.raises(WrongPassphraseError):
        vault.use_recovery_key(second)


def test_nothing_is_offered_to_somebody_without_a_secret(created):
    """The recovery key in force is one."""
    vault, old_key = created
    with pytest.raises(WrongPassphraseError):
        vault.offer_recovery_key("open sesam")
    assert not vault.is_offered("")

    assert vault.is_offered(vault.offer_recovery_key(old_key))


def test_a_closed_workspace_forgets_what_it_offered(created):
    """As it forgets its keys."""
    vault, _old_key = created
    key = vault.offer_recovery_key("open sesame")
    vault.close()

    assert not vault.is_offered(key)


def test_a_recovery_key_that_cannot_be_written_can_be_tried_again(
    created, failing_disk, monkeypatch
):
    """The old one holds, and the new one is still on offer."""
    vault, old_key = created
    key = vault.offer_recovery_key("open sesame")
    with monkeypatch.context() as patch:
        failing_disk(errno.ENOSPC)
        with pytest.raises(SaveFailedError):
            vault.use_recovery_key(key)
        patch.undo()
    monkeypatch.undo()

    assert vault.check_recovery_key(old_key)
    vault.use_recovery_key(key)
    assert vault.check_recovery_key(key)


@pytest.fixture
def measured(monkeypatch):
    """Let every computer be measured as this strength; return it."""
    strength = Argon2Strength(memory_kib=16, passes=2, lanes=1)
    monkeypatch.setattr(keyed_folder, "strength_here", lambda: strength)
    monkeypatch.setattr("auditapp.store.vault.strength_here", lambda: strength)
    return strength


def strength_of(vault):
    """Return what a guess of the passphrase costs."""
    return next(slot.strength for slot in vault._key_file.slots if slot.strength)


def test_without_a_strength_the_computer_is_measured(root, measured, weak):
    """When a workspace is made, when its passphrase changes and when it is sealed anew."""
    vault, _key = Vault.create(root, "open sesame")
    assert measured == strength_of(vault)

    vault.set_passphrase("open sesame", "new words", weak)
    assert weak == strength_of(vault)
    vault.set_passphrase("new words", "open sesame")
    assert measured == strength_of(vault)

    vault.set_passphrase("open sesame", "open sesame", weak)
    vault.reseal("open sesame", vault.offer_recovery_key("open sesame"))
    assert measured == strength_of(vault)
    vault.close()


def test_a_slot_below_the_floor_is_wrapped_as_well_as_the_computer_can(vault, root, measured):
    """At the next unlock, which says so; one that is good enough is left alone."""
    vault.close()

    with Vault.unlock(root, "open sesame") as again:
        assert again.was_strengthened
        assert measured == strength_of(again)
    with Vault.unlock(root, "open sesame", measured) as third:
        assert not third.was_strengthened
