# SPDX-License-Identifier: MPL-2.0
"""Name the sealed objects of a workspace, and hold what was read of one."""

from dataclasses import dataclass
from pathlib import Path

from auditapp.store.envelope import Header, ObjectKey, Unsealed


@dataclass(frozen=True, slots=True)
class Place:
    """Name a sealed object: its file, and the key and names that the file must be sealed with."""

    path: Path
    purpose: str
    key: ObjectKey

    @property
    def previous(self) -> Path:
        """Return the file that holds the object as it was one save earlier."""
        return self.path.with_suffix(".prev")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold an object; ``is_recovered`` says that an earlier save had to stand in."""

    header: Header
    summary: bytes
    body: bytes
    is_recovered: bool


@dataclass(frozen=True, slots=True)
class Intact:
    """Hold the bytes of a file that verifies; ``is_previous`` says that it is an earlier save."""

    file: bytes
    unsealed: Unsealed
    is_previous: bool


@dataclass(frozen=True, slots=True)
class Peeked:
    """Hold the summary of an object; ``is_previous`` says that it is that of an earlier save."""

    generation: int
    summary: bytes
    is_previous: bool
