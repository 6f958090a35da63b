# SPDX-License-Identifier: MPL-2.0
"""Load and save the sealed objects of one workspace: its audits and its catalogue.

A file is replaced only after the new one is durable. So a damaged file is always real damage, never
a torn save: then the save before it stands in, and the damaged file is kept for a specialist.
"""

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from auditapp.errors import AuditDamagedError, AuditNotFoundError
from auditapp.files import (
    free_name,
    read_bytes,
    read_start,
    set_aside,
    sync_folder,
    write_atomically,
)
from auditapp.store import refusals
from auditapp.store.envelope import (
    HEADER_SIZE,
    DamagedError,
    Header,
    ObjectKey,
    Unsealed,
    read_header,
    seal,
    unseal,
    unseal_summary,
)
from auditapp.store.keys import object_cipher
from auditapp.store.sealed_object import Intact, Loaded, Peeked, Place

RESERVE_SIZE = 1 << 20
"""Bytes of ballast: about fifteen saves of an audit on a full disk."""

_HEX_DIGITS, _ID_LENGTH = "0123456789abcdef", 32
_AUDIT_ID = re.compile(r"[0-9a-f]{32}")
_STATISTICS = re.compile(r"statistics-([0-9a-f]{32})\.(seal|prev)")
_LOG_PAGE = re.compile(r"log-(\d{6})\.(seal|prev)")
_SUMMARY_START = 2048  # bytes; nearly every header and summary fits


