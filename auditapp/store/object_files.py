# SPDX-License-Identifier: MPL-2.0
"""Read the files of sealed objects as they lie on the disk, and change nothing there.

What mends, replaces and deletes them is `SealedFolder`.
"""

import errno
from contextlib import suppress
from pathlib import Path
from typing import Final

from auditapp.files import read_bytes, read_start
from auditapp.store import refusals
from auditapp.store.envelope import (
    HEADER_SIZE,
    DamagedError,
    Header,
    Unsealed,
    read_header,
    unseal,
    unseal_summary,
)
from auditapp.store.object_places import ObjectPlaces
from auditapp.store.sealed_object import Intact, Peeked, Place

_SUMMARY_START: Final = 2048  # bytes; nearly every header and summary fits


class ObjectFiles(ObjectPlaces):
    """Look at sealed objects, until `close`: each is a file and, mostly, its previous save."""

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

    def header(self, place: Place) -> Header | None:
        """Return the header on the disk, or None if there is none that belongs there."""
        try:
            return read_header(place.key, read_start(place.path, HEADER_SIZE))
        except (OSError, DamagedError):
            return None

    def _read(self, path: Path) -> bytes:
        try:
            return read_bytes(path)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno != errno.EIO:
                raise refusals.audit_unreadable() from error
            raise DamagedError("the disk cannot read it") from error

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
