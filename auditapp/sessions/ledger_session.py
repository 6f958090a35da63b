# SPDX-License-Identifier: MPL-2.0
"""Carry changes into one stored ledger: rows and their line of history in one write."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import orjson

from auditapp.model.chain import START
from auditapp.model.edits import Author
from auditapp.model.ledger import LedgerChange, LedgerEntry, ledger_fault
from auditapp.model.records import Put, Record
from auditapp.store.ledger import LedgerFile

KIND = "kind"
"""The field of a ledger's row that says what it is kept for."""


def plain_put(put: Put) -> Put:
    """Return a change that nobody else can alter, with the row as it will be read."""
    record = None if put.record is None else orjson.loads(orjson.dumps(put.record))
    return Put(str(put.table), put.key, record)


class LedgerSession:
    """Hold one open ledger as it is on the disk. What a method did has been made durable."""

    def __init__(self, file: LedgerFile) -> None:
        stored = file.read()
        self._file = file
        self._tables = stored.tables
        self._history = [LedgerEntry.model_validate(line) for line in stored.history]

    def rows(self, table: str) -> Mapping[str, Record]:
        """Return the rows of a table, by their keys, in the order in which they were added."""
        return MappingProxyType(self._tables.get(table, {}))

    @property
    def history(self) -> Sequence[LedgerEntry]:
        """Every line, oldest first."""
        return tuple(self._history)

    @property
    def is_replaced(self) -> bool:
        """Tell whether something else, such as a second window, has saved it since."""
        return self._file.is_replaced

    @property
    def fault(self) -> int | None:
        """The number of the first line of history that is not what was written, if any."""
        return ledger_fault(self._history)

    def change(
        self, puts: Sequence[Put], what: str, by: Author, row: Record, detail: str = ""
    ) -> bool:
        """Put or remove rows, and record that in one line; tell whether anything changed.

        Args:
            puts: The rows; those that stay as they are leave no trace.
            what: A word for what is done, of whoever keeps the ledger.
            by: Who does it, and when.
            row: What a list of ledgers is to show of it from now on, with its `KIND`.
            detail: What there is to say beside the rows, such as a reason.

        Raises:
            LedgerChangedOnDiskError: Something else has saved it.
            SaveFailedError: It could not be written; nothing has changed.
        """
        changed = [plain_put(put) for put in puts if self._row(put) != put.record]
        if not changed:
            return False
        entry = self._entry(what, by, detail, changed)
        self._file.commit(changed, [entry.model_dump(mode="json")], row=row)
        # Not by reading all of it again: a round has thousands of cases.
        for table in {put.table for put in changed}:
            self._tables[table] = _with_puts(self._tables.get(table, {}), table, changed)
        self._history.append(entry)
        return True

    def erase(self, puts: Sequence[Put], what: str, by: Author, row: Record) -> None:
        """Put or remove rows, and make every line of history forget what these rows said.

        Args:
            puts: What takes the place of each row: less, or nothing.
            what: As `change`.
            by: As `change`.
            row: As `change`.

        Raises:
            LedgerChangedOnDiskError: Something else has saved it.
            SaveFailedError: It could not be written, or not without an earlier copy.
        """
        gone = frozenset((put.table, put.key) for put in puts)
        there = [put for put in puts if self._row(put) is not None]
        entry = self._entry(what, by, "", there).without(gone)
        erased = {
            place: after.model_dump(mode="json")
            for place, before in enumerate(self._history)
            if (after := before.without(gone)) != before
        }
        if there or erased:
            self._file.erase(there, [entry.model_dump(mode="json")], erased, row=row)
            self._adopt()

    def tell_anew(
        self,
        puts: Sequence[Put],
        said: Sequence[Put],
        what: str,
        by: Author,
        row: Record,
        tell: Callable[[LedgerChange], LedgerChange],
    ) -> None:
        """Put or remove rows, and let every line of history say only what ``tell`` leaves of it.

        The chain is sealed anew from the first line that says less. Nothing else keeps what was
        there: neither the copy of one save earlier, nor a damaged one.

        Args:
            puts: The rows.
            said: Those of them that the new line of history tells.
            what: As `change`.
            by: As `change`.
            row: As `change`.
            tell: Returns what is left of a change.

        Raises:
            LedgerChangedOnDiskError: Something else has saved it.
            SaveFailedError: It could not be written, or not without an earlier copy.
        """
        told = _told_anew(self._history, tell)
        erased = {
            place: after.model_dump(mode="json")
            for place, (before, after) in enumerate(zip(self._history, told, strict=True))
            if after is not before
        }
        entry = self._entry(what, by, "", [plain_put(put) for put in said]).model_copy(
            update={"previous": told[-1].hash if told else START}
        )
        line = entry.sealed().model_dump(mode="json")
        self._file.erase([plain_put(put) for put in puts], [line], erased, row=row)
        self._adopt()

    def close(self) -> None:
        """Bring back the file if it was deleted meanwhile.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._file.restore_if_gone()

    def _row(self, put: Put) -> Record | None:
        return self._tables.get(put.table, {}).get(put.key)

    def _entry(self, what: str, by: Author, detail: str, puts: Sequence[Put]) -> LedgerEntry:
        changes = tuple(
            LedgerChange(table=put.table, key=put.key, old=self._row(put), new=put.record).sealed()
            for put in puts
        )
        return LedgerEntry(
            seq=len(self._history) + 1,
            at=by.now,
            by=by.name,
            what=what,
            changes=changes,
            detail=detail,
            previous=self._history[-1].hash if self._history else START,
        ).sealed()

    def _adopt(self) -> None:
        """Take what was written by reading it."""
        stored = self._file.read()
        self._tables = stored.tables
        self._history = [LedgerEntry.model_validate(line) for line in stored.history]


def _told_anew(
    history: Sequence[LedgerEntry], tell: Callable[[LedgerChange], LedgerChange]
) -> list[LedgerEntry]:
    """Return the lines with what ``tell`` leaves of their changes, each following from the last."""
    told: list[LedgerEntry] = []
    for entry in history:
        previous = told[-1].hash if told else START
        told.append(entry.telling(tuple(map(tell, entry.changes)), previous))
    return told


def _with_puts(rows: Mapping[str, Record], table: str, puts: Sequence[Put]) -> dict[str, Record]:
    """Return the rows of a table with those of ``puts`` that are its own; what was read stays."""
    changed = dict(rows)
    for put in puts:
        if put.table != table:
            continue
        if put.record is None:
            changed.pop(put.key, None)
        else:
            changed[put.key] = put.record
    return changed
