# SPDX-License-Identifier: MPL-2.0
"""Let TinyDB keep its tables in one sealed file that is replaced as a whole."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from orjson import Fragment
from tinydb import Storage

from auditapp.i18n import _
from auditapp.store import refusals
from auditapp.store.held_file import HeldFile
from auditapp.store.migrations import Tables, migrate
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.signed_lock import contents, require_lawful

Row = dict[str, Any]
"""What the list of audits shows of one audit."""


_JsonTables = dict[str, dict[str, Fragment]]
"""Table name, key, row as JSON."""


@dataclass(frozen=True, slots=True)
class FromBackup:
    """Hold the tables of an audit (JSON) as a backup has them, and the generation to go on from."""

    body: bytes
    generation: int


class SealedStorage(Storage):
    """Hold each row of one audit as the very JSON that is on the disk.

    A live dict would show an answer as saved after the disk had refused it, because TinyDB changes
    what `read` returned, in place. JSON cannot be changed, so a save that fails leaves nothing
    behind; and a save writes only those rows anew that changed, however long the history is.

    ``note`` is a sentence for the user if the previous save had to stand in, else None.
    ``is_old`` says that the disk has the audit in the form of an older version of this program.
    """

    def __init__(
        self,
        folder: SealedFolder,
        audit_id: str,
        *,
        is_new: bool = False,
        from_backup: FromBackup | None = None,
    ) -> None:
        """Load an audit; a new one has no file before the first save.

        One from a backup takes the place of the file, if there is one, with the first save.

        Raises:
            AuditNotFoundError, AuditDamagedError, SchemaTooNewError: As `SealedFolder.load`.
        """
        self.note: str | None = None
        self.is_old = False
        self._folder = folder
        self._place = folder.place_of(audit_id)
        self._file = HeldFile(folder, self._place)
        self._summary = b"{}"
        self._stored: _JsonTables = {}
        self._working: _JsonTables | None = None
        if from_backup is not None:
            self._take(from_backup)
        elif not is_new:
            self._load()

    @property
    def generation(self) -> int:
        """Return how often the audit has been saved."""
        return self._file.generation

    def read(self) -> Tables:
        """Return a copy of the tables: those of the running batch, or else the stored ones."""
        tables = self._stored if self._working is None else self._working
        copy: Tables = orjson.loads(orjson.dumps(tables))
        return copy

    def write(self, data: Tables) -> None:
        """Put ``data`` in the place of all tables, in the running batch or in a save of its own.

        Raises:
            AuditLockedError, AuditChangedOnDiskError, SaveFailedError: As `batch`.
        """
        if self._working is None:
            self._save(_as_json(data), self._summary)
        else:
            self._working = _as_json(data)

    def put(self, table: str, key: str, row: Mapping[str, Any]) -> None:
        """Put ``row`` in the place of the row ``key`` of ``table``, in the running batch."""
        self._rows(table)[key] = Fragment(orjson.dumps(row))

    def contents(self) -> Tables:
        """Return what the audit itself says, without the tables of the store."""
        return contents(self._stored if self._working is None else self._working)

    def put_contents(self, tables: Tables) -> None:
        """Put ``tables`` in the place of all that the audit says, in the running batch."""
        if self._working is None:
            raise ValueError("there is no batch")
        for name in self.contents():
            del self._working[name]
        self._working |= _as_json(tables)

    def drop(self, table: str, key: str) -> None:
        """Remove the row ``key`` of ``table``, if there is one, in the running batch."""
        self._rows(table).pop(key, None)

    @contextmanager
    def batch(self, row: Row) -> Iterator[None]:
        """Make many changes one durable save: all of them, or none.

        Args:
            row: What the list of audits is to show from then on.

        Raises:
            AuditLockedError: What was signed off would be altered.
            AuditChangedOnDiskError: Something else has saved the audit meanwhile.
            SaveFailedError: The system refused it; what `read` returns has not changed.
        """
        self._working = dict(self._stored)
        try:
            yield
            self._save(self._working, orjson.dumps(row))
        finally:
            self._working = None

    def restore_if_gone(self) -> None:
        """Write the audit anew if its file was deleted while it was open.

        Raises:
            SaveFailedError: The system refused it.
        """
        if self._file.is_gone:
            self._save(self._stored, self._summary)

    def close(self) -> None:
        """Forget the contents."""
        self._stored = {}

    def _load(self) -> None:
        loaded = self._folder.load(self._place)
        self._file.take(loaded)
        self._summary = loaded.summary
        body = migrate(loaded.body)
        self.is_old = body is not loaded.body
        self._stored = _as_json(orjson.loads(body))
        if loaded.is_recovered:
            self.note = _(
                "The file of this audit was damaged, so it was opened as it was one save earlier. "
                "Please check your last answer. The damaged file has been kept."
            )

    def _take(self, copy: FromBackup) -> None:
        self._file.take_place(copy.generation)
        self._stored = _as_json(orjson.loads(migrate(copy.body)))

    def _rows(self, table: str) -> dict[str, Fragment]:
        if self._working is None:
            raise ValueError("there is no batch")
        rows = self._working.get(table)
        if rows is None or rows is self._stored.get(table):
            rows = self._working[table] = dict(rows or {})
        return rows

    def _save(self, tables: _JsonTables, summary: bytes) -> None:
        require_lawful(self._stored, tables)
        self._file.save(summary, orjson.dumps(tables), refusals.audit_changed_on_disk)
        self._stored, self._summary = tables, summary
        self.is_old = False


def _as_json(tables: Tables) -> _JsonTables:
    return {
        name: {key: Fragment(orjson.dumps(row)) for key, row in rows.items()}
        for name, rows in tables.items()
    }
