# SPDX-License-Identifier: MPL-2.0
"""Start an audit of a case file.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from auditapp.checklist.embedding import pin, with_bytes
from auditapp.checklist.library import LoadedChecklist
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.outline import read_outline
from auditapp.judgement.progress import progress
from auditapp.listing import audit_row
from auditapp.model.audit import Audit
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId, ChecklistId, new_audit_id
from auditapp.model.links import Links
from auditapp.model.tables import to_puts
from auditapp.operations.audit import AuditOperations

_IN_USE: Final[Mapping[ChecklistId, str]] = MappingProxyType({})


class StartingOperations(AuditOperations):
    """Start audits."""

    def start_audit(
        self,
        front: FrontSheet,
        checklist_ids: Sequence[ChecklistId],
        *,
        links: Links | None = None,
        versions: Mapping[ChecklistId, str] = _IN_USE,
    ) -> AuditId:
        """Start an audit of a case file on the checklists named, in their order.

        Args:
            front: The front sheet.
            checklist_ids: The checklists.
            links: The round it belongs to, and the audit that it moderates or comes back to.
            versions: Of a checklist that is in here, this version; else the one in use.

        Raises:
            NotAllowedError: No checklist was chosen.
            ChecklistNotFoundError, ChecklistInvalidError: One cannot be used.
            SaveFailedError: It could not be written; nothing has changed.
        """
        if not checklist_ids:
            raise NotAllowedError(_("An audit needs at least one checklist."), _("Choose one."))
        loaded = [self._wanted(each, versions) for each in checklist_ids]
        return self._start(front, loaded, links)

    def _start(
        self, front: FrontSheet, loaded: Sequence[LoadedChecklist], links: Links | None
    ) -> AuditId:
        """Start an audit on checklists that are at hand; nothing has changed where that fails."""
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

    def _wanted(
        self, checklist_id: ChecklistId, versions: Mapping[ChecklistId, str]
    ) -> LoadedChecklist:
        version = versions.get(checklist_id)
        return (
            self.library.find(checklist_id, version) if version else self.library.load(checklist_id)
        )