class SealedFolder:
    """Load and save sealed objects under one data key, until `close`.

    ``has_failed`` says that the system refused a save: its file may be in place all the same.
    """

    def __init__(self, root: Path, store_id: bytes, data_key: bytes) -> None:
        self._root = root
        self._audits = root / "audits"
        self._reserve = root / "reserve"
        self.store_id = store_id
        self._data_key: bytes | None
        self.has_failed = False
        self._deleted: set[Path] = set()
        self._take_key(data_key)

    def place_of(self, audit_id: str) -> Place:
        """Return where an audit is kept, whether there is one or not.

        Raises:
            AuditNotFoundError: ``audit_id`` cannot be the id of an audit, nor a safe file name.
        """
        if not _AUDIT_ID.fullmatch(audit_id):
            raise refusals.audit_not_found()
        return self._place(self._audits / f"{audit_id}.seal", "audit", bytes.fromhex(audit_id))

    def audit_ids(self) -> set[str]:
        """Return the ids of the audits that have a file, be it only the previous one."""
        with os.scandir(self._audits) as entries:
            names = [entry.name for entry in entries]
        stems = {name[:32] for name in names if name[32:] in (".seal", ".prev")}
        # As `_AUDIT_ID`, but in a tenth of the time: every start of the program waits for this.
        return {stem for stem in stems if not stem.strip(_HEX_DIGITS) and len(stem) == _ID_LENGTH}

    def log_page(self, number: int) -> Place:
        """Return where a page of the logbook is kept; pages are numbered from 1."""
        path = self._root / f"log-{number:06}.seal"
        return self._place(path, "logbook", number.to_bytes(16, "big"))

    def log_page_numbers(self) -> set[int]:
        """Return the numbers of the pages that have a file, be it only the previous one."""
        found = (_LOG_PAGE.fullmatch(path.name) for path in self._root.iterdir())
        return {int(match[1]) for match in found if match}

    def statistics_of(self, audit_id: str) -> Place:
        """Return where the figures of an erased audit are kept, whether there are any or not.

        Raises:
            AuditNotFoundError: ``audit_id`` cannot be the id of an audit.
        """
        if not _AUDIT_ID.fullmatch(audit_id):
            raise refusals.audit_not_found()
        path = self._root / f"statistics-{audit_id}.seal"
        return self._place(path, "statistics", bytes.fromhex(audit_id))

    def ids_with_statistics(self) -> set[str]:
        """Return the ids of the erased audits whose figures have a file."""
        found = (_STATISTICS.fullmatch(path.name) for path in self._root.iterdir())
        return {match[1] for match in found if match}

    def places(self) -> list[Place]:
        """Return the place of every sealed object there is, the audits first."""
        return [*map(self.place_of, sorted(self.audit_ids())), *self.places_beside_audits()]

    def places_beside_audits(self) -> list[Place]:
        """Return the place of every sealed object there is that is no audit."""
        beside = [self.catalogue, self.draft_front]
        return [
            *(each for each in beside if each.path.exists() or each.previous.exists()),
            *map(self.log_page, sorted(self.log_page_numbers())),
            *map(self.statistics_of, sorted(self.ids_with_statistics())),
        ]

    def twin_of(self, place: Place, root: Path) -> Place:
        """Return where this folder keeps the object that the one in ``root`` has at ``place``."""
        path = self._root / place.path.relative_to(root)
        return self._place(path, place.purpose, place.key.object_id)

    def name_of(self, place: Place) -> str:
        """Return the name of an object's file below the workspace, with slashes."""
        return place.path.relative_to(self._root).as_posix()

    def load(self, place: Place) -> Loaded:
        """Return the object, or its previous save if the file is damaged or gone.

        A save that stands in becomes the current one, so that all later saves are newer than the
        damaged one was.

        Raises:
            AuditNotFoundError: There is neither file.
            AuditDamagedError: No good file is left, or the system does not let us read it.
            SchemaTooNewError: A newer version of this program wrote it.
            SaveFailedError: The previous save could not be put in its place.
        """
        try:
            current = self.unseal(place, place.path)
        except (FileNotFoundError, DamagedError) as fault:
            return self._recover(place, fault)
        return Loaded(current.header, current.summary, current.body, is_recovered=False)

    def unseal(self, place: Place, path: Path) -> Unsealed:
        """Return the verified contents of ``path``, one of the two files of an object.

        Raises:
            FileNotFoundError: There is none.
            DamagedError: It is not what was written.
            AuditDamagedError: The system does not let us read it.
            SchemaTooNewError: A newer version of this program wrote it.
        """
        return unseal(place.key, self._read(path))

    def newest_good(self, place: Place) -> Intact:
        """Return the newest file of an object that verifies. Unlike `load`, change nothing.

        Raises:
            AuditNotFoundError: There is no file.
            AuditDamagedError: No good file is left, or the system does not let us read it.
            SchemaTooNewError: A newer version of this program wrote it.
        """
        faults: list[Exception] = []
        for path in (place.path, place.previous):
            try:
                file = self._read(path)
                return Intact(file, unseal(place.key, file), is_previous=bool(faults))
            except (FileNotFoundError, DamagedError) as fault:
                faults.append(fault)
        if all(isinstance(fault, FileNotFoundError) for fault in faults):
            raise refusals.audit_not_found()
        raise refusals.audit_damaged()

    def put_by(self, place: Place) -> None:
        """Keep what an object holds now in a file that no save touches, ``<name>.replaced-<n>``.

        A file that is damaged is set aside. Nothing else changes.

        Raises:
            AuditDamagedError, SchemaTooNewError: As `newest_good`, where it is not just damage.
            SaveFailedError: The system refused it.
        """
        try:
            good = self.newest_good(place)
        except AuditNotFoundError:
            return
        except AuditDamagedError:
            self.set_aside(place)
            return
        self.write(free_name(place.path, "replaced"), good.file)
        if good.is_previous and place.path.exists():
            with refusals.saving():
                set_aside(place.path)

    def peek(self, place: Place) -> Peeked:
        """Return the summary of an object, reading no more of the file than that takes.

        Raises:
            AuditDamagedError: No good file is left.
            SchemaTooNewError: A newer version of this program wrote it.
        """
        for is_previous in (False, True):
            with suppress(OSError, DamagedError):
                path = place.previous if is_previous else place.path
                generation, summary = self._unseal_summary(place, path)
                return Peeked(generation, summary, is_previous)
        raise refusals.audit_damaged()

    def is_previous_damaged(self, place: Place) -> bool:
        """Tell whether the object has a previous save that could not stand in for a damaged file.

        Raises:
            AuditDamagedError: The system does not let us read it.
        """
        try:
            self.unseal(place, place.previous)
        except FileNotFoundError:  # it was saved once, or the disk has no hard links
            return False
        except DamagedError:
            return True
        return False

    def is_damaged(self, place: Place) -> bool:
        """Tell whether an object has no file that is whole; nothing is mended.

        Raises:
            AuditDamagedError: The system does not let us read it.
        """
        try:
            self.unseal(place, place.path)
        except (FileNotFoundError, DamagedError):
            return True
        return False

    def is_lost(self, place: Place) -> bool:
        """Tell whether the file of an object is gone, and it was not `delete` that did it.

        Raises:
            SaveFailedError: The system does not let us look.
        """
        with refusals.saving():
            return place.path not in self._deleted and not place.path.exists()

    def header(self, place: Place) -> Header | None:
        """Return the header on the disk, or None if there is none that belongs there."""
        try:
            return read_header(place.key, read_start(place.path, HEADER_SIZE))
        except (OSError, DamagedError):
            return None

    def save(self, place: Place, generation: int, summary: bytes, body: bytes) -> Header:
        """Make one save of an object durable and return its header.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._open_key()
        header, file = seal(place.key, generation, summary, body)
        self.write(place.path, file, keep_previous=True)
        self._deleted.discard(place.path)
        return header

    def write(
        self, path: Path, contents: bytes | bytearray, *, keep_previous: bool = False
    ) -> None:
        """Write a file; on a full disk the reserve is given up for it.

        Raises:
            SaveFailedError: The system refused it.
        """
        self.has_failed, before = True, self.has_failed
        with refusals.saving():
            try:
                write_atomically(path, contents, keep_previous=keep_previous)
            except OSError as error:
                if error.errno not in refusals.FULL_DISK or self.is_disk_full:
                    raise
                self._reserve.unlink()
                write_atomically(path, contents, keep_previous=keep_previous)
        self.has_failed = before

    def set_aside(self, place: Place) -> None:
        """Rename both files of an object of which neither is good, so that no save replaces them.

        Raises:
            SaveFailedError: The system refused it.
        """
        with refusals.saving():
            for path in (place.path, place.previous):
                with suppress(FileNotFoundError):
                    set_aside(path)

    def delete(self, place: Place) -> None:
        """Delete every file of an object, its damaged ones too; the current one goes last.

        Raises:
            SaveFailedError: The system refused it.
        """
        folder, stem = place.path.parent, place.path.stem
        self._deleted.add(place.path)
        with refusals.saving():
            files = [path for path in folder.iterdir() if path.name.startswith(f"{stem}.")]
            for path in sorted(files, key=lambda path: path == place.path):
                path.unlink()
            sync_folder(folder)

    def delete_damaged(self, place: Place) -> None:
        """Delete the damaged copies of an object that were kept for a specialist.

        Raises:
            SaveFailedError: The system refused it.
        """
        with refusals.saving():
            for path in place.path.parent.glob(f"{place.path.stem}.*damaged-*"):
                path.unlink()

    def make_reserve(self) -> None:
        """Set space aside for the last saves on a full disk, if there is space to set aside."""
        if self.is_disk_full:
            with suppress(OSError):
                # Random, because some file systems give zeros no space.
                write_atomically(self._reserve, os.urandom(RESERVE_SIZE))

    @property
    def is_disk_full(self) -> bool:
        """Tell whether the reserve has been given up, or could not be made."""
        return not self._reserve.exists()

    @property
    def is_open(self) -> bool:
        """Tell whether there is a key to load and save with."""
        return self._data_key is not None

    def close(self) -> None:
        """Forget the key; nothing can be loaded or saved any more."""
        self._data_key = None

    def object_key(self, purpose: str, object_id: bytes = bytes(16)) -> ObjectKey:
        """Return what an object is sealed with; each purpose and each id has a key of its own."""
        cipher = object_cipher(self._open_key(), self.store_id, purpose, object_id)
        return ObjectKey(self.store_id, object_id, cipher)

    def _take_key(self, data_key: bytes) -> None:
        self._data_key = data_key
        self.catalogue = self._place(self._root / "catalogue.seal", "catalogue", bytes(16))
        self.draft_front = self._place(self._root / "draft-front.seal", "draft front", bytes(16))

    def _place(self, path: Path, purpose: str, object_id: bytes) -> Place:
        return Place(path, purpose, self.object_key(purpose, object_id))

    def _open_key(self) -> bytes:
        if self._data_key is None:
            raise ValueError("the workspace is closed")
        return self._data_key

    def _read(self, path: Path) -> bytes:
        try:
            return read_bytes(path)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno != errno.EIO:
                raise refusals.audit_unreadable() from error
            raise DamagedError("the disk cannot read it") from error

    def _recover(self, place: Place, fault: Exception) -> Loaded:
        try:
            previous = self.unseal(place, place.previous)
        except FileNotFoundError as also:
            if isinstance(fault, FileNotFoundError):
                raise refusals.audit_not_found() from also
            raise refusals.audit_damaged() from fault
        except DamagedError as also:
            raise refusals.audit_damaged() from also
        if isinstance(fault, DamagedError):
            with refusals.saving():
                set_aside(place.path)
        # The damaged save was one newer than the previous one, which is left as it is.
        generation = previous.header.generation + 2
        header, file = seal(place.key, generation, previous.summary, previous.body)
        self.write(place.path, file)
        return Loaded(header, previous.summary, previous.body, is_recovered=True)

    def _unseal_summary(self, place: Place, path: Path) -> tuple[int, bytes]:
        start = read_start(path, _SUMMARY_START)
        header = read_header(place.key, start)
        # Before reading more: a damaged length must not make us ask for gigabytes.
        if path.stat().st_size != header.file_size:
            raise DamagedError("wrong length")
        needed = HEADER_SIZE + header.summary_length
        if needed > len(start):
            start = read_start(path, needed)
        return header.generation, unseal_summary(place.key, header, start)


def place_named(folder: SealedFolder, name: str) -> Place:
    """Return the place of the sealed object whose file has this name below the workspace.

    Args:
        folder: The workspace.
        name: Such as ``audits/<32 hex>.seal``, with a slash on every system.

    Raises:
        AuditNotFoundError: No object has a file of this name.
    """
    page = _LOG_PAGE.fullmatch(name)
    if page is not None and page[2] == "seal":
        return folder.log_page(int(page[1]))
    figures = _STATISTICS.fullmatch(name)
    if figures is not None and figures[2] == "seal":
        return folder.statistics_of(figures[1])
    for place in (folder.catalogue, folder.draft_front):
        if place.path.name == name:
            return place
    above, _slash, below = name.rpartition("/")
    if above != "audits" or not below.endswith(".seal"):
        raise refusals.audit_not_found()
    return folder.place_of(below.removesuffix(".seal"))
