# SPDX-License-Identifier: MPL-2.0
"""Keep the records of one audit in TinyDB tables, one durable write for each change.

A table is a plain name (``answers``, ``actions``, ...) of records, each under its key. Two tables
are the store's own: ``history``, in the order of appending, and ``meta``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from auditapp.model.keeping import TABLES as BESIDE_TABLES
from auditapp.model.records import Put, Record
from auditapp.store import refusals
from auditapp.store.migrations import META_ROW, META_TABLE, SCHEMA_VERSION
from auditapp.store.row_table import RowDatabase, RowTable
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.sealed_storage import Row, SealedStorage

HISTORY_TABLE = "history"

_OWN_TABLES = (HISTORY_TABLE, META_TABLE)


@dataclass(frozen=True, slots=True)
class StoredAudit:
    """Hold an audit as it is on the disk: records by table and key; history, oldest first."""

    tables: dict[str, dict[str, Record]]
    history: list[Record]
    locked: bool


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
    ) -> None:
        """Open an audit; a new one is on the disk after its first `commit`.

        Args:
            folder: The open workspace.
            audit_id: The audit.
            on_saved: Is told id, generation and row after each save.
            is_new: There is no file yet.

        Raises:
            AuditNotFoundError, AuditDamagedError, SchemaTooNewError: As `SealedFolder.load`.
        """
        self.audit_id = audit_id
        self._on_saved = on_saved
        self._database = RowDatabase(folder, audit_id, is_new=is_new, storage=SealedStorage)
        self._storage = cast(SealedStorage, self._database.storage)
        self.note = self._storage.note
        tables = self._storage.read()
        self._entry_count = len(tables.get(HISTORY_TABLE, ()))
        # None until the first commit has stored it.
        self._is_locked: bool | None = None if is_new else tables[META_TABLE][META_ROW]["locked"]

    def read(self) -> StoredAudit:
        """Return everything in the audit, as fresh copies."""
        stored = self._storage.read()
        tables = {name: records for name, records in stored.items() if name not in _OWN_TABLES}
        return StoredAudit(tables, list(stored.get(HISTORY_TABLE, {}).values()), self.is_locked)

    def commit(
        self,
        puts: Sequence[Put],
        history: Sequence[Record],
        *,
        replace_last: bool,
        row: Row,
        lock: bool | None = None,
    ) -> None:
        """Store a change in one durable write: all of it, or nothing.

        Args:
            puts: The rows to put or remove.
            history: The entries to append.
            replace_last: The first of ``history`` takes the place of the last stored entry.
            row: What the list of audits is to show from now on.
            lock: Lock the audit (True) or open it for an amendment (False) in the same write.

        Raises:
            AuditLockedError: The audit is locked, and this is more than new entries and rows
                that are kept beside it.
            AuditChangedOnDiskError: Something else has saved the audit; open it again.
            SaveFailedError: The system refused it; the audit is as it was.
        """
        is_change = replace_last or any(put.table not in BESIDE_TABLES for put in puts)
        if is_change and self._is_locked and lock is not False:
            raise refusals.audit_locked()
        if replace_last and not (history and self._entry_count):
            raise ValueError("there is no entry to replace")
        locked = self.is_locked if lock is None else lock
        kept = self._entry_count - replace_last
        with self._storage.batch(row):
            for put in puts:
                self._put(put)
            self._append(history, kept)
            if locked != self._is_locked:
                self._table(META_TABLE).put(META_ROW, {"schema": SCHEMA_VERSION, "locked": locked})
        self._is_locked = locked
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

    def _put(self, put: Put) -> None:
        if put.table in _OWN_TABLES:
            raise ValueError(f"the table {put.table} is the store's own")
        if put.record is None:
            self._table(put.table).drop(put.key)
        else:
            self._table(put.table).put(put.key, put.record)

    def _append(self, entries: Sequence[Record], count: int) -> None:
        for number, entry in enumerate(entries, start=count + 1):
            self._table(HISTORY_TABLE).put(str(number), entry)
