# SPDX-License-Identifier: MPL-2.0
"""Wrap the data key of a workspace in slots, one for each secret that may open it.

The data key is random and never changes with the passphrase: to change that, 32 bytes are wrapped
again and no audit is touched.
"""

import os
import unicodedata
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

import orjson

from auditapp.store.ciphers import Cipher, NotAuthenticError, derive_key, stretch

_NONCE_SIZE = 12
_SALT_SIZE = 16


class SlotKind(StrEnum):
    """Name the secrets that a slot can be for."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind
    RECOVERY = "recovery"
    KEYCHAIN = "keychain"


_LABELS = {
    SlotKind.RECOVERY: b"case file audit recovery 1",
    SlotKind.KEYCHAIN: b"case file audit keychain 1",
}
"""What a key is derived for, from a secret that is random and needs no stretching."""


@dataclass(frozen=True, slots=True)
class Argon2Strength:
    """Hold how much work one guess of a passphrase costs: memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def is_at_least(self, other: Self) -> bool:
        """Tell whether a guess costs no less memory and no fewer passes than with ``other``."""
        return self.memory_kib >= other.memory_kib and self.passes >= other.passes


DEFAULT_STRENGTH = Argon2Strength(memory_kib=64 * 1024, passes=3, lanes=4)
"""RFC 9106, section 4, second recommended option: the least that is used for a passphrase."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold the data key, wrapped by one secret; ``strength`` is for passphrases only."""

    kind: SlotKind
    salt: bytes
    strength: Argon2Strength | None
    wrapped: bytes

    def to_json(self) -> dict[str, Any]:
        """Return the slot as it stands in the key file."""
        return {
            "kind": self.kind,
            "salt": self.salt.hex(),
            "strength": asdict(self.strength) if self.strength else None,
            "wrapped": self.wrapped.hex(),
        }

    @classmethod
    def from_json(cls, fields: dict[str, Any]) -> Self:
        """Read what `to_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: It is something else.
        """
        return cls(
            kind=SlotKind(fields["kind"]),
            salt=bytes.fromhex(fields["salt"]),
            strength=Argon2Strength(**fields["strength"]) if fields["strength"] else None,
            wrapped=bytes.fromhex(fields["wrapped"]),
        )


@dataclass(frozen=True, slots=True)
class UnknownSlot:
    """Hold a slot of a kind that this version does not know, as it stands in the key file."""

    fields: dict[str, Any]

    @property
    def kind(self) -> str:
        """Return the name of its kind."""
        return str(self.fields["kind"])

    def to_json(self) -> dict[str, Any]:
        """Return the slot as it was read."""
        return self.fields


def read_slot(fields: dict[str, Any]) -> Slot | UnknownSlot:
    """Read a slot of any kind.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    is_known = fields["kind"] in tuple(SlotKind)
    return Slot.from_json(fields) if is_known else UnknownSlot(fields)


def passphrase_slot(
    data_key: bytes, store_id: bytes, passphrase: str, strength: Argon2Strength
) -> Slot:
    """Wrap ``data_key`` by a passphrase."""
    secret = passphrase_bytes(passphrase)
    return _wrap(data_key, store_id, secret, SlotKind.PASSPHRASE, strength)


def recovery_slot(data_key: bytes, store_id: bytes, secret: bytes) -> Slot:
    """Wrap ``data_key`` by the secret of a recovery key, which is random: no stretching."""
    return _wrap(data_key, store_id, secret, SlotKind.RECOVERY, None)


def keychain_slot(data_key: bytes, store_id: bytes, secret: bytes) -> Slot:
    """Wrap ``data_key`` by a secret that the keychain of an account keeps, which is random too."""
    return _wrap(data_key, store_id, secret, SlotKind.KEYCHAIN, None)


def passphrase_bytes(passphrase: str) -> bytes:
    """Return the same bytes for a passphrase on every keyboard and system (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def unwrap(slot: Slot, store_id: bytes, secret: bytes) -> bytes | None:
    """Return the data key, or None if ``secret`` is not the one of this slot."""
    nonce, sealed = slot.wrapped[:_NONCE_SIZE], slot.wrapped[_NONCE_SIZE:]
    cipher = _wrapping_cipher(secret, slot.kind, slot.salt, slot.strength)
    try:
        return cipher.decrypt(nonce, sealed, _bound(store_id, slot.kind, slot.salt, slot.strength))
    except NotAuthenticError:
        return None


def object_cipher(data_key: bytes, store_id: bytes, purpose: str, object_id: bytes) -> Cipher:
    """Return the cipher of one object; its key is derived, so that none ever seals many files."""
    bound = f"case file audit {purpose} 1 ".encode() + object_id
    return Cipher(derive_key(data_key, store_id, bound))


def _wrap(
    data_key: bytes,
    store_id: bytes,
    secret: bytes,
    kind: SlotKind,
    strength: Argon2Strength | None,
) -> Slot:
    salt, nonce = os.urandom(_SALT_SIZE), os.urandom(_NONCE_SIZE)
    cipher = _wrapping_cipher(secret, kind, salt, strength)
    sealed = cipher.encrypt(nonce, data_key, _bound(store_id, kind, salt, strength))
    return Slot(kind, salt, strength, nonce + sealed)


def _wrapping_cipher(
    secret: bytes, kind: SlotKind, salt: bytes, strength: Argon2Strength | None
) -> Cipher:
    if strength is None:
        return Cipher(derive_key(secret, salt, _LABELS[kind]))
    return Cipher(stretch(secret, salt, **asdict(strength)))


def _bound(store_id: bytes, kind: SlotKind, salt: bytes, strength: Argon2Strength | None) -> bytes:
    settings = asdict(strength) if strength else None
    return orjson.dumps([store_id.hex(), kind, salt.hex(), settings])
