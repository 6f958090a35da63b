# SPDX-License-Identifier: MPL-2.0
"""Seal the contents of a package with a code that is read out over the telephone.

A file is a header (big endian), the sealed contents, and the SHA-256 of both::

    name 6 | version 2 | salt 16 | memory KiB 4 | passes 2 | lanes 2 | mark of the key 16 | nonce 12
    | length of the sealed contents 8

The code is 80 random bits in four groups of letters, with a fifth as their check. It is stretched
by Argon2id (RFC 9106), so that a package that falls into wrong hands is not worth guessing at. The
header is bound to the contents (AES-256-GCM). The hash at the end is no protection: it tells a copy
that went wrong from a wrong code, and so does the mark of the key.
"""

import hashlib
import hmac
import os
import zlib
from dataclasses import asdict
from struct import Struct
from typing import Final

from auditapp.exchange import refusals
from auditapp.store.ciphers import Cipher, NotAuthenticError, derive_key, stretch
from auditapp.store.keys import DEFAULT_STRENGTH, Argon2Strength
from auditapp.store.letter_groups import LetterGroups, MistypedError
from auditapp.store.refusals import too_new
from auditapp.store.strength import MOST_MEMORY_KIB, MOST_PASSES

FORMAT_VERSION: Final = 1
MOST_BYTES: Final = 64 * 1024 * 1024
"""The largest file that is read; a package of 100 audits has about a tenth of that."""

MOST_CONTENTS: Final = 512 * 1024 * 1024
"""The most that contents may unpack to, in bytes."""

_CODES: Final = LetterGroups(10, b"case file audit package code")
_NAME: Final = b"CFPACK"
_HEADER: Final = Struct(">6sH16sIHH16s12sQ")
_DIGEST_SIZE: Final = 32
_MARK_SIZE: Final = 16
_MOST_LANES: Final = 16


def make_code() -> str:
    """Make the code of a new package: five groups of four letters and digits."""
    return _CODES.format(_CODES.make())


def seal_package(contents: bytes, code: str, strength: Argon2Strength | None = None) -> bytes:
    """Return the file that holds ``contents``; ``strength``: what a guess of the code costs."""
    strength = strength or DEFAULT_STRENGTH
    salt, nonce = os.urandom(16), os.urandom(12)
    packed = zlib.compress(contents, 9)
    key = _key(code, salt, strength)
    header = _HEADER.pack(
        _NAME,
        FORMAT_VERSION,
        salt,
        strength.memory_kib,
        strength.passes,
        strength.lanes,
        _mark(key, salt),
        nonce,
        len(packed) + 16,
    )
    file = header + _cipher(key, salt).encrypt(nonce, packed, header)
    if len(file) + _DIGEST_SIZE > MOST_BYTES:
        raise refusals.package_too_large()
    return file + hashlib.sha256(file).digest()


def open_package(file: bytes, code: str) -> bytes:
    """Return the contents of a file, all of it authentic.

    Raises:
        PackageError: It is no package, damaged, or too large.
        WrongCodeError: The code is mistyped, or that of another package.
        SchemaTooNewError: A newer version of this program wrote it.
    """
    salt, strength, mark, nonce = _read_header(file)
    key = _key(code, salt, strength)
    if not hmac.compare_digest(mark, _mark(key, salt)):
        raise refusals.wrong_code()
    header, sealed = file[: _HEADER.size], file[_HEADER.size : -_DIGEST_SIZE]
    try:
        return _unpacked(_cipher(key, salt).decrypt(nonce, sealed, header))
    except NotAuthenticError as error:
        raise refusals.package_damaged() from error


def _read_header(file: bytes) -> tuple[bytes, Argon2Strength, bytes, bytes]:
    if len(file) > MOST_BYTES:
        raise refusals.package_too_large()
    if len(file) < _HEADER.size or not file.startswith(_NAME):
        raise refusals.no_package()
    _name, version, salt, memory, passes, lanes, mark, nonce, length = _HEADER.unpack_from(file)
    if version > FORMAT_VERSION:
        raise too_new()
    is_whole = len(file) == _HEADER.size + length + _DIGEST_SIZE
    if not is_whole or hashlib.sha256(file[:-_DIGEST_SIZE]).digest() != file[-_DIGEST_SIZE:]:
        raise refusals.package_damaged()
    # Whoever made the file says what a guess costs: it must not be more than this computer has.
    is_payable = 0 < passes <= MOST_PASSES and 0 < lanes <= _MOST_LANES
    if not (is_payable and 8 * lanes <= memory <= MOST_MEMORY_KIB):
        raise refusals.package_damaged()
    return salt, Argon2Strength(memory, passes, lanes), mark, nonce


def _key(code: str, salt: bytes, strength: Argon2Strength) -> bytes:
    try:
        return stretch(_CODES.parse(code), salt, **asdict(strength))
    except MistypedError as error:
        raise refusals.code_mistyped() from error


def _mark(key: bytes, salt: bytes) -> bytes:
    return derive_key(key, salt, b"case file audit package mark 1")[:_MARK_SIZE]


def _cipher(key: bytes, salt: bytes) -> Cipher:
    return Cipher(derive_key(key, salt, b"case file audit package contents 1"))


def _unpacked(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        contents = unpacking.decompress(packed, MOST_CONTENTS)
    except zlib.error as error:
        raise refusals.package_damaged() from error
    if unpacking.unconsumed_tail:
        raise refusals.package_too_large()
    if not unpacking.eof or unpacking.unused_data:
        raise refusals.package_damaged()
    return contents
