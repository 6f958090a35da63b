# SPDX-License-Identifier: MPL-2.0
"""Say what must not appear in an audit, how long it is kept, and erase it when its time is over.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence

from auditapp.errors import (
    AuditDamagedError,
    AuditNotFoundError,
    AuditRolledBackError,
    NotAllowedError,
)
from auditapp.i18n import _
from auditapp.judgement.personal_findings import PlacedFinding, find_personal
from auditapp.judgement.statistics import statistics_of
from auditapp.listing import AuditRow
from auditapp.model.audit import Audit
from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.keeping import AVOIDED_NAMES, HOLD, AvoidedNames, Hold
from auditapp.model.logbook import LogKind
from auditapp.model.statistics import AuditStatistics
from auditapp.operations.load import LoadOperations
from auditapp.operations.registers import RegisterOperations
from auditapp.operations.round_cases import RoundCaseOperations
from auditapp.store import refusals
from auditapp.store.erased_audits import ErasedAudits


class KeepingOperations(LoadOperations, RegisterOperations, RoundCaseOperations):
    """Keep personal data no longer, and no wider, than it is needed."""

    # What must not appear

    def avoided_names(self, audit_id: AuditId) -> tuple[str, ...]:
        """Return the names that must appear nowhere in an audit."""
        with self._lock:
            return self._sessions.get(audit_id).beside.names

    def avoid_names(self, audit_id: AuditId, names: Sequence[str], by: Author) -> None:
        """Keep the names that must appear nowhere in an audit, in the place of those before.

        They are sealed with the audit and go with it; no report and no history holds them.

        Raises:
            SaveFailedError: They could not be written; nothing has changed.
        """
        with self._lock:
            session = self._sessions.get(audit_id)
            if tuple(names) == session.beside.names:
                return
            row = AvoidedNames(names=tuple(names)) if names else None
            session.keep_beside(AVOIDED_NAMES, row, HistoryKind.NAMES_AVOIDED, by, str(len(names)))

    def personal_findings(self, audit: Audit) -> list[PlacedFinding]:
        """Return what the texts of an audit, in this state, give away about people."""
        return find_personal(audit, self.avoided_names(audit.id))

    # How long it is kept

    def due_for_deletion(self) -> list[AuditRow]:
        """Return the audits that were kept as long as they are to be, the oldest first.

        That is as long as their round says, and else as the settings do. The time runs from the
        sign-off, or from the last change of a draft. Audits on hold are among them, and say so.
        """
        usual = self.settings().keep_months
        years = {each.id: each.retention_years for each in self.rounds()}
        today = self.clock().date()

        def is_due(row: AuditRow) -> bool:
            """Tell whether an audit was kept as long as its round, or else the settings, say."""
            kept = years.get(row.round) if row.round else None
            months = kept * 12 if kept else usual
            return bool(months) and months_after(row.kept_since.date(), months) <= today

        due = [row for row in self._rows() if is_due(row)]
        return sorted(due, key=lambda row: row.kept_since)

    def hold(self, audit_id: AuditId) -> Hold | None:
        """Return why an audit must not be deleted; None when it may be."""
        with self._lock:
            return self._sessions.get(audit_id).beside.hold

    def hold_audit(self, audit_id: AuditId, reason: str, by: Author) -> None:
        """Let nobody delete an audit, signed off or not. What was signed stays as it was.

        Raises:
            NotAllowedError: There is no reason.
            SaveFailedError: It could not be written; nothing has changed.
        """
        reason = reason.strip()
        if not reason:
            raise NotAllowedError(
                _("A hold needs a reason."), _("Write what the audit has to be kept for.")
            )
        row = Hold(reason=reason, by=by.name, at=by.now)
        with self._lock:
            session = self._sessions.get(audit_id)
            session.keep_beside(HOLD, row, HistoryKind.HELD, by, reason)

    def release_audit(self, audit_id: AuditId, by: Author) -> None:
        """Take the hold off an audit; does nothing when there is none.

        Raises:
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            session = self._sessions.get(audit_id)
            if session.beside.hold is not None:
                session.keep_beside(HOLD, None, HistoryKind.RELEASED, by, "")

    # The end

    def remove_audit(self, audit_id: AuditId) -> None:
        """Remove an audit for good, with every copy in the workspace, and keep its figures.

        Backups, and folders that restoring a backup set aside, keep what they hold.

        Raises:
            AuditNotFoundError: There is no such audit.
            NotAllowedError: It is on hold.
            SchemaTooNewError: A newer version of this program wrote it.
            SaveFailedError: It could not be removed, or not with every copy.
        """
        with self._lock:
            row = next((row for row in self._rows() if row.id == audit_id), None)
            if row is None:
                raise refusals.audit_not_found()
            if row.is_held:
                raise NotAllowedError(
                    _("This audit is on hold, so it cannot be deleted."),
                    _("Take the hold off first, if the reason for it is over."),
                )
            self._keep_figures(row)
            self._sessions.close(audit_id)
            self._forget_in_registers(audit_id, self._me())
            self._repository.remove(audit_id)
            self._log(LogKind.AUDIT_REMOVED, audit_id=audit_id)

    def statistics(self) -> list[AuditStatistics]:
        """Return the figures of every audit that was erased. There is no text in them.

        Raises:
            SchemaTooNewError: A newer version of this program wrote some.
        """
        with self._lock:
            erased = ErasedAudits(self._vault)
            records = erased.read({row.id for row in self._rows()})
            for problem in erased.problems:
                self._note(problem)
        return [AuditStatistics.model_validate(record) for record in records]

    # Inside

    def _rows(self) -> list[AuditRow]:
        with self._lock:
            return [AuditRow.from_record(row) for row in self._repository.rows()]

    def _keep_figures(self, row: AuditRow) -> None:
        """Keep the figures of an audit; one that is damaged beyond reading leaves none."""
        try:
            session = self._sessions.get(row.id)
        except (AuditDamagedError, AuditNotFoundError, AuditRolledBackError):
            return
        figures = statistics_of(session.outline(), row.changed_at)
        ErasedAudits(self._vault).keep(row.id, figures.model_dump(mode="json"))


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day ``months`` later, or the last day of that month if it is shorter.

    ``dt.date.max`` stands for what is beyond the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
