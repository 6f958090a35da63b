# SPDX-License-Identifier: MPL-2.0
"""Keep the secret key of a publisher in a file, encrypted with a passphrase as minisign does it.

The passphrase goes through scrypt (RFC 7914); what comes out hides the key by exclusive or, and a
BLAKE2b-256 of the key tells whether the passphrase was right. The file names how much work and
memory scrypt takes, in the two numbers of libsodium.
"""

import hashlib
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from auditapp.checklist.trust.minisign import (
    KEY_ALGORITHM,
    KEY_ID_SIZE,
    MAX_BYTES,
    SecretKey,
    decoded,
    encoded,
)
from auditapp.errors import SignatureError
from auditapp.i18n import _

_COMMENT: Final = "untrusted comment: minisign encrypted secret key"
_SCRYPT: Final = b"Sc"
_NO_SCRYPT: Final = b"\0\0"
_BLAKE2B: Final = b"B2"
_LAYOUT: Final = struct.Struct("<2s2s2s32sQQ104s")
_HIDDEN: Final = struct.Struct(f"<{KEY_ID_SIZE}s32s32s32s")
"""Id, seed and public key (together the secret key of libsodium), checksum."""

_SALT_SIZE: Final = 32
_BLOCK: Final = 8  # scrypt's r, as libsodium has it
_LEAST_OPERATIONS: Final = 32_768


@dataclass(frozen=True, slots=True)
class ScryptLimits:
    """Hold how many operations scrypt does, and how many bytes of memory it takes."""

    operations: int
    memory: int

    @property
    def costs(self) -> tuple[int, int]:
        """Return scrypt's ``n`` and ``p`` as libsodium works them out from the two limits."""
        operations = max(self.operations, _LEAST_OPERATIONS)
        if operations < self.memory // 32:
            return _power_above(operations // (_BLOCK * 4) // 2), 1
        n = _power_above(self.memory // (_BLOCK * 128) // 2)
        return n, min(operations // 4 // n, 0x3FFFFFFF) // _BLOCK


STRONGEST: Final = ScryptLimits(operations=1 << 25, memory=1 << 30)
"""What minisign takes for a new key: 1 GiB of memory, a few seconds."""


def write_secret_key(key: SecretKey, passphrase: str, limits: ScryptLimits = STRONGEST) -> bytes:
    """Return the contents of the file of ``key``.

    Raises:
        SignatureError: The computer has too little memory for it.
    """
    public = key.public.key
    check = _checksum(key.key_id, key.seed, public)
    plain = _HIDDEN.pack(key.key_id, key.seed, public, check)
    salt = os.urandom(_SALT_SIZE)
    hidden = _exclusive_or(plain, _stream(passphrase, salt, limits))
    packed = _LAYOUT.pack(
        KEY_ALGORITHM, _SCRYPT, _BLAKE2B, salt, limits.operations, limits.memory, hidden
    )
    return f"{_COMMENT}\n{encoded(packed)}\n".encode()


def read_secret_key(contents: bytes, ask: Callable[[], str]) -> SecretKey:
    """Return the key in the contents of a file.

    Args:
        contents: What the file holds.
        ask: Returns the passphrase; not called when the key is not encrypted.

    Raises:
        SignatureError: The passphrase is wrong, or the file is not that of a secret key.
    """
    algorithm, scrypt, checksum, salt, operations, memory, hidden = _parts(contents)
    if (algorithm, checksum) != (KEY_ALGORITHM, _BLAKE2B):
        raise _no_key()
    if scrypt == _NO_SCRYPT:
        return _key(hidden, is_encrypted=False)
    limits = ScryptLimits(operations, memory)
    if scrypt != _SCRYPT or operations > STRONGEST.operations or memory > STRONGEST.memory:
        raise _no_key()
    return _key(_exclusive_or(hidden, _stream(ask(), salt, limits)), is_encrypted=True)


def _parts(contents: bytes) -> tuple[bytes, bytes, bytes, bytes, int, int, bytes]:
    lines = contents[:MAX_BYTES].decode("latin-1").split("\n")
    packed = decoded(lines[1].strip()) if len(lines) > 1 else None
    if packed is None or len(packed) != _LAYOUT.size:
        raise _no_key()
    algorithm, scrypt, checksum, salt, operations, memory, hidden = _LAYOUT.unpack(packed)
    return algorithm, scrypt, checksum, salt, operations, memory, hidden


def _key(plain: bytes, *, is_encrypted: bool) -> SecretKey:
    key_id, seed, public, check = _HIDDEN.unpack(plain)
    # A key that minisign made without a passphrase has no checksum; one that lost its passphrase
    # later still has it.
    has_none = not is_encrypted and not any(check)
    if not has_none and check != _checksum(key_id, seed, public):
        raise _wrong_passphrase() if is_encrypted else _no_key()
    key = SecretKey(key_id, seed)
    if key.public.key != public:
        raise _no_key()
    return key


def _checksum(key_id: bytes, seed: bytes, public: bytes) -> bytes:
    return hashlib.blake2b(KEY_ALGORITHM + key_id + seed + public, digest_size=32).digest()


def _stream(passphrase: str, salt: bytes, limits: ScryptLimits) -> bytes:
    n, p = limits.costs
    try:
        scrypt = Scrypt(salt=salt, length=_HIDDEN.size, n=n, r=_BLOCK, p=p)
        return scrypt.derive(passphrase.encode("utf-8", "surrogateescape"))
    except MemoryError:
        raise SignatureError(
            _("This computer has too little free memory for the passphrase of the key."),
            _("Close other programs, and try again. About 1 GB has to be free."),
        ) from None


def _power_above(number: int) -> int:
    """Return the smallest power of two, of 2 or more, above ``number``."""
    return max(2, 1 << number.bit_length())


def _exclusive_or(first: bytes, second: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(first, second, strict=True))


def _wrong_passphrase() -> SignatureError:
    return SignatureError(
        _("This passphrase does not open the key, or the file of the key is damaged."),
        _("Type it again with care. If it stays wrong, take the key from your backup."),
    )


def _no_key() -> SignatureError:
    return SignatureError(
        _("This file holds no secret key, or is damaged."),
        _("Choose the file that was made by “checklist keygen” or by minisign."),
    )
