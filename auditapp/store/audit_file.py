# SPDX-License-Identifier: MPL-2.0
"""Keep the records of one audit in TinyDB tables, one durable write for each change.

A table is a plain name (``answers``, ``actions``, ...) of records, each under its key. Three tables
are the store's own: ``history``, in the order of appending; ``meta``; and ``signed_versions``, with
all tables of each signed state that was amended.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

from auditapp.model.records import Put, Record
from auditapp.store import refusals
from auditapp.store.migrations import (
    HISTORY_TABLE,
    META_ROW,
    META_TABLE,
    SCHEMA_VERSION,
    SIGNED_TABLE,
    Tables,
)
from auditapp.store.row_table import RowDatabase, RowTable
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.sealed_storage import FromBackup, Row, SealedStorage
from auditapp.store.signed_lock import (
    FREE_TABLES,
    HEADER_TABLE,
    OWN_TABLES,
    LockChange,
    own_contents,
)


@dataclass(frozen=True, slots=True)
class StoredAudit:
    """Hold an audit as it is on the disk: records by table and key; history, oldest first.

    ``signed`` are the tables of each signed state that was amended since, the original first.
    """

    tables: Tables
    history: list[Record]
    locked: bool
    signed: list[Tables] = field(default_factory=list)


class AuditFile:
    """Read and change one audit.

    ``note`` is a sentence for the user, and for the audit's history, if the file was damaged and
    the previous save had to stand in; else None.
    """

    def __init__(
        self,
        folder: SealedFolder,
        audit_id: str,
        on_saved: Callable[[str, int, Row], None],
        *,
        is_new: bool = False,
        from_backup: FromBackup | None = None,
        may_raise_form: Callable[[], bool] = lambda: True,
    ) -> None:
        """Open an audit; one that is new or from a backup is on the disk after its first `commit`.

        Args:
            folder: The open workspace.
            audit_id: The audit.
            on_saved: Is told id, generation and row after each save.
            is_new: There is no file yet.
            from_backup: What to open in the place of the file.
            may_raise_form: Tells whether an audit of an older form may be saved in that of today.

        Raises:
            AuditNotFoundError, AuditDamagedError, SchemaTooNewError: As `SealedFolder.load`.
        """
        self.audit_id = audit_id
        self._on_saved = on_saved
        self._may_raise_form = may_raise_form
        self._database = RowDatabase(
            folder, audit_id, is_new=is_new, from_backup=from_backup, storage=SealedStorage
        )
        self._storage = cast(SealedStorage, self._database.storage)
        self.note = self._storage.note
        tables = self._storage.read()
        self._entry_count = len(tables.get(HISTORY_TABLE, ()))
        self._signed_count = len(tables.get(SIGNED_TABLE, ()))
        # None until the first commit has stored it.
        self._is_locked: bool | None = None if is_new else tables[META_TABLE][META_ROW]["locked"]

    def read(self) -> StoredAudit:
        """Return everything in the audit, as fresh copies."""
        stored = self._storage.read()
        tables = {name: records for name, records in stored.items() if name not in OWN_TABLES}
        history = list(stored.get(HISTORY_TABLE, {}).values())
        signed = [row["tables"] for row in stored.get(SIGNED_TABLE, {}).values()]
        return StoredAudit(tables, history, self.is_locked, signed)

    def whole(self) -> Tables:
        """Return all tables, those of the store among them, as fresh copies."""
        return self._storage.read()

    def commit(
        self,
        puts: Sequence[Put],
        history: Sequence[Record],
        *,
        replace_last: bool,
        row: Row,
        lock: LockChange = LockChange.NONE,
    ) -> None:
        """Store a change in one durable write: all of it, or nothing.

        Args:
            puts: The rows to put or remove.
            history: The entries to append.
            replace_last: The first of ``history`` takes the place of the last stored entry.
            row: What the list of audits is to show from now on.
            lock: In the same write, lock the audit; or open a signed one for an amendment, which
                keeps all its tables as a signed version; or give the amendment up, which puts
                those tables back, whatever was changed since, and locks the audit again.

        Raises:
            AuditLockedError: The audit is signed, and this is more than new entries, rows that are
                kept beside it, and what is done about it afterwards.
            AuditChangedOnDiskError: Something else has saved the audit; open it again.
            SaveFailedError: The system refused it, or there is no backup yet from before a change
                of its form; the audit is as it was.
        """
        self._require_allowed(puts, lock, replace_last=replace_last)
        self._require_fitting(puts, lock)
        kept = self._kept_entries(history, replace_last=replace_last)
        is_locked = self.is_locked if lock is LockChange.NONE else lock is not LockChange.AMEND
        with self._storage.batch(row):
            signed_count = self._change_signed(lock)
            for put in puts:
                self._put(put)
            self._append(history, kept)
            self._mark(is_locked=is_locked)
        self._is_locked, self._signed_count = is_locked, signed_count
        self._entry_count = kept + len(history)
        self._on_saved(self.audit_id, self.generation, row)

    def restore_if_gone(self) -> None:
        """Write the audit anew if its file was deleted while it was open.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._storage.restore_if_gone()

    def close(self) -> None:
        """Forget the contents."""
        self._database.close()

    @property
    def generation(self) -> int:
        """Return how often the audit has been saved."""
        return self._storage.generation

    @property
    def is_locked(self) -> bool:
        """Tell whether the audit refuses changes."""
        return bool(self._is_locked)

    def _table(self, name: str) -> RowTable:
        return cast(RowTable, self._database.table(name, cache_size=0))

    def _require_allowed(
        self, puts: Sequence[Put], lock: LockChange, *, replace_last: bool
    ) -> None:
        """Refuse what may not be saved now, before anything is touched."""
        if self._storage.is_old and not self._may_raise_form():
            raise refusals.backup_needed()
        # Of the header the status alone may change, which `require_lawful` looks at.
        allowed = FREE_TABLES | {HEADER_TABLE}
        is_change = replace_last or any(put.table not in allowed for put in puts)
        if is_change and self.is_locked and lock is not LockChange.AMEND:
            raise refusals.audit_locked()

    def _require_fitting(self, puts: Sequence[Put], lock: LockChange) -> None:
        """Refuse what the program never asks for, before anything is touched."""
        if lock is LockChange.AMEND and not self.is_locked:
            raise ValueError("only a signed audit is amended")
        if lock is LockChange.GIVE_UP and (puts or self.is_locked or not self._signed_count):
            raise ValueError("there is no amendment, or it would not be given up whole")

    def _kept_entries(self, history: Sequence[Record], *, replace_last: bool) -> int:
        """Return how many of the stored entries stay before those that come."""
        if replace_last and not (history and self._entry_count):
            raise ValueError("there is no entry to replace")
        return self._entry_count - replace_last

    def _change_signed(self, lock: LockChange) -> int:
        """Keep what was signed, or put it back; return how many signed versions are kept then."""
        versions, count = self._table(SIGNED_TABLE), self._signed_count
        if lock is LockChange.AMEND:
            versions.put(str(count + 1), {"tables": self._storage.contents()})
            return count + 1
        if lock is LockChange.GIVE_UP:
            version = self._storage.read()[SIGNED_TABLE][str(count)]
            self._storage.put_contents(own_contents(version["tables"]))
            versions.drop(str(count))
            return count - 1
        return count

    def _mark(self, *, is_locked: bool) -> None:
        if is_locked != self._is_locked:
            meta = {"schema": SCHEMA_VERSION, "locked": is_locked}
            self._table(META_TABLE).put(META_ROW, meta)

    def _put(self, put: Put) -> None:
        if put.table in OWN_TABLES:
            raise ValueError(f"the table {put.table} is the store's own")
        if put.record is None:
            self._table(put.table).drop(put.key)
        else:
            self._table(put.table).put(put.key, put.record)

    def _append(self, entries: Sequence[Record], count: int) -> None:
        for number, entry in enumerate(entries, start=count + 1):
            self._table(HISTORY_TABLE).put(str(number), entry)
