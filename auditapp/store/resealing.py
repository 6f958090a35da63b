# SPDX-License-Identifier: MPL-2.0
"""Seal every object of a workspace under a new data key, whole or not at all.

The new set is made in a folder inside the workspace, and each file is read back. Then the folder is
renamed: that one rename is the moment from which the new key holds. What follows only moves files
to their places, which takes no key and no room; if the program dies meanwhile, the next unlock goes
on with it before it reads a key. Until the rename, whatever is found is thrown away.

The set lies inside the workspace, and not beside it, so that the lock stays held, the workspace is
never without its key file, and Windows has no open file to object to.
"""

import errno
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from auditapp.errors import SaveFailedError
from auditapp.files import (
    make_private_folder,
    move,
    move_folder,
    remove,
    set_aside,
    sync_folder,
    write_new,
)
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, ReportProgress
from auditapp.store import refusals
from auditapp.store.envelope import DamagedError, Unsealed, seal
from auditapp.store.key_file import KEY_FILE, KEY_FILE_COPY, KeyFile, write_key_file
from auditapp.store.object_places import LEDGER
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.sealed_object import Place

UNFINISHED: Final = "sealing-anew"
"""The folder of a set that is being made; without value."""

FINISHED: Final = "sealed-anew"
"""The folder of a set that is in force, and on its way to its places."""

_THREADS: Final = 8  # most of the time goes into waiting for the disk
_MARGIN: Final = 4 << 20  # bytes left free for the key file, the list and the next answers
_BLOCK: Final = 4096  # bytes that the end of a file may waste
_MAY_BE_LOST: Final = ("logbook", "draft front")


class UnsealableError(Exception):
    """Name the audits and ledgers (by id; "" for the list of audits) whose file is damaged."""

    def __init__(self, audit_ids: tuple[str, ...]) -> None:
        super().__init__()
        self.audit_ids = audit_ids


@dataclass(frozen=True, slots=True)
class Resealed:
    """Say how many objects have the new key, and how many damaged files kept the old one."""

    objects: int
    left_behind: int


@dataclass(frozen=True, slots=True)
class _Copied:
    """Say which files of an object are damaged; of a damaged current one nothing was copied."""

    place: Place
    is_damaged: bool
    is_previous_damaged: bool


