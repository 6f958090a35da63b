# SPDX-License-Identifier: MPL-2.0
"""Say what an operation on an audit altered, so that views refresh that and nothing else."""

from dataclasses import dataclass

from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.records import Put


@dataclass(frozen=True, slots=True)
class Change:
    """Hold the audit after an operation and the rows that it touched, as (table, key).

    ``entry`` is the line of history of an undo or a redo, so that it can be said what came of it.
    """

    audit: Audit
    touched: frozenset[tuple[str, str]]
    kind: HistoryKind | None = None
    entry: HistoryEntry | None = None

    def touches(self, table: str, key: str | None = None) -> bool:
        """Tell whether a table, or one row of it, was altered."""
        if key is not None:
            return (table, key) in self.touched
        return any(each == table for each, _key in self.touched)

    @classmethod
    def of(cls, audit: Audit, puts: tuple[Put, ...], kind: HistoryKind | None) -> "Change":
        """Make the change that ``puts`` were, with the audit as it is after them."""
        return cls(audit, frozenset((put.table, put.key) for put in puts), kind)
