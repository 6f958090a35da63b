# SPDX-License-Identifier: MPL-2.0
"""Say what is in a backup, sealed so that nobody can say otherwise."""

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass
from typing import Any, Self

import orjson

from auditapp.store import refusals
from auditapp.store.envelope import seal, unseal
from auditapp.store.sealed_folder import SealedFolder

_PURPOSE = "backup manifest"
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Member:
    """Name one file of a backup, with its size in bytes and its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, contents: bytes | bytearray) -> Self:
        """Describe a file with these contents."""
        return cls(name, len(contents), hashlib.sha256(contents).hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """Say what is in a backup.

    ``earlier`` names files that were damaged and went in as they were one save earlier,
    ``left_out`` those of which no good copy was left to go in.
    """

    made_at: dt.datetime
    program: str
    members: tuple[Member, ...]
    earlier: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def audit_count(self) -> int:
        """Return how many audits are in the backup."""
        return sum(each.name.startswith("audits/") for each in self.members)

    @property
    def size(self) -> int:
        """Return how many bytes the files have together."""
        return sum(each.size for each in self.members)

    def to_bytes(self) -> bytes:
        """Return the manifest as it is sealed."""
        return orjson.dumps({"schema": _SCHEMA, **asdict(self)})

    @classmethod
    def from_bytes(cls, body: bytes) -> Self:
        """Read what `to_bytes` wrote.

        Raises:
            SchemaTooNewError: A newer version of this program wrote it.
        """
        held: dict[str, Any] = orjson.loads(body)
        if held["schema"] > _SCHEMA:
            raise refusals.too_new()
        return cls(
            made_at=dt.datetime.fromisoformat(held["made_at"]),
            program=held["program"],
            members=tuple(Member(**each) for each in held["members"]),
            earlier=tuple(held["earlier"]),
            left_out=tuple(held["left_out"]),
        )


def seal_manifest(keys: SealedFolder, manifest: Manifest) -> bytearray:
    """Return the file of a manifest."""
    _header, file = seal(keys.object_key(_PURPOSE), 1, b"{}", manifest.to_bytes())
    return file


def read_manifest(keys: SealedFolder, file: bytes) -> Manifest:
    """Undo `seal_manifest`.

    Raises:
        DamagedError: It is not what was written.
        SchemaTooNewError: A newer version of this program wrote it.
    """
    return Manifest.from_bytes(unseal(keys.object_key(_PURPOSE), file).body)
