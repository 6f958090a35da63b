# SPDX-License-Identifier: MPL-2.0
"""Read and check a backup: one file that holds a whole workspace, sealed as it was.

A backup is a ZIP archive without compression, so that any tool can take it apart in an emergency::

    audits/<32 hex>.seal       one audit
    draft-front.seal           the front sheet of an audit that is not started yet, if there is one
    log-<number>.seal          pages of the logbook
    ledger-<32 hex>.seal       a round, or the registers
    catalogue.seal             the list of audits, in step with the files above
    beside.seal                what lies beside the store: settings and loaded checklists, sealed
    store.key, store.key.bak   the data key, wrapped as on the day of the backup
    manifest.seal              every file above with its size and SHA-256, and when it was made

What a backup says of itself is believed only where its seals bear it out: anybody may have had it.
"""

import zipfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

import orjson

from auditapp.errors import AuditNotFoundError, reason_of
from auditapp.store import backup_refusals, refusals
from auditapp.store.backup_manifest import Member, read_manifest
from auditapp.store.catalogue_body import rows_in
from auditapp.store.envelope import DamagedError, Unsealed, seal, unseal
from auditapp.store.key_file import KEY_FILE, KEY_FILE_COPY, KeyFile
from auditapp.store.object_places import place_named
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.sealed_object import Place
from auditapp.store.sealed_storage import Row
from auditapp.store.watch import Watch

MANIFEST = "manifest.seal"
BESIDE = "beside.seal"
_BESIDE_PURPOSE = "backup beside"

_LARGEST_KEY_FILE = 1 << 16  # bytes; it is read before anything vouches for it
_KEY_FILES = (KEY_FILE, KEY_FILE_COPY)


class BackupFile:
    """Hold the key to one backup; the file itself is open only while it is read.

    ``manifest`` says what should be in it.
    """

    def __init__(self, path: Path, keys: SealedFolder) -> None:
        """Read the manifest.

        Args:
            path: The backup.
            keys: What its files are sealed with; no file of it is touched.

        Raises:
            BackupDamagedError: It is no backup, or was sealed with another key.
            SchemaTooNewError: A newer version of this program made it.
        """
        self.path = path
        self._keys = keys
        with self._archive() as archive:
            entry = archive.getinfo(MANIFEST)
            if entry.compress_type != zipfile.ZIP_STORED:  # a small file could unpack to a huge one
                raise DamagedError("compressed")
            sealed = archive.read(entry)
            self.manifest = read_manifest(keys, sealed)
            self._members = {each.name: each for each in self.manifest.members}

    @classmethod
    def open(cls, path: Path, secret: str) -> Self:
        """Open a backup with the passphrase, or the recovery key, of the day it was made.

        Raises:
            WrongPassphraseError: ``secret`` does not open it.
            BackupDamagedError, SchemaTooNewError: As above.
        """
        with _reading(path) as archive:
            key_file = _key_file_in(archive)
        data_key = key_file.open_with(secret)
        # Its folder is never used: the files are in the archive.
        return cls(path, SealedFolder(path, key_file.store_id, data_key))

    @property
    def store_id(self) -> bytes:
        """Return the id of the workspace that was backed up."""
        return self._keys.store_id

    def audit_ids(self) -> list[str]:
        """Return the ids of the audits in the backup."""
        names = (name.partition("audits/")[2] for name in self._members)
        return [name.removesuffix(".seal") for name in names if name]

    def rows(self) -> dict[str, Row]:
        """Return the rows of the list of audits, by id.

        If the list is damaged they are those of the audits that are whole.
        """
        with self._archive() as archive:
            try:
                sealed = self._read(archive, self._members[self._keys.catalogue.path.name])
                return rows_in(unseal(self._keys.catalogue.key, sealed).body)
            except (KeyError, DamagedError):
                return dict(self._summaries(archive))

    def audit(self, audit_id: str) -> Unsealed:
        """Return the verified contents of one audit.

        Raises:
            AuditNotFoundError: It is not in the backup.
            BackupDamagedError: It is not what was written.
        """
        if audit_id not in self.audit_ids():
            raise refusals.audit_not_found()
        with self._archive() as archive:
            try:
                return self._unsealed(archive, audit_id)
            except DamagedError as error:
                raise backup_refusals.audit_damaged_in_backup() from error

    def contents(self, watch: Watch) -> Iterator[tuple[Member, bytes | None]]:
        """Yield each file with its verified bytes; with None if it is not what was written.

        Raises:
            BackupDamagedError: The disk does not let us read on.
            BackupCancelledError: As ``watch`` says.
        """
        with self._archive() as archive:
            for member in self.manifest.members:
                try:
                    contents = self._read(archive, member)
                    self._verify(member.name, contents)
                except DamagedError:
                    yield member, None
                else:
                    yield member, contents
                watch.step()

    def faults(self, watch: Watch) -> list[str]:
        """Return the names of the files that are not what was written, or do not belong there."""
        found = [member.name for member, contents in self.contents(watch) if contents is None]
        with self._archive() as archive:
            strange = set(archive.namelist()) - self._members.keys() - {MANIFEST}
        return found + sorted(strange)

    @contextmanager
    def _archive(self) -> Iterator[zipfile.ZipFile]:
        with _reading(self.path) as archive:
            yield archive

    def _summaries(self, archive: zipfile.ZipFile) -> Iterator[tuple[str, Row]]:
        for audit_id in self.audit_ids():
            with suppress(DamagedError):
                yield audit_id, orjson.loads(self._unsealed(archive, audit_id).summary)

    def _unsealed(self, archive: zipfile.ZipFile, audit_id: str) -> Unsealed:
        place = self._keys.place_of(audit_id)
        return unseal(place.key, self._read(archive, self._members[f"audits/{place.path.name}"]))

    def _verify(self, name: str, contents: bytes) -> None:
        """Check the seal of a file.

        Raises:
            DamagedError: It is not that of a file of this name in this workspace.
        """
        if name in _KEY_FILES:
            if KeyFile.from_bytes(contents).store_id != self.store_id:
                raise DamagedError("the key of another workspace")
        elif name == BESIDE:
            read_beside(self._keys, contents)
        else:
            unseal(self._place(name).key, contents)

    def _place(self, name: str) -> Place:
        try:
            return place_named(self._keys, name)
        except AuditNotFoundError as error:
            raise DamagedError("no name of a sealed file") from error

    def _read(self, archive: zipfile.ZipFile, member: Member) -> bytes:
        """Return the bytes of a file whose size and hash are right.

        Sizes are compared first: neither compression nor a false length may make us read more than
        the manifest, which is authentic, says.
        """
        try:
            entry = archive.getinfo(member.name)
            if (entry.compress_type, entry.file_size) != (zipfile.ZIP_STORED, member.size):
                raise DamagedError("another size")
            contents = archive.read(entry)
        except (*_BROKEN, KeyError) as error:
            raise DamagedError("not in the archive as it was written") from error
        if Member.of(member.name, contents) != member:
            raise DamagedError("another hash")
        return contents


