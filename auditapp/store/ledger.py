# SPDX-License-Identifier: MPL-2.0
"""Keep the tables and the history of one ledger in one sealed file, one durable write a change.

A ledger holds what belongs to no single audit, such as a round. Its rows and lines of history are
kept as the very JSON that is on the disk, so that a save that fails leaves nothing behind.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import orjson
from orjson import Fragment

from auditapp.errors import AuditDamagedError, AuditNotFoundError
from auditapp.i18n import _
from auditapp.model.records import Put, Record
from auditapp.store import ledger_refusals, refusals
from auditapp.store.held_file import HeldFile
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.sealed_object import Loaded, Place

_SCHEMA: Final = 1

LedgerTables = dict[str, dict[str, Record]]
"""Table name, key, row."""

_NOTHING: Final[Mapping[int, Record]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StoredLedger:
    """Hold a ledger as it is on the disk: rows by table and key; history, oldest first."""

    tables: LedgerTables
    history: list[Record]


@dataclass(frozen=True, slots=True)
class _Contents:
    """Hold the rows and lines as JSON."""

    tables: dict[str, dict[str, Fragment]]
    history: list[Fragment]

    def packed(self) -> bytes:
        """Return all of it as the bytes that are sealed."""
        held = {"schema": _SCHEMA, "tables": self.tables, "history": self.history}
        return orjson.dumps(held)

    def changed(
        self, puts: Sequence[Put], lines: Sequence[Record], erased: Mapping[int, Record]
    ) -> "_Contents":
        """Return what is held after a change; records and lines that it spares stay as they are."""
        tables = {name: dict(rows) for name, rows in self.tables.items()}
        for put in puts:
            rows = tables.setdefault(put.table, {})
            if put.record is None:
                rows.pop(put.key, None)
            else:
                rows[put.key] = Fragment(orjson.dumps(put.record))
        history = list(self.history)
        for place, line in erased.items():
            history[place] = Fragment(orjson.dumps(line))
        return _Contents(tables, [*history, *(Fragment(orjson.dumps(line)) for line in lines)])


class LedgerFile:
    """Read and change one ledger.

    ``note`` is a sentence for the user if the previous save had to stand in, else None.
    """

    def __init__(
        self,
        folder: SealedFolder,
        ledger_id: str,
        on_saved: Callable[[str, int], None],
        *,
        new_after: int | None = None,
    ) -> None:
        """Open a ledger; a new one is on the disk after its first `commit`.

        Args:
            folder: The open workspace.
            ledger_id: 32 hexadecimal digits.
            on_saved: Is told id and generation after each save.
            new_after: There is no file, and this is the generation that the first save follows.

        Raises:
            LedgerDamagedError: No good file is left, or there is none.
            SchemaTooNewError: A newer version of this program wrote it.
            SaveFailedError: The previous save could not be put in its place.
        """
        self.ledger_id = ledger_id
        self.note: str | None = None
        self._folder = folder
        self._on_saved = on_saved
        self._place = folder.ledger_of(ledger_id)
        self._file = HeldFile(folder, self._place, new_after or 0)
        self._summary = b"{}"
        self._contents = _Contents({}, [])
        if new_after is None:
            self._load()

    @property
    def generation(self) -> int:
        """Return how often the ledger has been saved."""
        return self._file.generation

    @property
    def is_replaced(self) -> bool:
        """Tell whether the disk has another save than what is held here.

        What cannot be read at this moment may well come back, and is held here whole.
        """
        return self._file.is_replaced

    def read(self) -> StoredLedger:
        """Return everything in the ledger, as fresh copies."""
        held: dict[str, Any] = orjson.loads(self._contents.packed())
        return StoredLedger(held["tables"], held["history"])

    def commit(self, puts: Sequence[Put], history: Sequence[Record], *, row: Record) -> None:
        """Store a change in one durable write: all of it, or nothing.

        Args:
            puts: The rows to put or remove.
            history: The lines to append.
            row: What a list of ledgers is to show of it without opening it.

        Raises:
            LedgerChangedOnDiskError: Something else has saved it; open it again.
            SaveFailedError: The system refused it; the ledger is as it was.
        """
        self._save(self._contents.changed(puts, history, _NOTHING), orjson.dumps(row))

    def erase(
        self,
        puts: Sequence[Put],
        history: Sequence[Record],
        erased: Mapping[int, Record],
        *,
        row: Record,
    ) -> None:
        """Do as `commit`, and leave no copy of what the lines ``erased`` said before.

        Args:
            puts: As `commit`.
            history: As `commit`.
            erased: What takes the place of lines of history, by their places from 0.
            row: As `commit`.

        Raises:
            LedgerChangedOnDiskError, SaveFailedError: As `commit`; after the latter an earlier copy
                may still hold it.
        """
        self._save(self._contents.changed(puts, history, erased), orjson.dumps(row))
        # Once more, so that the copy of one save earlier is without it too.
        self._save(self._contents, self._summary)
        self._folder.delete_damaged(self._place)

    def restore_if_gone(self) -> None:
        """Write the ledger anew if its file was deleted while it was open.

        Raises:
            SaveFailedError: The system refused it.
        """
        if self._file.is_gone:
            self._save(self._contents, self._summary)

    def _load(self) -> None:
        loaded = _loaded(self._folder, self._place)
        held = orjson.loads(loaded.body)
        if held["schema"] > _SCHEMA:
            raise refusals.too_new()
        self._file.take(loaded)
        self._summary = loaded.summary
        tables = {
            name: {key: Fragment(orjson.dumps(row)) for key, row in rows.items()}
            for name, rows in held["tables"].items()
        }
        self._contents = _Contents(tables, [Fragment(orjson.dumps(e)) for e in held["history"]])
        if loaded.is_recovered:
            self.note = _(
                "A file of a round or of the registers was damaged, so it was opened as it was one "
                "save earlier. Please check what you did last. The damaged file has been kept."
            )

    def _save(self, contents: _Contents, summary: bytes) -> None:
        self._file.save(summary, contents.packed(), ledger_refusals.changed_on_disk)
        self._contents, self._summary = contents, summary
        self._on_saved(self.ledger_id, self._file.generation)


def _loaded(folder: SealedFolder, place: Place) -> Loaded:
    """Return the sealed contents of a ledger.

    Raises:
        LedgerDamagedError: There is no good file, or the system does not let us read it.
        SchemaTooNewError: A newer version of this program wrote it.
        SaveFailedError: The previous save could not be put in its place.
    """
    try:
        return folder.load(place)
    except AuditNotFoundError:
        raise ledger_refusals.missing() from None
    except AuditDamagedError as error:
        try:
            folder.is_damaged(place)
        except AuditDamagedError:  # no damage: the system does not let us look
            raise ledger_refusals.unreadable() from error
        raise ledger_refusals.damaged() from error
