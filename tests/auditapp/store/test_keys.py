# SPDX-License-Identifier: MPL-2.0
"""Test that a slot gives the data key to its secret only."""

import os
from dataclasses import replace

import pytest

from auditapp.store.keys import (
    _LABELS,
    DEFAULT_STRENGTH,
    Argon2Strength,
    Slot,
    SlotKind,
    keychain_slot,
    object_cipher,
    passphrase_bytes,
    passphrase_slot,
    recovery_slot,
    unwrap,
)

DATA_KEY = bytes(32)
STORE = bytes(16)


def test_the_passphrase_opens_its_slot(weak):
    """The data key comes out as it went in."""
    slot = passphrase_slot(DATA_KEY, STORE, "open sesame", weak)

    assert DATA_KEY == unwrap(slot, STORE, b"open sesame")
    assert unwrap(slot, STORE, b"open sesam") is None


def test_the_recovery_secret_opens_its_slot():
    """The data key comes out as it went in."""
    secret = os.urandom(20)
    slot = recovery_slot(DATA_KEY, STORE, secret)

    assert DATA_KEY == unwrap(slot, STORE, secret)
    assert unwrap(slot, STORE, os.urandom(20)) is None


def test_a_secret_in_a_keychain_opens_its_slot():
    """Its key is derived under a label of its own: in a slot of another kind it opens nothing."""
    secret = os.urandom(32)
    slot = keychain_slot(DATA_KEY, STORE, secret)

    assert DATA_KEY == unwrap(slot, STORE, secret)
    assert unwrap(slot, STORE, os.urandom(32)) is None
    assert unwrap(slot, os.urandom(16), secret) is None
    assert unwrap(replace(slot, kind=SlotKind.RECOVERY), STORE, secret) is None
    assert _LABELS[SlotKind.RECOVERY] != _LABELS[SlotKind.KEYCHAIN]


def test_the_default_strength_is_the_recommended_one(weak):
    """RFC 9106, section 4, second recommended option; it works, and weaker is weaker."""
    slot = passphrase_slot(DATA_KEY, STORE, "open sesame", DEFAULT_STRENGTH)

    assert Argon2Strength(memory_kib=65536, passes=3, lanes=4) == slot.strength
    assert DATA_KEY == unwrap(slot, STORE, b"open sesame")
    assert DEFAULT_STRENGTH.is_at_least(weak)
    assert not weak.is_at_least(DEFAULT_STRENGTH)
    assert not replace(DEFAULT_STRENGTH, passes=2).is_at_least(DEFAULT_STRENGTH)


def test_a_passphrase_is_the_same_on_every_keyboard():
    """A letter with its accent, an accent added, and wide letters of Asian keyboards are one."""
    composed, decomposed = (
        "caf\N{LATIN SMALL LETTER E WITH ACUTE}",
        "cafe\N{COMBINING ACUTE ACCENT}",
    )

    assert passphrase_bytes(composed) == passphrase_bytes(decomposed)
    assert b"abc" == passphrase_bytes("\N{FULLWIDTH LATIN SMALL LETTER A}bc")
    assert passphrase_bytes("a") != passphrase_bytes("A")


def test_a_broken_character_is_no_crash():
    """Half of an emoji, as a clipboard may deliver it, is a character like any other."""
    assert passphrase_bytes("\ud83d") != passphrase_bytes("\ud83e")


def test_a_slot_survives_the_key_file(weak):
    """Both kinds come back from JSON."""
    for slot in (
        passphrase_slot(DATA_KEY, STORE, "open sesame", weak),
        recovery_slot(DATA_KEY, STORE, os.urandom(20)),
    ):
        assert slot == Slot.from_json(slot.to_json())


@pytest.mark.parametrize(
    "change",
    [{"salt": bytes(16)}, {"strength": Argon2Strength(8, 2, 1)}, {"wrapped": bytes(60)}],
)
def test_a_slot_that_was_tampered_with_does_not_open(weak, change):
    """Salt and settings are bound to the wrapped key."""
    slot = replace(passphrase_slot(DATA_KEY, STORE, "open sesame", weak), **change)

    assert unwrap(slot, STORE, b"open sesame") is None


def test_a_slot_of_another_workspace_does_not_open(weak):
    """The id of the workspace is bound to the wrapped key."""
    slot = passphrase_slot(DATA_KEY, STORE, "open sesame", weak)

    assert unwrap(slot, os.urandom(16), b"open sesame") is None


def test_every_object_has_a_key_of_its_own():
    """Workspace, purpose, id and data key each make another key."""
    keys = [
        object_cipher(DATA_KEY, STORE, "audit", bytes(16)),
        object_cipher(DATA_KEY, STORE, "catalogue", bytes(16)),
        object_cipher(DATA_KEY, STORE, "audit", bytes(15) + b"1"),
        object_cipher(DATA_KEY, bytes(15) + b"1", "audit", bytes(16)),
        object_cipher(bytes(31) + b"1", STORE, "audit", bytes(16)),
        object_cipher(DATA_KEY, STORE, "audit", bytes(16)),
    ]
    sealed = [key.encrypt(bytes(12), b"text", b"") for key in keys]

    assert 5 == len(set(sealed))
    assert sealed[0] == sealed[-1]
