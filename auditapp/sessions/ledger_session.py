# SPDX-License-Identifier: MPL-2.0
"""Carry changes into one stored ledger: rows and their line of history in one write."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType

import orjson
from pydantic import ValidationError

from auditapp.errors import LedgerDamagedError, SaveFailedError
from auditapp.i18n import _
from auditapp.model.chain import START
from auditapp.model.edits import Author
from auditapp.model.ids import LedgerId
from auditapp.model.ledger import LedgerChange, LedgerEntry, LedgerKind, ledger_fault
from auditapp.model.records import Put, Record
from auditapp.store.ledger import LedgerFile
from auditapp.store.ledgers import Ledgers

KIND = "kind"
"""The field of a ledger's row that says what it is kept for."""


@dataclass(frozen=True, slots=True)
class FirstChange:
    """Hold what a ledger begins with: the rows, the word for that, and who does it when."""

    puts: Sequence[Put]
    what: str
    by: Author


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
        changed = [_plain(put) for put in puts if self._row(put) != put.record]
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
        entry = self._entry(what, by, "", [_plain(put) for put in said]).model_copy(
            update={"previous": told[-1].hash if told else START}
        )
        line = entry.sealed().model_dump(mode="json")
        self._file.erase([_plain(put) for put in puts], [line], erased, row=row)
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


def _first_line(puts: Sequence[Put], first: FirstChange) -> LedgerEntry:
    changes = tuple(
        LedgerChange(table=put.table, key=put.key, old=None, new=put.record).sealed()
        for put in puts
    )
    entry = LedgerEntry(seq=1, at=first.by.now, by=first.by.name, what=first.what, changes=changes)
    return entry.sealed()


def _told_anew(
    history: Sequence[LedgerEntry], tell: Callable[[LedgerChange], LedgerChange]
) -> list[LedgerEntry]:
    """Return the lines with what ``tell`` leaves of their changes, each following from the last."""
    told: list[LedgerEntry] = []
    for entry in history:
        previous = told[-1].hash if told else START
        told.append(entry.telling(tuple(map(tell, entry.changes)), previous))
    return told


def _plain(put: Put) -> Put:
    """Return a change that nobody else can alter, with the row as it will be read."""
    record = None if put.record is None else orjson.loads(orjson.dumps(put.record))
    return Put(str(put.table), put.key, record)


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


class LedgerSessions:
    """Hold a session for each ledger that was asked for. Not safe to call from two threads."""

    def __init__(self, ledgers: Ledgers) -> None:
        self._ledgers = ledgers
        self._open: dict[str, LedgerSession] = {}
        self.notes: list[str] = []

    def ids(self, kind: LedgerKind) -> list[LedgerId]:
        """Return the ids of the ledgers of a kind; of those that cannot be read, of no kind."""
        rows = self._ledgers.rows()
        return [LedgerId(each) for each in sorted(rows) if rows[each].get(KIND) == kind]

    def all_ids(self) -> list[LedgerId]:
        """Return the ids of all ledgers that there are, or should be."""
        return [LedgerId(each) for each in self._ledgers.ids()]

    def has(self, ledger_id: LedgerId) -> bool:
        """Tell whether there is such a ledger, or should be."""
        return self._ledgers.has(ledger_id)

    def get(self, ledger_id: LedgerId) -> LedgerSession:
        """Return the session of a ledger as it is on the disk, which is opened if need be.

        Raises:
            LedgerDamagedError, SchemaTooNewError: As `Ledgers.open`.
        """
        held = self._open.get(ledger_id)
        if held is None or held.is_replaced:
            file = self._ledgers.open(ledger_id)
            try:
                self._open[ledger_id] = LedgerSession(file)
            except ValidationError:
                # Without its cause, because that quotes what was written.
                raise LedgerDamagedError(
                    _("A round or a register holds something that this version cannot read."),
                    _("Install the newest version. If that cannot either, restore a backup."),
                ) from None
            if file.note:
                self.notes.append(file.note)
        return self._open[ledger_id]

    def create(
        self,
        ledger_id: LedgerId,
        row: Record,
        first: FirstChange | None = None,
        *,
        in_place_of_lost: bool = False,
    ) -> LedgerSession:
        """Make a ledger, and return its session.

        Args:
            ledger_id: Its id.
            row: What a list of ledgers is to show of it, with its `KIND`.
            first: What is in it from the start, in the same write; nothing if it is not given.
            in_place_of_lost: There was one of which no file is left, and it is given up.

        Raises:
            StoreExistsError: There is one with this id.
            SaveFailedError: The system refused it.
        """
        puts = [_plain(put) for put in first.puts] if first else []
        lines = [_first_line(puts, first).model_dump(mode="json")] if first else []
        file = self._ledgers.create(ledger_id, puts, lines, row, in_place_of_lost=in_place_of_lost)
        self._open[ledger_id] = LedgerSession(file)
        return self._open[ledger_id]

    def remove(self, ledger_id: LedgerId) -> None:
        """Remove a ledger for good, with every copy of it in the workspace.

        Raises:
            LedgerDamagedError: There is none.
            SaveFailedError: The system refused it.
        """
        self._open.pop(ledger_id, None)
        self._ledgers.remove(ledger_id)

    def close_all(self) -> None:
        """Forget every ledger: what opens one next reads it from the disk."""
        for session in self._open.values():
            with suppress(SaveFailedError):  # what is on the disk is whole, and nobody can do more
                session.close()
        self._open.clear()
