# SPDX-License-Identifier: MPL-2.0
"""Find the checklists, shipped and loaded, and load each when it is first needed.

Only the headers are read to list them. A file that cannot be read is reported and stops no other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.checklist.faults import Fault
from auditapp.checklist.file_bytes import invalid, read_file
from auditapp.checklist.headers import ChecklistHeader, read_header
from auditapp.checklist.shipped import ShippedHashes
from auditapp.checklist.trust.verdict import Verdict
from auditapp.checklist.versions import version_key
from auditapp.errors import ChecklistInvalidError, ChecklistNotFoundError
from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId

if TYPE_CHECKING:  # pydantic takes a fifth of a second, and lists of checklists do without it
    from auditapp.checklist.models import Checklist
    from auditapp.checklist.shelf import Shelf, ShelfEntry

__all__ = ["BrokenFile", "ChecklistHeader", "Library", "LoadedChecklist", "load_bytes"]


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """Name a file that is meant to be a checklist, and what is wrong with it."""

    path: Path
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class LoadedChecklist:
    """Hold a checklist with the bytes it came from.

    ``path`` and ``verdict`` are None when an audit carried them; its pin has the verdict.
    """

    checklist: "Checklist"
    data: bytes
    sha256: str
    path: Path | None = None
    verdict: Verdict | None = None


def load_bytes(
    data: bytes,
    name: str,
    *,
    path: Path | None = None,
    verdict: Verdict | None = None,
    checked: bool = True,
) -> LoadedChecklist:
    """Return the checklist in ``data``; ``name`` is what faults call it.

    Bytes that an audit carries passed the checks of their day: load them with ``checked=False``, so
    that a stricter check of a later version never makes an audit unreadable.

    Raises:
        ChecklistInvalidError: the checklist has faults; they are listed.
    """
    digest = sha256(data).hexdigest()
    return LoadedChecklist(_checklist(data, name, checked=checked), data, digest, path, verdict)


@lru_cache(maxsize=64)
def _checklist(data: bytes, name: str, *, checked: bool) -> "Checklist":
    """Return what is in ``data``; the same bytes are read once, however often they are unlocked."""
    # Loading needs pydantic, which the list of checklists at the start does without.
    from auditapp.checklist.loading import checked_checklist, parse_checklist  # noqa: PLC0415

    return checked_checklist(data, name) if checked else parse_checklist(data, name)[0]


class Library:
    """Know the checklists of some folders and, where there is one, of a shelf.

    Of two equal ids and versions the first one counts, and the folders come before the shelf.
    """

    def __init__(self, folders: Iterable[Path], shelf: "Shelf | None" = None) -> None:
        self.shelf = shelf
        self._folders = tuple(folders)
        self._hashes: dict[Path, ShippedHashes] = {}
        self._headers: tuple[ChecklistHeader, ...] | None = None
        self._broken: tuple[BrokenFile, ...] = ()
        self._entries: tuple[ShelfEntry, ...] = ()
        self._loaded: dict[Path, LoadedChecklist] = {}

    def headers(self) -> tuple[ChecklistHeader, ...]:
        """Return what may be used, by title, older versions of a checklist first."""
        if self._headers is None:
            self._read_headers()
        return self._headers or ()

    def in_use(self) -> tuple[ChecklistHeader, ...]:
        """Return the version of each checklist that new audits are started on, by title.

        That is the one that a person chose, and otherwise the latest.
        """
        found: dict[ChecklistId, ChecklistHeader] = {}
        for header in sorted(self.headers(), key=lambda each: version_key(each.version)):
            found[header.id] = header
        if self.shelf is not None:
            for header in self.headers():
                if header.version == self.shelf.chosen(header.id):
                    found[header.id] = header
        return tuple(sorted(map(self.warned, found.values()), key=lambda each: each.title))

    def broken(self) -> tuple[BrokenFile, ...]:
        """Return the files that are meant to be checklists and have no readable header."""
        self.headers()
        return self._broken

    def shelved(self) -> tuple["ShelfEntry", ...]:
        """Return every checklist that was ever loaded, whether it may be used or not."""
        self.headers()
        return self._entries

    def problems(self) -> list[str]:
        """Return why loaded checklists that nobody withdrew may not be used, in sentences."""
        return self.shelf.problems() if self.shelf is not None else []

    def load(self, checklist_id: ChecklistId) -> LoadedChecklist:
        """Return the version of a checklist that is in use.

        Raises:
            ChecklistNotFoundError: it is nowhere, or no version of it may be used.
            ChecklistInvalidError: its file has faults; they are listed.
            ChecklistRefusedError: it may not be used any more since the headers were read.
        """
        for header in self.in_use():
            if header.id == checklist_id:
                return self._load(header)
        raise _not_found(_("There is no checklist '{id}'.").format(id=checklist_id))

    def find(self, checklist_id: ChecklistId, version: str) -> LoadedChecklist:
        """Return one version of a checklist.

        Raises:
            ChecklistNotFoundError: it is nowhere, or may not be used.
            ChecklistInvalidError: its file has faults; they are listed.
            ChecklistRefusedError: it may not be used any more since the headers were read.
        """
        return self._load(self.header(checklist_id, version))

    def header(self, checklist_id: ChecklistId, version: str) -> ChecklistHeader:
        """Return the header of one version of a checklist.

        Raises:
            ChecklistNotFoundError: it is nowhere, or may not be used.
        """
        for header in self.headers():
            if (header.id, header.version) == (checklist_id, version):
                return header
        raise _not_found(
            _("There is no version {version} of checklist '{id}'.").format(
                version=version, id=checklist_id
            )
        )

    def newest(self, checklist_id: ChecklistId) -> str:
        """Return the latest version known here, of withdrawn ones too; empty without any."""
        known = [each.version for each in self.headers() if each.id == checklist_id]
        known += [each.version for each in self._entries if each.id == checklist_id]
        return max(known, key=version_key, default="")

    def warned(self, header: ChecklistHeader) -> ChecklistHeader:
        """Return the header, with a warning when it goes back behind a version known here."""
        newest = self.newest(header.id)
        if not newest or version_key(header.version) >= version_key(newest):
            return header
        return replace(header, verdict=header.verdict.warned_of(header.version, newest))

    def refresh(self) -> None:
        """Forget everything, so that folders and shelf are read again when next asked."""
        self._headers = None
        self._loaded.clear()

    def _load(self, header: ChecklistHeader) -> LoadedChecklist:
        path = header.path
        if path.parent not in self._hashes and self.shelf is not None:
            # Judged anew each time, because a key may have been revoked meanwhile.
            data, verdict = self.shelf.usable(header.sha256)
            return load_bytes(data, path.name, path=path, verdict=verdict)
        if path not in self._loaded:
            data = read_file(path)
            verdict = self._hashes[path.parent].verdict(sha256(data).hexdigest())
            self._loaded[path] = load_bytes(data, path.name, path=path, verdict=verdict)
        return self._loaded[path]

    def _read_headers(self) -> None:
        headers: dict[tuple[ChecklistId, str], ChecklistHeader] = {}
        broken = []
        self._hashes = {folder: ShippedHashes(folder) for folder in self._folders}
        self._entries = self.shelf.entries() if self.shelf is not None else ()
        for path in self._files():
            try:
                header = self._header(path)
                if header is not None:
                    _refuse_second(header, headers)
            except ChecklistInvalidError as error:
                broken.append(_broken(path, error))
        for entry in self._entries:
            try:
                if entry.header is not None and entry.may_be_used:
                    _refuse_second(entry.header, headers)
            except ChecklistInvalidError as error:
                broken.append(_broken(entry.path, error))
        self._headers = tuple(
            sorted(headers.values(), key=lambda each: (each.title, version_key(each.version)))
        )
        self._broken = tuple(broken)

    def _header(self, path: Path) -> ChecklistHeader | None:
        data = read_file(path)
        digest = sha256(data).hexdigest()
        return read_header(data, path, digest, self._hashes[path.parent].verdict(digest))

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from sorted(folder.glob("*.yaml"))


def _refuse_second(
    header: ChecklistHeader, headers: dict[tuple[ChecklistId, str], ChecklistHeader]
) -> None:
    """Add a header, unless another file has its id and version."""
    first = headers.setdefault((header.id, header.version), header)
    if first.sha256 != header.sha256:
        raise invalid(
            header.path,
            _("Version {version} of '{id}' is already in {file}.").format(
                version=header.version, id=header.id, file=first.path
            ),
            _(
                "Raise the version of this file (SHA-256 {theirs}), or remove one of the two"
                " (the other has {ours})."
            ).format(theirs=grouped(header.sha256), ours=grouped(first.sha256)),
        )


def _broken(path: Path, error: ChecklistInvalidError) -> BrokenFile:
    return BrokenFile(path, tuple(each for each in error.faults if isinstance(each, Fault)))


def _not_found(message: str) -> ChecklistNotFoundError:
    return ChecklistNotFoundError(message, _("Choose one from the list of checklists."))
