# SPDX-License-Identifier: MPL-2.0
"""Fill an empty workspace with the audits of an invented authority.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Callable, Iterable, Sequence

from auditapp.checklist.embedding import pin_with_bytes
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.case_facts import Standards
from auditapp.model.ids import AuditId, ChecklistId
from auditapp.model.logbook import LogKind
from auditapp.model.records import Put, Record
from auditapp.operations.audit import AuditOperations
from auditapp.sample.making import ReadyChecklist, make_audit
from auditapp.sample.plans import SampleOrder, plan_audits
from auditapp.store.audit_file import AuditFile
from auditapp.store.repository import AuditRepository
from auditapp.store.signed_lock import LockChange


class SampleOperations(AuditOperations):
    """Make sample data."""

    def make_sample(
        self,
        order: SampleOrder,
        report_progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> int:
        """Make the audits of an invented authority; return how many, drafts among them.

        Each is saved whole. Stopped in between, the workspace has those that were made so far.

        Args:
            order: How many, and by what chance.
            report_progress: Is told how many audits have been made, and of how many.

        Raises:
            NotAllowedError: There are audits here: invented ones must never lie among real ones.
            SaveFailedError: One could not be written.
        """
        with self._lock:
            self._require_empty()
            plans, standards = plan_audits(order), self._standards()
            self._log(LogKind.SAMPLE_MADE, f"{len(plans)}")
            ready = self._ready((name for plan in plans for name in plan.checklists), standards)
            with self._repository.listing_later():
                for number, plan in enumerate(plans, start=1):
                    writer = _Writer(self._repository, plan.id)
                    make_audit(plan, ready, standards, writer.save)
                    writer.close()
                    report_progress(number, len(plans))
        return len(plans)

    def _require_empty(self) -> None:
        if self._repository.rows() or self._repository.unknown_ids():
            raise NotAllowedError(
                _("There are audits here already. Invented cases never go among them."),
                _("Choose an empty folder for the sample: --home DIR."),
            )

    def _ready(
        self, names: Iterable[ChecklistId], standards: Standards
    ) -> dict[ChecklistId, ReadyChecklist]:
        loaded = {name: self.library.load(name) for name in dict.fromkeys(names)}
        return {
            name: ReadyChecklist(
                pin_with_bytes(each), self._sessions.compile(each, standards.names)
            )
            for name, each in loaded.items()
        }


class _Writer:
    """Save one audit: the first time it is made, after that it is changed."""

    def __init__(self, repository: AuditRepository, audit_id: AuditId) -> None:
        self._repository = repository
        self._audit_id = audit_id
        self._file: AuditFile | None = None

    def save(
        self, puts: Sequence[Put], history: Sequence[Record], row: Record, lock: LockChange
    ) -> None:
        """Save rows and lines of history, as `AuditFile.commit`."""
        if self._file is None:
            self._file = self._repository.create(self._audit_id, puts, history, row, lock)
        else:
            self._file.commit(puts, history, replace_last=False, row=row, lock=lock)

    def close(self) -> None:
        """Give the audit's file back."""
        if self._file is not None:
            self._file.close()
