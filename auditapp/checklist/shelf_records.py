# SPDX-License-Identifier: MPL-2.0
"""Model what the shelf remembers of a loaded checklist beside its bytes: who did what, and when."""

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import AwareDatetime, ValidationError

from auditapp.checklist.field_types import ChecklistIdField, Version
from auditapp.files import read_bytes, set_aside, write_atomically
from auditapp.model.frozen import Frozen
from auditapp.model.text import Text


class Deed(Frozen):
    """Say who did something, and when."""

    by: Text
    at: AwareDatetime


class Withdrawal(Deed):
    """Say why a version is not to be used for new audits any more."""

    reason: Text


class ShelfRecord(Frozen):
    """Remember one loaded checklist; ``name`` is that of the file it was loaded from.

    ``accepted`` is a person's choice to load it although nobody trusted has signed it. It holds for
    these bytes only, because the record belongs to their hash.
    """

    schema_version: Literal[1] = 1
    id: ChecklistIdField
    version: Version
    name: Text
    added: Deed
    accepted: Deed | None = None
    withdrawn: Withdrawal | None = None


class VersionChoice(Deed):
    """Remember which version of a checklist a person wants for new audits."""

    schema_version: Literal[1] = 1
    version: Version


Kept = TypeVar("Kept", ShelfRecord, VersionChoice)


def read_record(path: Path, model: type[Kept]) -> Kept | None:
    """Return what a file remembers; None when it is not there or cannot be read."""
    try:
        return model.model_validate_json(read_bytes(path))
    except (OSError, ValidationError):
        return None


def write_record(path: Path, record: Kept) -> None:
    """Write a record whole; an old one that cannot be read is put aside, not overwritten.

    Raises:
        OSError: It could not be written; the old one is untouched, or was put aside.
    """
    if path.exists() and read_record(path, type(record)) is None:
        set_aside(path)
    write_atomically(path, record.model_dump_json(indent=1).encode())
