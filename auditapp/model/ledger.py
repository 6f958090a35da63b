# SPDX-License-Identifier: MPL-2.0
"""Define what a ledger holds beside its rows: a history of every change, chained line to line.

A ledger is kept for what belongs to no single audit: a round, or the registers of the service. A
line of its history can be made to forget what a row said, when that has to be erased, and the chain
still shows that no other line was touched: it is made of the digests of the changes. Where even the
key of a row has to go, because it names a case, the chain is sealed anew from there on.
"""

import hashlib
import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from pydantic import AwareDatetime

from auditapp.model.chain import Link, first_fault
from auditapp.model.frozen import Frozen
from auditapp.model.records import Record


class LedgerKind(StrEnum):
    """Say what a ledger is kept for."""

    ROUND = "round"
    REGISTERS = "registers"


class LedgerChange(Frozen):
    """Hold one changed row, whole, as it was and as it is; None where there was or is none.

    ``digest`` is the SHA-256, in hexadecimal, of both. It stays when they are erased.
    """

    table: str
    key: str
    old: Record | None
    new: Record | None
    digest: str = ""
    is_erased: bool = False

    def sealed(self) -> Self:
        """Return the change with its digest filled in."""
        return self.model_copy(update={"digest": self.proper_digest()})

    def proper_digest(self) -> str:
        """Return the digest of what the row was and is."""
        text = json.dumps([self.old, self.new], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def erased(self) -> Self:
        """Return the change without what the row was and is."""
        return self.model_copy(update={"old": None, "new": None, "is_erased": True})


class LedgerEntry(Link):
    """Hold one line: who did what and when. ``what`` is a word of whoever keeps the ledger."""

    at: AwareDatetime
    by: str
    what: str
    changes: tuple[LedgerChange, ...] = ()
    detail: str = ""

    def proper_hash(self) -> str:
        """Return the SHA-256, in hexadecimal, of all of the line but its own hash.

        Of the changes it is made of the digests, so that a row can be erased and the chain holds.
        """
        record = self.model_dump(mode="json", exclude={"hash", "changes"})
        record["changes"] = [[each.table, each.key, each.digest] for each in self.changes]
        text = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def without(self, rows: frozenset[tuple[str, str]]) -> Self:
        """Return the line without what it says of ``rows``, each a table and a key."""
        changes = tuple(
            each.erased() if (each.table, each.key) in rows else each for each in self.changes
        )
        return self.model_copy(update={"changes": changes})

    def telling(self, changes: tuple[LedgerChange, ...], previous: str) -> Self:
        """Return the line with other changes and another line before it, sealed anew.

        One that differs in neither is returned as it is.
        """
        if changes == self.changes and previous == self.previous:
            return self
        return self.model_copy(update={"changes": changes, "previous": previous}).sealed()

    @property
    def is_whole(self) -> bool:
        """Tell whether each change is what was written, or was erased."""
        return all(each.is_erased or each.digest == each.proper_digest() for each in self.changes)


def ledger_fault(history: Sequence[LedgerEntry]) -> int | None:
    """Return the number of the first line that is not what was written, if there is one."""
    broken = first_fault(history)
    changed = next((entry.seq for entry in history if not entry.is_whole), None)
    found = [number for number in (broken, changed) if number is not None]
    return min(found, default=None)
