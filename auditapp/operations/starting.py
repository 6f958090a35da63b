# SPDX-License-Identifier: MPL-2.0
"""Start an audit on checklists that are at hand.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Sequence

from auditapp.checklist.embedding import pin, with_bytes
from auditapp.checklist.library import LoadedChecklist
from auditapp.judgement.outline import read_outline
from auditapp.judgement.progress import progress
from auditapp.listing import audit_row
from auditapp.model.audit import Audit
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId, new_audit_id
from auditapp.model.links import Links
from auditapp.model.tables import to_puts
from auditapp.operations.audit import AuditOperations


class StartingOperations(AuditOperations):
    """Make the first entry of an audit."""

    def _start(
        self, front: FrontSheet, loaded: Sequence[LoadedChecklist], links: Links | None
    ) -> AuditId:
        """Start an audit; nothing has changed where that fails."""
        now = self.clock()
        audit = Audit(
            id=new_audit_id(),
            created_at=now,
            front=front,
            checklists=tuple(pin(each) for each in loaded),
            links=links,
        )
        entry = HistoryEntry(seq=1, at=now, by=front.auditor, kind=HistoryKind.CREATED).sealed()
        puts = [with_bytes(put, loaded) for put in to_puts(audit)]
        with self._lock:
            standards = self._standards()
            compiled = [self._sessions.compile(each, standards.names) for each in loaded]
            outline = read_outline(audit, compiled, standards)
            row = audit_row(audit, progress(outline), now)
            self._repository.create(audit.id, puts, [entry.record()], row).close()
        return audit.id
