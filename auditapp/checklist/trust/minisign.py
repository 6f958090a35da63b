# SPDX-License-Identifier: MPL-2.0
"""Sign and verify files as minisign does, so that either program checks what the other signed.

Only the prehashed form is known: Ed25519 (RFC 8032) over the BLAKE2b-512 (RFC 7693) of the file. A
second signature covers the first one and the trusted comment. The layout of the files is that of
minisign 0.11, https://jedisct1.github.io/minisign/.
"""

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass, field
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from auditapp.errors import SignatureError
from auditapp.i18n import _

MAX_BYTES: Final = 16_384
"""More than minisign itself writes into a signature or the file of a key."""

KEY_ALGORITHM: Final = b"Ed"
KEY_ID_SIZE: Final = 8

_PREHASHED: Final = b"ED"
_UNTRUSTED: Final = "untrusted comment: "
_TRUSTED: Final = "trusted comment: "
_SIGNATURE_SIZE: Final = 64
_PUBLIC_KEY_SIZE: Final = 32
_LINES: Final = 4


def key_name(key_id: bytes) -> str:
    """Return the id of a key as minisign prints it, with all its 16 digits."""
    return key_id[::-1].hex().upper()


def encoded(data: bytes) -> str:
    """Return ``data`` as base64."""
    return base64.b64encode(data).decode("ascii")


def decoded(text: str) -> bytes | None:
    """Return the bytes in base64, or None when it is no such text."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Hold what verifies the signatures of one publisher."""

    key_id: bytes
    key: bytes

    @property
    def name(self) -> str:
        """Return the id, 16 hexadecimal digits."""
        return key_name(self.key_id)

    @property
    def line(self) -> str:
        """Return the key as the one line that people pass on."""
        return encoded(KEY_ALGORITHM + self.key_id + self.key)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the line of a public key, or the file that holds it.

        Raises:
            SignatureError: It is something else.
        """
        lines = text.split()
        # Only the last word counts: before it there may be the comment that files begin with.
        packed = decoded(lines[-1]) if lines else None
        size = len(KEY_ALGORITHM) + KEY_ID_SIZE + _PUBLIC_KEY_SIZE
        if packed is None or len(packed) != size or not packed.startswith(KEY_ALGORITHM):
            raise SignatureError(
                _("This is not the public key of a publisher."),
                _("Copy the whole line, of 56 characters, that begins with RW."),
            )
        return cls(packed[2:10], packed[10:])

    def to_bytes(self) -> bytes:
        """Return the contents of the file of the key."""
        return f"{_UNTRUSTED}minisign public key {self.name}\n{self.line}\n".encode()


@dataclass(frozen=True, slots=True)
class SecretKey:
    """Hold what signs; ``seed`` must never be shown, logged or stored in the clear."""

    key_id: bytes
    seed: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """Make a new key with a random id."""
        return cls(os.urandom(KEY_ID_SIZE), Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> PublicKey:
        """Return the key that verifies what this one signs."""
        key = Ed25519PrivateKey.from_private_bytes(self.seed).public_key()
        return PublicKey(self.key_id, key.public_bytes_raw())

    def sign(self, contents: bytes, trusted_comment: str) -> bytes:
        """Return the contents of the signature file for a file with ``contents``.

        Args:
            contents: All bytes of the file, as they are on the disk.
            trusted_comment: One line; it is signed too.
        """
        key = Ed25519PrivateKey.from_private_bytes(self.seed)
        signed = key.sign(_digest(contents))
        lines = (
            f"{_UNTRUSTED}signature from minisign secret key",
            encoded(_PREHASHED + self.key_id + signed),
            f"{_TRUSTED}{trusted_comment}",
            encoded(key.sign(signed + trusted_comment.encode())),
        )
        return "".join(f"{line}\n" for line in lines).encode()


@dataclass(frozen=True, slots=True)
class Signature:
    """Hold what a signature file says. Nothing of it is true before `verify`."""

    key_id: bytes
    signed: bytes
    trusted_comment: str
    comment_signed: bytes

    @property
    def key_name(self) -> str:
        """Return the id of the key that is said to have made it."""
        return key_name(self.key_id)

    @classmethod
    def parse(cls, contents: bytes) -> Self:
        """Read the contents of a signature file; its line ends do not matter.

        Raises:
            SignatureError: They are empty, cut short or something else.
        """
        comment, line, trusted, second = _four_lines(contents)
        packed, comment_signed = decoded(line), decoded(second)
        if not (comment.startswith(_UNTRUSTED) and trusted.startswith(_TRUSTED)):
            raise _foreign()
        if packed is None or len(packed) != len(_PREHASHED) + KEY_ID_SIZE + _SIGNATURE_SIZE:
            raise _cut_short()
        if comment_signed is None or len(comment_signed) != _SIGNATURE_SIZE:
            raise _cut_short()
        if not packed.startswith(_PREHASHED):
            raise SignatureError(
                _("The signature has an old form, which this program does not take."),
                _("Ask whoever publishes the checklist to sign it again, without the option -l."),
            )
        return cls(packed[2:10], packed[10:], trusted.removeprefix(_TRUSTED), comment_signed)

    def verify(self, contents: bytes, key: PublicKey) -> None:
        """Check that ``key`` signed a file with exactly these contents, and the trusted comment.

        Raises:
            SignatureError: The key, the contents or the comment is another.
        """
        if key.key_id != self.key_id:
            raise SignatureError(
                _("The signature was made with the key {made}, not with the key {key}.").format(
                    made=self.key_name, key=key.name
                )
            )
        public = Ed25519PublicKey.from_public_bytes(key.key)
        try:
            public.verify(self.signed, _digest(contents))
        except InvalidSignature:
            raise SignatureError(
                _("The file is not the one that was signed: something in it was changed."),
                _("Ask whoever publishes the checklist for both files again."),
            ) from None
        try:
            public.verify(self.comment_signed, self.signed + self.trusted_comment.encode())
        except InvalidSignature:
            raise SignatureError(
                _("The signature file was changed: its comment is not the one that was signed."),
                _("Ask whoever publishes the checklist for both files again."),
            ) from None


def _four_lines(contents: bytes) -> list[str]:
    if not contents.strip():
        raise _unreadable(_("The signature file is empty."))
    try:
        text = contents.decode()
    except UnicodeDecodeError:
        raise _foreign() from None
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    if len(lines) > _LINES or len(contents) > MAX_BYTES:
        raise _foreign()
    if len(lines) < _LINES:
        raise _cut_short()
    return lines


def _digest(contents: bytes) -> bytes:
    return hashlib.blake2b(contents).digest()


def _foreign() -> SignatureError:
    return _unreadable(_("The signature file is not one of minisign."))


def _cut_short() -> SignatureError:
    return _unreadable(_("The signature file is cut short or damaged."))


def _unreadable(message: str) -> SignatureError:
    return SignatureError(message, _("Ask whoever publishes the checklist for it again."))