def seal_beside(keys: SealedFolder, files: Mapping[str, bytes]) -> bytearray:
    """Return one sealed file that holds ``files``, each under its name."""
    held = {name: b64encode(contents).decode() for name, contents in files.items()}
    _header, file = seal(keys.object_key(_BESIDE_PURPOSE), 1, b"{}", orjson.dumps(held))
    return file


def read_beside(keys: SealedFolder, file: bytes) -> dict[str, bytes]:
    """Undo `seal_beside`.

    Raises:
        DamagedError: It is not what was written.
    """
    held: dict[str, str] = orjson.loads(unseal(keys.object_key(_BESIDE_PURPOSE), file).body)
    return {name: b64decode(contents) for name, contents in held.items()}


_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError)
"""What ``zipfile`` raises for an archive that is damaged, encrypted or made in another way."""


@contextmanager
def _reading(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive; say what is wrong with it in our words.

    Raises:
        BackupDamagedError: It cannot be read, or is no backup.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except OSError as error:
        reason = reason_of(error)
        raise backup_refusals.unreadable(path, reason) from error
    except (*_BROKEN, KeyError, DamagedError) as error:
        raise backup_refusals.no_backup(path) from error


def _key_file_in(archive: zipfile.ZipFile) -> KeyFile:
    """Return the key file of a backup, or its copy.

    Raises:
        DamagedError: Neither can be read.
    """
    for entry in _entries(archive, _KEY_FILES):
        if entry.compress_type == zipfile.ZIP_STORED and entry.file_size <= _LARGEST_KEY_FILE:
            try:
                return KeyFile.from_bytes(archive.read(entry))
            except (*_BROKEN, DamagedError):
                continue
    raise DamagedError("no key file")


def _entries(archive: zipfile.ZipFile, names: Iterable[str]) -> list[zipfile.ZipInfo]:
    held = {entry.filename: entry for entry in archive.infolist()}
    return [held[name] for name in names if name in held]
