# SPDX-License-Identifier: MPL-2.0
"""Load and save the sealed objects of one workspace: its audits and its catalogue.

A file is replaced only after the new one is durable. So a damaged file is always real damage, never
a torn save: then the save before it stands in, and the damaged file is kept for a specialist.
"""

import os
from contextlib import suppress
from pathlib import Path

from auditapp.errors import AuditDamagedError, AuditNotFoundError
from auditapp.files import free_name, remove, set_aside, sync_folder, write_atomically
from auditapp.store import refusals
from auditapp.store.envelope import DamagedError, Header, seal
from auditapp.store.object_files import ObjectFiles
from auditapp.store.sealed_object import Loaded, Place

RESERVE_SIZE = 1 << 20
"""Bytes of ballast: about fifteen saves of an audit on a full disk."""


class SealedFolder(ObjectFiles):
    """Load and save sealed objects, until `close`.

    ``has_failed`` says that the system refused a save: its file may be in place all the same.
    """

    def __init__(self, root: Path, store_id: bytes, data_key: bytes) -> None:
        super().__init__(root, store_id, data_key)
        self.has_failed = False
        self._reserve = root / "reserve"
        self._deleted: set[Path] = set()

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

    def is_lost(self, place: Place) -> bool:
        """Tell whether the file of an object is gone, and it was not `delete` that did it.

        Raises:
            SaveFailedError: The system does not let us look.
        """
        with refusals.saving():
            return place.path not in self._deleted and not place.path.exists()

    def save(
        self,
        place: Place,
        generation: int,
        summary: bytes,
        body: bytes,
        *,
        keep_previous: bool = True,
    ) -> Header:
        """Make one save of an object durable and return its header.

        The save before stays beside it, unless it is not to be kept.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._open_key()
        header, file = seal(place.key, generation, summary, body)
        self.write(place.path, file, keep_previous=keep_previous)
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
                remove(self._reserve)
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
                remove(path)
            sync_folder(folder)

    def delete_damaged(self, place: Place) -> None:
        """Delete the damaged copies of an object that were kept for a specialist.

        Raises:
            SaveFailedError: The system refused it.
        """
        with refusals.saving():
            for path in place.path.parent.glob(f"{place.path.stem}.*damaged-*"):
                remove(path)

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
