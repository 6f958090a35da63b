# SPDX-License-Identifier: MPL-2.0
"""Name the three cryptographic primitives that the store is built from.

Each imports ``cryptography`` when it is first called: the window is painted before that.
"""


class NotAuthenticError(Exception):
    """Say that a sealed text, or what was sealed along with it, is not what was written."""


class Cipher:
    """Seal and open texts under one key with AES-256-GCM."""

    def __init__(self, key: bytes) -> None:
        """Take a key of 32 bytes."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - start-up

        self._aead = AESGCM(key)

    def encrypt(self, nonce: bytes, text: bytes, bound: bytes) -> bytes:
        """Seal ``text``.

        Args:
            nonce: 12 random bytes, never used twice with this key.
            text: What to hide.
            bound: What ``text`` must not be separated from: authenticated with it, not hidden.
        """
        return self._aead.encrypt(nonce, text, bound)

    def encrypt_into(self, target: memoryview, nonce: bytes, text: bytes, bound: bytes) -> None:
        """Do as `encrypt`, into ``target``, which is 16 bytes longer than ``text``."""
        self._aead.encrypt_into(nonce, text, bound, target)

    def decrypt(self, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
        """Undo `encrypt`.

        Raises:
            NotAuthenticError: Key, nonce, contents or ``bound`` are not those of `encrypt`.
        """
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - start-up

        try:
            return self._aead.decrypt(nonce, sealed, bound)
        except InvalidTag as error:
            raise NotAuthenticError from error


def derive_key(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    """Derive a 32-byte key for one ``purpose`` with HKDF-SHA256 (RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - start-up
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - start-up

    return HKDF(SHA256(), 32, salt, purpose).derive(key)


def stretch(secret: bytes, salt: bytes, *, memory_kib: int, passes: int, lanes: int) -> bytes:
    """Derive a 32-byte key from something a person can remember, with Argon2id (RFC 9106)."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - start-up

    kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    return kdf.derive(secret)
