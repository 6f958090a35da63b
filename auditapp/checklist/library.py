# SPDX-License-Identifier: MPL-2.0
"""Find the checklists in their folders, and load each when it is first needed.

Only the headers are read to list them. A file that cannot be read is reported and stops no other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.checklist.faults import Fault, LineMap
from auditapp.checklist.versions import VERSION, version_key
from auditapp.checklist.yaml_reader import MAX_BYTES, read
from auditapp.errors import ChecklistInvalidError, ChecklistNotFoundError
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId

if TYPE_CHECKING:  # pydantic takes a fifth of a second, and lists of checklists do without it
    from auditapp.checklist.beside import Beside
    from auditapp.checklist.models import Checklist

FORMAT = "checklist/1"


@dataclass(frozen=True, slots=True)
class ChecklistHeader:
    """Say what a checklist is, without its questions."""

    id: ChecklistId
    version: str
    status: str
    title: str
    purpose: str
    path: Path


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """Name a file that is meant to be a checklist, and what is wrong with it."""

    path: Path
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class LoadedChecklist:
    """Hold a checklist with the bytes it came from; ``path`` is None when an audit carried them."""

    checklist: "Checklist"
    data: bytes
    sha256: str
    path: Path | None = None


def load_bytes(
    data: bytes, name: str, *, path: Path | None = None, checked: bool = True
) -> LoadedChecklist:
    """Return the checklist in ``data``; ``name`` is what faults call it.

    Bytes that an audit carries passed the checks of their day: load them with ``checked=False``, so
    that a stricter check of a later version never makes an audit unreadable.

    Raises:
        ChecklistInvalidError: the checklist has faults; they are listed.
    """
    # Loading needs pydantic, which the list of checklists at the start does without.
    from auditapp.checklist.loading import checked_checklist, parse_checklist  # noqa: PLC0415

    checklist = checked_checklist(data, name) if checked else parse_checklist(data, name)[0]
    return LoadedChecklist(checklist, data, sha256(data).hexdigest(), path)


def load_file(path: Path, beside: "Beside") -> LoadedChecklist:
    """Return the checklist in a file outside the library, fully checked against what is beside.

    Raises:
        ChecklistInvalidError: the file cannot be read or has faults; they are listed.
    """
    from auditapp.checklist.loading import checked_checklist  # noqa: PLC0415 - loads pydantic

    data = _bytes(path)
    checklist = checked_checklist(data, path.name, beside)
    return LoadedChecklist(checklist, data, sha256(data).hexdigest(), path)


class Library:
    """Know the checklists of some folders; of two equal ids and versions the first one counts."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._headers: tuple[ChecklistHeader, ...] | None = None
        self._broken: tuple[BrokenFile, ...] = ()
        self._loaded: dict[Path, LoadedChecklist] = {}

    def headers(self) -> tuple[ChecklistHeader, ...]:
        """Return what the folders hold, by title, older versions of a checklist first."""
        if self._headers is None:
            self._read_headers()
        return self._headers or ()

    def broken(self) -> tuple[BrokenFile, ...]:
        """Return the files that are meant to be checklists and have no readable header."""
        self.headers()
        return self._broken

    def load(self, checklist_id: ChecklistId) -> LoadedChecklist:
        """Return the latest version of a checklist.

        Raises:
            ChecklistNotFoundError: no folder holds it.
            ChecklistInvalidError: its file has faults; they are listed.
        """
        found = [header for header in self.headers() if header.id == checklist_id]
        if not found:
            raise _not_found(_("There is no checklist '{id}'.").format(id=checklist_id))
        return self._load(max(found, key=lambda header: version_key(header.version)).path)

    def find(self, checklist_id: ChecklistId, version: str) -> LoadedChecklist:
        """Return one version of a checklist.

        Raises:
            ChecklistNotFoundError: no folder holds that version.
            ChecklistInvalidError: its file has faults; they are listed.
        """
        for header in self.headers():
            if (header.id, header.version) == (checklist_id, version):
                return self._load(header.path)
        raise _not_found(
            _("There is no version {version} of checklist '{id}'.").format(
                version=version, id=checklist_id
            )
        )

    def refresh(self) -> None:
        """Forget everything, so that the folders are read again when next asked."""
        self._headers = None
        self._loaded.clear()

    def _load(self, path: Path) -> LoadedChecklist:
        if path not in self._loaded:
            self._loaded[path] = load_bytes(_bytes(path), path.name, path=path)
        return self._loaded[path]

    def _read_headers(self) -> None:
        headers: dict[tuple[ChecklistId, str], ChecklistHeader] = {}
        broken = []
        for path in self._files():
            try:
                header = _header(path)
                if header is not None:
                    _refuse_second(header, headers)
            except ChecklistInvalidError as error:
                faults = tuple(each for each in error.faults if isinstance(each, Fault))
                broken.append(BrokenFile(path, faults))
        self._headers = tuple(
            sorted(headers.values(), key=lambda each: (each.title, version_key(each.version)))
        )
        self._broken = tuple(broken)

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from sorted(folder.glob("*.yaml"))


