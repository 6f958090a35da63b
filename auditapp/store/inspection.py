# SPDX-License-Identifier: MPL-2.0
"""Look at what lies in the folder of a workspace, beside the objects that are in use.

Nothing is changed or mended here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from auditapp.store.backup_file import BESIDE
from auditapp.store.key_file import KEY_FILE, KEY_FILE_COPY, is_key_file_of
from auditapp.store.resealing import FINISHED, UNFINISHED
from auditapp.store.restoring import RESTORED_MARK
from auditapp.store.vault import Vault

_ASIDE: Final = re.compile(r".+\.(damaged|replaced)-[0-9]+")
_AUDIT: Final = re.compile(r"[0-9a-f]{32}")
_SUFFIXES: Final = (".seal", ".prev")


class FileKind(Enum):
    """Say what a file was."""

    AUDIT = auto()
    LIST = auto()
    KEYS = auto()
    LOGBOOK = auto()
    DRAFT_FRONT = auto()
    FIGURES = auto()
    LEDGER = auto()
    OTHER = auto()


_KINDS: Final = {
    "catalogue": FileKind.LIST,
    "draft-front": FileKind.DRAFT_FRONT,
    "store": FileKind.KEYS,
    "log": FileKind.LOGBOOK,
    "statistics": FileKind.FIGURES,
    "ledger": FileKind.LEDGER,
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """Hold a file, what it was and, of an audit, whose.

    One that is not damaged is what stood there before something was restored from a backup.
    """

    name: str
    kind: FileKind
    audit_id: str = ""
    is_damaged: bool = True


def files_aside(vault: Vault) -> list[FoundFile]:
    """Return the files that were put aside, damaged or replaced by a backup, by name."""
    names = sorted(path.name for path in _files(vault) if _ASIDE.fullmatch(path.name))
    return [_found(name) for name in names]


def files_left_over(vault: Vault) -> list[str]:
    """Return the names of what was made to restore or to seal anew, and should be gone by now."""
    names = (UNFINISHED, FINISHED, RESTORED_MARK, BESIDE)
    return [name for name in names if (vault.root / name).exists()]


def misnamed_files(vault: Vault) -> list[str]:
    """Return the names of files that look like audits and have no name of an audit."""
    return sorted(
        path.name
        for path in (vault.root / "audits").iterdir()
        if path.suffix in _SUFFIXES and not _AUDIT.fullmatch(path.stem)
    )


def unfit_key_files(vault: Vault) -> list[str]:
    """Return the names of those of the two key files that do not hold the key in use."""
    names = (KEY_FILE, KEY_FILE_COPY)
    return [name for name in names if not is_key_file_of(vault.root / name, vault.key_file)]


def _files(vault: Vault) -> Iterator[Path]:
    yield from vault.root.iterdir()
    yield from (vault.root / "audits").iterdir()


def _found(name: str) -> FoundFile:
    """Tell from its name what a file that was put aside was."""
    stem = name.partition(".")[0]
    is_damaged = ".damaged-" in name
    if _AUDIT.fullmatch(stem):
        return FoundFile(name, FileKind.AUDIT, stem, is_damaged)
    known = stem if stem in _KINDS else stem.partition("-")[0]
    return FoundFile(name, _KINDS.get(known, FileKind.OTHER), is_damaged=is_damaged)
