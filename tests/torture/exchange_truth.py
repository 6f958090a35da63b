# SPDX-License-Identifier: MPL-2.0
"""Keep audits in memory for trials of the exchange, and know what each must say.

A version stands until somebody who saw it goes on from it.
"""

import copy
from dataclasses import dataclass, field
from typing import Any

from auditapp.errors import SaveFailedError
from auditapp.store.audit_file import StoredAudit

RowName = tuple[str, str]


class Disk:
    """Keep an audit in memory; it may fail before a save is durable, or cut off the person after.

    ``fails`` is ``"before"`` or ``"after"`` for the next save, or empty.
    """

    def __init__(self, tables: dict[str, Any]) -> None:
        self.tables = tables
        self.fails = ""

    def whole(self) -> dict[str, Any]:
        """Return all that is kept."""
        return copy.deepcopy(self.tables)

    def read(self) -> StoredAudit:
        """Return the audit."""
        return StoredAudit(self.whole(), list(self.whole()["history"].values()), locked=False)

    def commit(self, puts, history, *, replace_last, **_what_lists_show):
        """Keep a change, unless this is to fail."""
        fails, self.fails = self.fails, ""
        if fails == "before":
            raise SaveFailedError("the disk is full")
        tables = self.whole()
        for put in puts:
            rows = tables.setdefault(put.table, {})
            if put.record is None:
                rows.pop(put.key, None)
            else:
                rows[put.key] = copy.deepcopy(put.record)
        kept = len(tables["history"]) - replace_last
        for number, entry in enumerate(history, start=kept + 1):
            tables["history"][str(number)] = entry
        self.tables = tables
        if fails == "after":
            raise SaveFailedError("the computer was switched off")

    def restore_if_gone(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


@dataclass(frozen=True)
class Write:
    """Hold what somebody made of a row, and which writes they went on from."""

    row: dict[str, Any] | None
    succeeds: frozenset[str]


@dataclass
class Truth:
    """Know every write that was acknowledged, by row and by the line of history that made it."""

    writes: dict[RowName, dict[str, Write]] = field(default_factory=dict)

    def standing(self, name: RowName, known: set[str]) -> dict[str, Any]:
        """Return the writes that stand for somebody who knows of ``known``."""
        mine = {key: each for key, each in self.writes.get(name, {}).items() if key in known}
        gone = {key for each in mine.values() for key in each.succeeds}
        return {key: each.row for key, each in mine.items() if key not in gone}


@dataclass(frozen=True)
class Parcel:
    """Hold a state of the audit on its way, and what its sender knew."""

    tables: dict[str, Any]
    known: frozenset[str]
