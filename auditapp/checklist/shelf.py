# SPDX-License-Identifier: MPL-2.0
"""Keep the checklists that a person has loaded, with their signatures, as they came.

One folder, ``AppPaths.shelf``. Each file is written whole, and none is ever removed::

    <sha256>.yaml           the bytes of a checklist; the name is their SHA-256
    <sha256>.yaml.minisig   its signature, if there is one
    <sha256>.json           a `ShelfRecord`; written last, and without it the others do not count
    use-<id>.json           a `VersionChoice`

There is no list of all of them, so that two programs at work at once overwrite nothing of each
other's. Nothing here is secret, and nothing about a case may ever be. No audit needs the shelf.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from auditapp.checklist.field_types import CHECKLIST_ID
from auditapp.checklist.headers import ChecklistHeader, read_header
from auditapp.checklist.shelf_records import (
    ShelfRecord,
    VersionChoice,
    Withdrawal,
    read_record,
    write_record,
)
from auditapp.checklist.trust.organisation import Organisation, load_organisation
from auditapp.checklist.trust.signed_file import SignedFile, signature_path
from auditapp.checklist.trust.verdict import Verdict, bad, judge
from auditapp.errors import (
    ChecklistInvalidError,
    ChecklistRefusedError,
    OrganisationFileError,
    UnsafePathError,
)
from auditapp.files import make_private_folder, read_bytes, set_aside, write_atomically
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId

_RECORD: Final = re.compile(r"[0-9a-f]{64}\.json")


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """Hold one checklist of the shelf, judged today.

    ``header`` and ``file`` are None when its bytes cannot be used, whatever anybody chooses.
    """

    sha256: str
    path: Path
    record: ShelfRecord
    verdict: Verdict
    header: ChecklistHeader | None = None
    file: SignedFile | None = None

    @property
    def id(self) -> ChecklistId:
        """Return the id of the checklist."""
        return self.record.id

    @property
    def version(self) -> str:
        """Return its version."""
        return self.record.version

    @property
    def may_be_used(self) -> bool:
        """Tell whether new audits may be started on it."""
        return self.record.withdrawn is None and not self.why_not

    @property
    def why_not(self) -> str:
        """Say why it may not be used although nobody withdrew it; empty when it may be."""
        if self.verdict.never_loads:
            return self.verdict.sentence
        if self.verdict.wants_choice and self.record.accepted is None:
            return _("{sentence} Load it again to decide about it.").format(
                sentence=self.verdict.sentence
            )
        return ""


class Shelf:
    """Hold the loaded checklists in ``folder``, judged by the file of the organisation."""

    def __init__(self, folder: Path, organisation: Path | None = None) -> None:
        self._folder = folder
        self._organisation = organisation

    def organisation(self) -> Organisation:
        """Read whose signatures are trusted, from the disk as it is now.

        Raises:
            OrganisationFileError: The file has faults, or cannot be read.
        """
        return load_organisation(self._organisation)

    def entries(self) -> tuple[ShelfEntry, ...]:
        """Return every checklist that was ever loaded and whose record can be read."""
        judge_entry = self._judge()
        paths = self._record_paths()
        found = ((path.stem, read_record(path, ShelfRecord)) for path in paths)
        return tuple(judge_entry(digest, record) for digest, record in found if record is not None)

    def entry(self, digest: str) -> ShelfEntry | None:
        """Return the checklist with this SHA-256; None when it was never loaded."""
        record = read_record(self._record_path(digest), ShelfRecord)
        return None if record is None else self._judge()(digest, record)

    def usable(self, digest: str) -> tuple[bytes, Verdict]:
        """Return the bytes of a checklist and what vouches for them, judged at this moment.

        Raises:
            ChecklistRefusedError: It may not be used.
        """
        entry = self.entry(digest)
        if entry is None or entry.file is None or not entry.may_be_used:
            why_not = entry.why_not if entry is not None else ""
            raise ChecklistRefusedError(
                why_not or _("This checklist is not to be used any more."),
                _("Choose another version, or another checklist."),
            )
        return entry.file.data, entry.verdict

    def problems(self) -> list[str]:
        """Return what is wrong with the shelf, in sentences; mostly nothing."""
        unusable = _("The checklist {id} {version} is not offered. {reason}")
        damaged = _("What is known of a loaded checklist cannot be read ({file}). Load it again.")
        return [
            unusable.format(id=entry.id, version=entry.version, reason=entry.why_not)
            for entry in self.entries()
            if entry.record.withdrawn is None and entry.why_not
        ] + [
            damaged.format(file=path.name)
            for path in self._record_paths()
            if read_record(path, ShelfRecord) is None
        ]

    def chosen(self, checklist_id: ChecklistId) -> str | None:
        """Return the version that a person chose for new audits; None when nobody did."""
        path = self._choice_path(checklist_id)
        choice = None if path is None else read_record(path, VersionChoice)
        return None if choice is None else choice.version

    def keep(self, file: SignedFile, record: ShelfRecord) -> None:
        """Put a checklist, its signature and its record on the shelf, durable on return.

        Raises:
            OSError: It could not be written. Without its record it does not count.
        """
        make_private_folder(self._folder)
        path = self._path(file.sha256)
        if path.exists() and read_bytes(path) != file.data:
            set_aside(path)
        write_atomically(path, file.data)
        if file.signature is not None:
            write_atomically(signature_path(path), file.signature)
        write_record(self._record_path(file.sha256), record)

    def withdraw(self, entry: ShelfEntry, withdrawal: Withdrawal) -> None:
        """Remember that a version is not to be used any more.

        Raises:
            OSError: It could not be written; nothing has changed.
        """
        record = entry.record.model_copy(update={"withdrawn": withdrawal})
        write_record(self._record_path(entry.sha256), record)

    def choose(self, checklist_id: ChecklistId, choice: VersionChoice) -> None:
        """Remember which version of a checklist a person wants for new audits.

        Raises:
            OSError: It could not be written; the old choice holds.
            UnsafePathError: The id is none that a checklist can have.
        """
        path = self._choice_path(checklist_id)
        if path is None:
            raise UnsafePathError(
                _("A checklist cannot have the id '{id}'.").format(id=checklist_id),
                _("Give it an id of small letters, digits and hyphens."),
            )
        make_private_folder(self._folder)
        write_record(path, choice)

    def _judge(self) -> Callable[[str, ShelfRecord], ShelfEntry]:
        """Return what judges an entry by the file of the organisation, which is read once."""
        try:
            organisation = self.organisation()
        except OrganisationFileError as error:
            refused = bad(f"{error} {error.remedy}")
            return lambda digest, record: ShelfEntry(digest, self._path(digest), record, refused)
        return lambda digest, record: self._judged(digest, record, organisation)

    def _judged(self, digest: str, record: ShelfRecord, organisation: Organisation) -> ShelfEntry:
        path = self._path(digest)
        try:
            file = SignedFile.read(path)
            name, day = (record.id, record.version), local_day(record.added.at)
            verdict = judge(file, name, organisation, day)
            header = read_header(file.data, path, digest, verdict)
            # The record is beside the bytes and not in them, so it may name another checklist.
            is_as_loaded = header is not None and (header.id, header.version) == name
            if file.sha256 != digest or not is_as_loaded:
                return ShelfEntry(digest, path, record, bad(_changed()))
        except ChecklistInvalidError as error:
            return ShelfEntry(digest, path, record, bad(f"{error} {error.remedy}"))
        return ShelfEntry(digest, path, record, verdict, header, file)

    def _record_paths(self) -> list[Path]:
        try:
            return sorted(path for path in self._folder.iterdir() if _RECORD.fullmatch(path.name))
        except FileNotFoundError:  # nothing was loaded yet
            return []

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.yaml"

    def _record_path(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"

    def _choice_path(self, checklist_id: ChecklistId) -> Path | None:
        """Return the file of a choice; None for an id that could lead out of the folder."""
        is_safe = re.fullmatch(CHECKLIST_ID, checklist_id) is not None
        return self._folder / f"use-{checklist_id}.json" if is_safe else None


def local_day(at: dt.datetime) -> dt.date:
    """Return the day of a moment where this computer is."""
    return at.astimezone().date()


def _changed() -> str:
    return _("Its file was changed after it was loaded. Load it again, from whoever publishes it.")
