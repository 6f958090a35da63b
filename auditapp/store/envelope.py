# SPDX-License-Identifier: MPL-2.0
"""Seal an object and its list row into one self-contained, tamper-evident file.

A file is a header of 80 bytes (big endian), the sealed summary, the sealed body::

    name 6 | version 2 | store id 16 | object id 16 | generation 8
    | length of summary 4 | length of body 4 | nonce of summary 12 | nonce of body 12

The header and a label are bound to both texts, so that no file can be renamed, moved between
workspaces, cut, relabelled, or put together from two saves. Nonces are random and never the
generation: a restored backup counts up again with other contents, and using a nonce twice breaks
GCM.
"""

import os
from dataclasses import dataclass
from struct import Struct

from auditapp.store.ciphers import Cipher, NotAuthenticError
from auditapp.store.refusals import too_new

FORMAT_VERSION = 1
HEADER_SIZE = 80

_NAME = b"CFAUDT"
_HEADER = Struct(">6sH16s16sQII12s12s")
_TAG_SIZE = 16
_SUMMARY, _BODY = b"S", b"B"


class DamagedError(Exception):
    """Say why a file is not what was written; the vault turns it into an error for the user."""


@dataclass(frozen=True, slots=True)
class ObjectKey:
    """Hold the cipher for one object, and the names that must stand in its header."""

    store_id: bytes
    object_id: bytes
    cipher: Cipher


@dataclass(frozen=True, slots=True)
class Header:
    """Hold a header that names the right object; nothing in it is authentic yet.

    Lengths are in bytes, tags included. Two headers are equal only if they are of the same save.
    """

    generation: int
    summary_length: int
    body_length: int
    summary_nonce: bytes
    body_nonce: bytes

    @property
    def file_size(self) -> int:
        """Return the size that the file must have, in bytes."""
        return HEADER_SIZE + self.summary_length + self.body_length


@dataclass(frozen=True, slots=True)
class Unsealed:
    """Hold the authentic contents of a file."""

    header: Header
    summary: bytes
    body: bytes


def seal(key: ObjectKey, generation: int, summary: bytes, body: bytes) -> tuple[Header, bytearray]:
    """Return the header and the whole file for one save of an object."""
    header = Header(
        generation=generation,
        summary_length=len(summary) + _TAG_SIZE,
        body_length=len(body) + _TAG_SIZE,
        summary_nonce=os.urandom(12),
        body_nonce=os.urandom(12),
    )
    packed = _HEADER.pack(
        _NAME,
        FORMAT_VERSION,
        key.store_id,
        key.object_id,
        generation,
        header.summary_length,
        header.body_length,
        header.summary_nonce,
        header.body_nonce,
    )
    file = bytearray(header.file_size)
    file[:HEADER_SIZE] = packed
    # In place: an audit that holds its checklists is half a megabyte, which is dear to copy.
    sealed = memoryview(file)[HEADER_SIZE:]
    sealed_summary = sealed[: header.summary_length]
    sealed_body = sealed[header.summary_length :]
    key.cipher.encrypt_into(sealed_summary, header.summary_nonce, summary, packed + _SUMMARY)
    key.cipher.encrypt_into(sealed_body, header.body_nonce, body, packed + _BODY)
    return header, file


def read_header(key: ObjectKey, file: bytes) -> Header:
    """Read the header at the start of ``file``; it need not be more than the header.

    Raises:
        DamagedError: It is too short, or the header of something else.
        SchemaTooNewError: A newer version of this program wrote it.
    """
    if len(file) < HEADER_SIZE:
        raise DamagedError("too short")
    name, version, store_id, object_id, *rest = _HEADER.unpack_from(file)
    if name == _NAME and version > FORMAT_VERSION:
        raise too_new()
    if (name, version) != (_NAME, FORMAT_VERSION):
        raise DamagedError("not a sealed file")
    if (store_id, object_id) != (key.store_id, key.object_id):
        raise DamagedError("belongs to another workspace, or to another audit")
    return Header(*rest)


def unseal_summary(key: ObjectKey, header: Header, start: bytes) -> bytes:
    """Return the verified summary from the ``start`` of a file that reaches to the summary's end.

    Raises:
        DamagedError: It is not what was written.
    """
    sealed = start[HEADER_SIZE : HEADER_SIZE + header.summary_length]
    return _decrypt(key, header.summary_nonce, sealed, start[:HEADER_SIZE] + _SUMMARY)


def unseal(key: ObjectKey, file: bytes) -> Unsealed:
    """Return the verified contents of a whole file.

    Raises:
        DamagedError: It is not, byte for byte, what was written.
        SchemaTooNewError: A newer version of this program wrote it.
    """
    header = read_header(key, file)
    if len(file) != header.file_size:
        raise DamagedError("wrong length")
    summary = unseal_summary(key, header, file)
    sealed = file[HEADER_SIZE + header.summary_length :]
    body = _decrypt(key, header.body_nonce, sealed, file[:HEADER_SIZE] + _BODY)
    return Unsealed(header, summary, body)


def _decrypt(key: ObjectKey, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
    try:
        return key.cipher.decrypt(nonce, sealed, bound)
    except NotAuthenticError as error:
        raise DamagedError("contents do not verify") from error