def _refuse_second(
    header: ChecklistHeader, headers: dict[tuple[ChecklistId, str], ChecklistHeader]
) -> None:
    """Add a header, unless another file has its id and version."""
    first = headers.setdefault((header.id, header.version), header)
    if first is header:
        return
    ours, theirs = (sha256(_bytes(each.path)).hexdigest() for each in (first, header))
    if ours != theirs:
        raise _invalid(
            header.path,
            _("Version {version} of '{id}' is already in {file}.").format(
                version=header.version, id=header.id, file=first.path
            ),
            _(
                "Raise the version of this file (SHA-256 {theirs}), or remove one of the two"
                " (the other has {ours})."
            ).format(theirs=theirs, ours=ours),
        )


def _header(path: Path) -> ChecklistHeader | None:
    """Read the header of a checklist; None when the file is something else."""
    data = _bytes(path)
    plain, lines = read(data, path.name, stop_before="sections")
    keys = ("id", "version", "status", "title", "purpose")
    if isinstance(plain, dict) and not plain.keys() >= {"schema", *keys}:
        plain, lines = read(data, path.name)
    form = plain.get("schema") if isinstance(plain, dict) else None
    if isinstance(form, str) and not form.startswith("checklist/"):
        return None
    if not isinstance(plain, dict) or form != FORMAT:
        raise _invalid(
            path,
            _("This file is not in the format {format}.").format(format=FORMAT),
            _("Begin the file with schema: {format}, or update this program.").format(
                format=FORMAT
            ),
            lines.place(("schema",)),
        )
    version = _text(plain, "version", path, lines)
    if not re.match(VERSION, version):
        raise _invalid(
            path,
            _("'version' cannot be '{version}'.").format(version=version[:40]),
            _('Write numbers with dots, in quotes, as in "1.0".'),
            lines.place(("version",)),
        )
    checklist_id = ChecklistId(_text(plain, "id", path, lines))
    status, title, purpose = (_text(plain, key, path, lines) for key in keys[2:])
    return ChecklistHeader(checklist_id, version, status, title, purpose, path)


def _text(plain: Mapping[str, object], key: str, path: Path, lines: LineMap) -> str:
    value = plain.get(key)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise _invalid(
        path,
        _("'{key}' is missing, or is not text.").format(key=key),
        _("Write it at the top of the file, in quotes if it is a number."),
        lines.place((key,)),
    )


def _bytes(path: Path) -> bytes:
    """Return a file's bytes, or one byte more than any checklist may have."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _invalid(
            path,
            _("This file cannot be opened: {reason}.").format(reason=error.strerror),
            _("Ask whoever looks after this computer for the right to read it."),
        ) from error


def _invalid(
    path: Path, message: str, remedy: str, place: tuple[int, int] = (1, 1)
) -> ChecklistInvalidError:
    fault = Fault(path.name, *place, message, remedy)
    return ChecklistInvalidError(
        _("{file} cannot be read.").format(file=path.name), (fault,), remedy
    )


def _not_found(message: str) -> ChecklistNotFoundError:
    return ChecklistNotFoundError(message, _("Choose one from the list of checklists."))
