# SPDX-License-Identifier: MPL-2.0
"""Copy an open workspace, while it is in use, into one file, and read that back.

Each audit is copied as it is at that moment, without keeping a save waiting. The list that goes in
with them is made of what was copied, so that all of it fits together however much was saved
meanwhile.
"""

import datetime as dt
import shutil
import zipfile
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import orjson

from auditapp import __version__
from auditapp.errors import (
    AuditDamagedError,
    AuditNotFoundError,
    BackupDamagedError,
    SchemaTooNewError,
)
from auditapp.files import flush_to_disk, replacing
from auditapp.store import backup_refusals
from auditapp.store.backup_file import BESIDE, MANIFEST, BackupFile, seal_beside
from auditapp.store.backup_manifest import Manifest, Member, seal_manifest
from auditapp.store.key_file import KEY_FILE, KEY_FILE_COPY
from auditapp.store.object_places import LEDGER
from auditapp.store.repository import AuditRepository
from auditapp.store.sealed_object import Intact, Place
from auditapp.store.sealed_storage import Row
from auditapp.store.vault import Vault
from auditapp.store.watch import Watch

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can name: the times of single files are nobody's business."""

_PRIVATE_FILE = 0o600 << 16


class BackupWriter:
    """Make one backup of an open workspace."""

    def __init__(
        self,
        vault: Vault,
        audits: AuditRepository,
        guard: AbstractContextManager[object],
        watch: Watch,
    ) -> None:
        """Get ready.

        Args:
            vault: The open workspace.
            audits: Its list of audits.
            guard: Keeps everybody else from the workspace while it is entered.
            watch: Is told of each file that was copied and read back.
        """
        self._vault = vault
        self._audits = audits
        self._guard = guard
        self._watch = watch
        self._members: list[Member] = []
        self._copied: dict[str, tuple[int, Row]] = {}
        self._ledgers: dict[str, int] = {}
        self._earlier: list[str] = []
        self._left_out: list[str] = []

    def write(self, target: Path, made_at: dt.datetime, beside: Mapping[str, bytes]) -> Manifest:
        """Write the backup, read it back, and put it in its place; say what is in it.

        What is acknowledged before this is called is in it.

        Args:
            target: The file; one that is there is replaced at the very end.
            made_at: Now.
            beside: What else goes in, sealed, by name: nothing about a case.

        Raises:
            BackupFailedError: It could not be written, or not be read back.
            BackupCancelledError: The person stopped it.
        """
        with backup_refusals.writing_backup(target):
            self._require_room(target)
            with replacing(target) as new:
                with zipfile.ZipFile(new, "w", zipfile.ZIP_STORED) as archive:
                    manifest = self._fill(archive, made_at, beside)
                flush_to_disk(new)
                self._read_back(new)
        return manifest

    def _fill(
        self, archive: zipfile.ZipFile, made_at: dt.datetime, beside: Mapping[str, bytes]
    ) -> Manifest:
        with self._guard:
            known = self._audits.generations()
            listed = sorted(known.keys() | self._vault.audit_ids())
        self._watch.expect(2 * len(listed))
        for audit_id in listed:
            self._copy_audit(archive, audit_id, known.get(audit_id, 0))
            self._watch.step()
        with self._guard:
            self._finish_audits(archive, set(listed))
            for place in self._vault.places_beside_audits():
                if place is not self._vault.catalogue:
                    self._copy_beside(archive, place)
            name = self._vault.name_of(self._vault.catalogue)
            self._add(archive, name, self._audits.sealed_list(self._copied, self._ledgers))
            key_file = self._vault.key_file.without_keychain().to_bytes()
        self._add(archive, BESIDE, seal_beside(self._vault, beside))
        for name in (KEY_FILE, KEY_FILE_COPY):
            self._add(archive, name, key_file)
        manifest = Manifest(
            made_at, __version__, tuple(self._members), tuple(self._earlier), tuple(self._left_out)
        )
        self._add(archive, MANIFEST, seal_manifest(self._vault, manifest))
        return manifest

    def _finish_audits(self, archive: zipfile.ZipFile, listed: set[str]) -> None:
        """Copy the audits that were started meanwhile, and do not miss those that were removed."""
        there = self._audits.generations().keys() | self._vault.audit_ids()
        for audit_id in sorted(there - listed):
            self._copy_audit(archive, audit_id, 0)
        gone = {self._vault.name_of(self._vault.place_of(each)) for each in listed - there}
        self._left_out = [name for name in self._left_out if name not in gone]

    def _copy_audit(self, archive: zipfile.ZipFile, audit_id: str, known: int) -> None:
        """Copy an audit and remember how it is in the backup; ``known``: its generation at least.

        One that was replaced by an older copy of itself goes in, and is still noticed as such,
        because the list goes on to know better.
        """
        good = self._copy(archive, self._vault.place_of(audit_id))
        if good is None:
            return
        generation = good.unsealed.header.generation
        if generation + good.is_previous >= known:
            self._copied[audit_id] = (generation, orjson.loads(good.unsealed.summary))

    def _copy_beside(self, archive: zipfile.ZipFile, place: Place) -> None:
        """Copy what is no audit; remember how a ledger is in the backup, as with an audit."""
        good = self._copy(archive, place)
        ledger_id = place.key.object_id.hex()
        if good is not None and place.purpose == LEDGER:
            known = self._audits.ledgers.generation(ledger_id)
            if good.unsealed.header.generation + good.is_previous >= known:
                self._ledgers[ledger_id] = good.unsealed.header.generation

    def _copy(self, archive: zipfile.ZipFile, place: Place) -> Intact | None:
        """Copy an object if a file of it verifies; return what was copied."""
        name = self._vault.name_of(place)
        try:
            good = self._vault.newest_good(place)
        except (AuditDamagedError, AuditNotFoundError, SchemaTooNewError):
            self._left_out.append(name)
            return None
        if good.is_previous:
            self._earlier.append(name)
        self._add(archive, name, good.file)
        return good

    def _add(self, archive: zipfile.ZipFile, name: str, contents: bytes | bytearray) -> None:
        entry = zipfile.ZipInfo(name, _NO_TIME)
        entry.external_attr = _PRIVATE_FILE
        archive.writestr(entry, contents)
        self._members.append(Member.of(name, contents))

    def _read_back(self, path: Path) -> None:
        """Check the file as it is on the disk.

        Raises:
            BackupFailedError: It is not what was written.
        """
        try:
            is_whole = not BackupFile(path, self._vault).faults(self._watch)
        except BackupDamagedError as error:
            raise backup_refusals.not_read_back() from error
        if not is_whole:
            raise backup_refusals.not_read_back()

    def _require_room(self, target: Path) -> None:
        """Refuse before anything is written when there is no room for it.

        Raises:
            BackupFailedError: There is not.
            OSError: There is no such folder.
        """
        needed = sum(
            each.path.stat().st_size for each in self._vault.places() if each.path.exists()
        )
        free = shutil.disk_usage(target.parent).free
        if needed > free:
            raise backup_refusals.no_room_for_backup(needed, free)
