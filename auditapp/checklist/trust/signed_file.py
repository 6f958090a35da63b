# SPDX-License-Identifier: MPL-2.0
"""Read a checklist file together with the signature beside it, both untouched."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

from auditapp.checklist.file_bytes import read_file

SUFFIX: Final = ".minisig"
"""What is added to the name of a file for the name of its signature, as minisign does it."""


@dataclass(frozen=True)
class SignedFile:
    """Hold the bytes of a checklist file and of its signature; ``None`` when there is none."""

    name: str
    data: bytes
    signature: bytes | None = None

    @cached_property
    def sha256(self) -> str:
        """Return the SHA-256 of the checklist file, in hexadecimal."""
        return sha256(self.data).hexdigest()

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file and its signature.

        Raises:
            ChecklistInvalidError: One of them is there and cannot be opened, or the file is not.
                A signature that cannot be opened is never taken for none.
        """
        beside = signature_path(path)
        # A link to nowhere is there as well: it must not pass for an unsigned file.
        is_signed = beside.exists() or beside.is_symlink()
        return cls(path.name, read_file(path), read_file(beside) if is_signed else None)


def signature_path(path: Path) -> Path:
    """Return where the signature of the file ``path`` lies."""
    return path.with_name(path.name + SUFFIX)
