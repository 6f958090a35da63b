# SPDX-License-Identifier: MPL-2.0
"""Gather the edits of an audit and its history, and save them in one go.

The session that carries the edits is the one of every audit, so that the history, its hashes and
the signature are true. Only what it would write a hundred times is written once.
"""

from collections.abc import Callable, Sequence
from typing import Final

from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.judgement.progress import Progress, progress
from auditapp.listing import audit_row
from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry, HistoryKind, last_change
from auditapp.model.records import Put, Record
from auditapp.model.tables import Tables
from auditapp.sessions.signing_session import SigningSession
from auditapp.store.audit_file import StoredAudit
from auditapp.store.signed_lock import LockChange

Save = Callable[[Sequence[Put], Sequence[Record], Record, LockChange], None]
"""Saves rows and lines of history, with the row for the list and what becomes of the lock."""

_NOTHING_ASKED: Final = Progress(0, 0)


class GatheredFile:
    """Stand where a session has the file of its audit, and hold what it commits until `save`."""

    def __init__(self, puts: Sequence[Put], created: HistoryEntry, save: Save) -> None:
        self._save = save
        self._created = created.model_dump(mode="json")
        self._puts = {(put.table, put.key): put for put in puts}
        self._history = [self._created]
        self._lock = LockChange.NONE

    def read(self) -> StoredAudit:
        """Return the audit as it begins."""
        return StoredAudit(self.whole(), [self._created], locked=False)

    def whole(self) -> Tables:
        """Return the rows that are held."""
        tables: Tables = {}
        for put in self._puts.values():
            tables.setdefault(put.table, {})[put.key] = put.record or {}
        return tables

    def commit(
        self,
        puts: Sequence[Put],
        history: Sequence[Record],
        *,
        replace_last: bool,
        row: Record,  # noqa: ARG002 - what a session hands over; see `GatheringSession.save`
        lock: LockChange = LockChange.NONE,
    ) -> None:
        """Hold a change; ``row`` is made anew when it is saved.

        Raises:
            ValueError: It replaces a line, or the lock has changed since the last `save`.
        """
        if replace_last or (self._lock is not LockChange.NONE and lock is not LockChange.NONE):
            raise ValueError("what is held so far has to be saved first")
        self._puts |= {(put.table, put.key): put for put in puts}
        self._history += history
        self._lock = lock if lock is not LockChange.NONE else self._lock

    def save(self, row: Record) -> None:
        """Save all that is held, in one write.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._save(list(self._puts.values()), self._history, row, self._lock)
        self._puts, self._history, self._lock = {}, [], LockChange.NONE

    def restore_if_gone(self) -> None:
        """Do nothing: nothing is there that could have gone."""

    def close(self) -> None:
        """Forget what is held."""
        self._puts, self._history = {}, []


class GatheringSession(SigningSession):
    """Hold one invented audit while it is made."""

    def __init__(
        self, file: GatheredFile, compiled: Sequence[CompiledChecklist], standards: Standards
    ) -> None:
        super().__init__(file, compiled, standards)
        self._gathered = file

    def save(self) -> None:
        """Save all that was done since the last time, with a true row for the list.

        Raises:
            SaveFailedError: The system refused it.
        """
        done = progress(self.outline())
        self._gathered.save(audit_row(self.audit, done, last_change(self.history)))

    def _progress_after(self, _audit: Audit, _entry: HistoryEntry) -> Progress:
        """Leave it: nobody looks at how far an audit is before it is saved."""
        return _NOTHING_ASKED


def created(audit: Audit) -> HistoryEntry:
    """Return the first line of an audit's history."""
    by = audit.front.auditor
    return HistoryEntry(seq=1, at=audit.created_at, by=by, kind=HistoryKind.CREATED).sealed()
