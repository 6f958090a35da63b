# SPDX-License-Identifier: MPL-2.0
"""Fill an empty workspace with the audits and registers of an invented authority.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Mapping, Sequence
from functools import cache, partial

from auditapp.checklist.embedding import pin_with_bytes
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.long_work import ReportProgress, unheard
from auditapp.model.edits import Author
from auditapp.model.ids import AuditId, ChecklistId, LedgerId
from auditapp.model.logbook import LogKind
from auditapp.model.records import Put, Record
from auditapp.model.round import RoundChecklist
from auditapp.model.round_tables import round_to_puts
from auditapp.operations.registers import RegisterOperations
from auditapp.operations.rounds import CREATED, RoundOperations, round_row
from auditapp.sample.entries import register_entries
from auditapp.sample.making import ReadyChecklist, SampleMaker
from auditapp.sample.plans import AuditPlan, SampleOrder
from auditapp.sample.programmes import CHECKLISTS, PROGRAMMES, Programme, round_id
from auditapp.sample.rounds import AuditDone, RoundScript
from auditapp.sessions.ledger_sessions import FirstChange
from auditapp.store.audit_file import AuditFile
from auditapp.store.repository import AuditRepository
from auditapp.store.signed_lock import LockChange


class SampleOperations(RegisterOperations, RoundOperations):
    """Make sample data."""

    def make_sample(
        self,
        order: SampleOrder,
        report_progress: ReportProgress = unheard,
    ) -> int:
        """Make the audits of an invented authority; return how many, drafts among them.

        Its registers are filled first, and its rounds come last. Each audit is saved whole.
        Stopped in between, the workspace has those that were made so far.

        Args:
            order: How many, and by what chance.
            report_progress: Is told how many audits have been made, and of how many.

        Raises:
            NotAllowedError: There are audits, rounds or entries of a register here: what is
                invented must never lie among what is real.
            SaveFailedError: One could not be written.
        """
        with self._lock:
            self._require_empty()
            standards = self._standards()
            checklist = cache(partial(self._ready_checklist, standards.names))
            saving = partial(_Saving, self._repository)
            maker = SampleMaker(order, checklist, standards, saving)
            self._log(LogKind.SAMPLE_MADE, str(maker.total))
            with self._repository.listing_later():
                for entry in register_entries(order):
                    self.add_to_register(entry, Author(entry.author, entry.created_at))
                for made in maker.run():
                    report_progress(made, maker.total)
                for programme in PROGRAMMES:
                    self._make_round(order, programme, maker.in_rounds)
        return maker.total

    def _ready_checklist(self, names: Mapping[str, str], checklist: ChecklistId) -> ReadyChecklist:
        """Return a checklist ready for answers, with the names that are used here."""
        loaded = self.library.load(checklist)
        return ReadyChecklist(pin_with_bytes(loaded), self._sessions.compile(loaded, names))

    def _make_round(
        self, order: SampleOrder, programme: Programme, plans: Sequence[AuditPlan]
    ) -> None:
        """Make a round of the audits that are of it; where there are none, there is none."""
        rows = {row.id: row for row in self.audits()}
        wanted = round_id(order.seed, programme)
        done = [
            AuditDone(plan, rows[plan.id])
            for plan in plans
            if plan.links is not None and plan.links.round == wanted
        ]
        if not done:
            return
        headers = {header.id: header for header in self.library.in_use()}
        pins = [
            RoundChecklist(id=each, version=headers[each].version, title=headers[each].title)
            for each in CHECKLISTS
        ]
        script = RoundScript(order, programme, pins, done)
        whole = script.whole
        first = FirstChange(round_to_puts(whole), CREATED, script.begun_by())
        self._ledgers.create(LedgerId(whole.id), round_row(whole), first)
        for step in script.steps():
            self.edit_round(whole.id, step)
        self._log(LogKind.ROUND_MADE, whole.id)

    def _require_empty(self) -> None:
        audits = self._repository.rows() or self._repository.unknown_ids()
        if audits or self._ledgers.all_ids():  # a round, or the registers
            raise NotAllowedError(
                _("There is work here already. Invented cases never go among it."),
                _("Choose an empty folder for the sample: --home DIR."),
            )


class _Saving:
    """Save one audit: the first time it is made, after that it is changed."""

    def __init__(self, repository: AuditRepository, audit_id: AuditId) -> None:
        self._repository = repository
        self._audit_id = audit_id
        self._file: AuditFile | None = None

    def __call__(
        self, puts: Sequence[Put], history: Sequence[Record], row: Record, lock: LockChange
    ) -> None:
        """Save rows and lines of history, as `AuditFile.commit`."""
        if self._file is None:
            self._file = self._repository.create(self._audit_id, puts, history, row, lock)
        else:
            self._file.commit(puts, history, replace_last=False, row=row, lock=lock)
