# SPDX-License-Identifier: MPL-2.0
"""Hold the sessions of the ledgers that were asked for, and make and remove ledgers."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from pydantic import ValidationError

from auditapp.errors import LedgerDamagedError, SaveFailedError
from auditapp.i18n import _
from auditapp.model.edits import Author
from auditapp.model.ids import LedgerId
from auditapp.model.ledger import LedgerChange, LedgerEntry, LedgerKind
from auditapp.model.records import Put, Record
from auditapp.sessions.ledger_session import KIND, LedgerSession, plain_put
from auditapp.store.ledgers import Ledgers


@dataclass(frozen=True, slots=True)
class FirstChange:
    """Hold what a ledger begins with: the rows, the word for that, and who does it when."""

    puts: Sequence[Put]
    what: str
    by: Author


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
        puts = [plain_put(put) for put in first.puts] if first else []
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


def _first_line(puts: Sequence[Put], first: FirstChange) -> LedgerEntry:
    changes = tuple(
        LedgerChange(table=put.table, key=put.key, old=None, new=put.record).sealed()
        for put in puts
    )
    entry = LedgerEntry(seq=1, at=first.by.now, by=first.by.name, what=first.what, changes=changes)
    return entry.sealed()