class NewSet:
    """Make a second set of all objects, under another key."""

    def __init__(self, old: SealedFolder, root: Path, data_key: bytes, key_file: KeyFile) -> None:
        """Prepare it.

        Args:
            old: The open workspace.
            root: Its folder.
            data_key: The new one.
            key_file: What wraps the new data key; the id of the workspace stays the same.
        """
        self._old = old
        self._root = root
        self._key_file = key_file
        self._folder = root / UNFINISHED
        self._new = SealedFolder(self._folder, key_file.store_id, data_key)

    def make(
        self,
        report_progress: ReportProgress,
        is_cancelled: IsCancelled,
        threads: int = _THREADS,
    ) -> int | None:
        """Write the set and check it; return the number of objects, or None when cancelled.

        Raises:
            UnsealableError: Audits are damaged.
            SaveFailedError: There is too little room, or the system refused it.
            AuditDamagedError, SchemaTooNewError: A file cannot be read, or is a newer one.
        """
        places = self._old.places()
        with refusals.saving():
            self._require_room(places)
            try:
                return self._make(places, report_progress, is_cancelled, threads)
            except BaseException:
                discard(self._root)
                raise

    def put_in_force(self) -> None:
        """Let the new key hold, by one rename. `finish` does the rest.

        Raises:
            SaveFailedError: The system refused it, and the old key still holds.
        """
        try:
            with refusals.saving():
                move_folder(self._folder, self._root / FINISHED)
        except SaveFailedError:
            discard(self._root)
            raise

    def _make(
        self,
        places: list[Place],
        report_progress: ReportProgress,
        is_cancelled: IsCancelled,
        threads: int,
    ) -> int | None:
        discard(self._root)
        for folder in (self._folder, self._folder / "audits"):
            make_private_folder(folder)
        copied = self._copy_all(places, report_progress, is_cancelled, threads)
        if copied is None:
            discard(self._root)
            return None
        _set_damaged_aside(copied)
        write_key_file(self._folder, self._key_file)
        for folder in (self._folder / "audits", self._folder):
            sync_folder(folder)
        return len(places)

    def _copy_all(
        self,
        places: list[Place],
        report_progress: ReportProgress,
        is_cancelled: IsCancelled,
        threads: int,
    ) -> list[_Copied] | None:
        copied: list[_Copied] = []
        with ThreadPoolExecutor(threads) as pool:
            try:
                for copy in as_completed([pool.submit(self._copy, place) for place in places]):
                    if is_cancelled():
                        return None
                    copied.append(copy.result())
                    report_progress(len(copied), len(places))
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
        return None if is_cancelled() else copied

    def _copy(self, place: Place) -> _Copied:
        target = self._new.twin_of(place, self._root)
        try:
            current = self._old.unseal(place, place.path)
        except (FileNotFoundError, DamagedError):
            return _Copied(place, is_damaged=True, is_previous_damaged=False)
        self._write(current, target, target.path)
        try:
            previous = self._old.unseal(place, place.previous)
        except FileNotFoundError:
            return _Copied(place, is_damaged=False, is_previous_damaged=False)
        except DamagedError:
            return _Copied(place, is_damaged=False, is_previous_damaged=True)
        self._write(previous, target, target.previous)
        return _Copied(place, is_damaged=False, is_previous_damaged=False)

    def _write(self, old: Unsealed, target: Place, path: Path) -> None:
        _header, file = seal(target.key, old.header.generation, old.summary, old.body)
        write_new(path, file)
        # The old file is going to be replaced: believe the disk, and not what was meant for it.
        try:
            new = self._new.unseal(target, path)
        except DamagedError as error:
            raise OSError(errno.EIO, "the copy cannot be read") from error
        before = (old.header.generation, old.summary, old.body)
        if before != (new.header.generation, new.summary, new.body):
            raise OSError(errno.EIO, "the copy differs")

    def _require_room(self, places: list[Place]) -> None:
        files = [path for place in places for path in (place.path, place.previous)]
        sizes = [path.stat().st_size for path in files if path.exists()]
        needed = sum(sizes) + _BLOCK * len(sizes) + _MARGIN
        free = shutil.disk_usage(self._root).free
        if free < needed:
            raise SaveFailedError(
                _(
                    "There is too little room on the disk: {needed} MB are needed for a while, "
                    "and {free} MB are free."
                ).format(needed=-(-needed // 1_000_000), free=free // 1_000_000),
                _("Free some space, then try again. Nothing has been changed."),
            )


def finish(root: Path) -> None:
    """Move a set that is in force to its places; nothing if there is none.

    It may be called again after any interruption.

    Raises:
        SaveFailedError: The system refused it. It must succeed before anything here is opened.
    """
    folder = root / FINISHED
    if not folder.exists():
        return
    with refusals.saving():
        # Nothing stays under the old key: these are made again from the audits.
        for path in root.glob("digest-*"):
            remove(path)
        sync_folder(root)
        # The key files last, so that a set on its way is never taken for one that has arrived.
        keys = (KEY_FILE, KEY_FILE_COPY)
        for path in sorted(_files_in(folder), key=lambda path: path.name in keys):
            move(path, root / path.relative_to(folder))
        for each in (root / "audits", root):
            sync_folder(each)
        for each in (folder / "audits", folder):
            with suppress(FileNotFoundError):
                each.rmdir()
        sync_folder(root)


def discard(root: Path) -> None:
    """Throw a set away that is not in force, if there is one and the system lets us."""
    shutil.rmtree(root / UNFINISHED, ignore_errors=True)


def left_behind(root: Path) -> int:
    """Return how many files were put aside as damaged; they keep the key that they had."""
    return sum(1 for folder in (root, root / "audits") for _each in folder.glob("*.damaged-*"))


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _set_damaged_aside(copied: list[_Copied]) -> None:
    """Put aside what cannot have the new key, and could otherwise be taken for what has it."""
    damaged = [each.place for each in copied if each.is_damaged]
    needed = [place for place in damaged if place.purpose not in _MAY_BE_LOST]
    if needed:
        has_id = ("audit", LEDGER)
        ids = (place.key.object_id.hex() if place.purpose in has_id else "" for place in needed)
        raise UnsealableError(tuple(sorted(ids)))
    files = [path for place in damaged for path in (place.path, place.previous)]
    files += [each.place.previous for each in copied if each.is_previous_damaged]
    for path in files:
        if path.exists():
            set_aside(path)
