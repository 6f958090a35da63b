# SPDX-License-Identifier: MPL-2.0
"""Choose the audits that a report is made of, and read them.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.errors import NotAllowedError, StoreError
from auditapp.i18n import _
from auditapp.insight.judged_audits import day_of
from auditapp.insight.selection import Selection
from auditapp.judgement.audit_states import AuditState
from auditapp.listing import AuditRow
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.audit import AuditStatus
from auditapp.model.ids import AuditId
from auditapp.operations.audit import AuditOperations


@dataclass(frozen=True, slots=True)
class ChosenAudits:
    """Hold the audits that a selection takes, the oldest first.

    ``names`` are those that must not appear, of all of them; ``unreadable`` are audits that might
    have been among them, and could not be opened.
    """

    states: tuple[AuditState, ...]
    names: tuple[str, ...]
    unreadable: tuple[AuditId, ...]


class ChoosingOperations(AuditOperations):
    """Read the audits that a person chose by period, team and checklist."""

    def choose_audits(
        self,
        selection: Selection,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> ChosenAudits:
        """Read the audits that a selection takes.

        An audit whose amendment is open counts as it was signed last, unless drafts are wanted.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        rows = [row for row in self.audits() if selection.may_take(row.id, row.team)]
        states, unreadable = [], []
        names: dict[str, None] = {}
        for number, row in enumerate(rows, start=1):
            if is_cancelled():
                raise NotAllowedError(_("The report was stopped."), _("Nothing was changed."))
            try:
                found = self._state_chosen(row, selection)
            except StoreError:
                unreadable.append(row.id)
                continue
            if found is not None:
                states.append(found[0])
                names.update(dict.fromkeys(found[1]))
            if report_progress is not None:
                report_progress(number, len(rows))
        states.sort(key=lambda state: (day_of(state), state.audit.id))
        return ChosenAudits(tuple(states), tuple(names), tuple(unreadable))

    def _state_chosen(
        self, row: AuditRow, selection: Selection
    ) -> tuple[AuditState, Sequence[str]] | None:
        """Read one audit, which is left closed if it was closed; None if it is not chosen."""
        wants_signed = not selection.has_drafts
        if wants_signed and row.status is AuditStatus.DRAFT and not row.amendment:
            return None
        with self._lock:
            self._require_unlocked()
            was_open = self._sessions.is_open(row.id)
            session = self._sessions.get(row.id)
            state, names = session.state(), session.beside.names
            if not was_open:
                self._sessions.close(row.id)
        if wants_signed and state.audit.is_draft:
            state = state.earlier[-1]
        checklists = [pin.id for pin in state.audit.checklists]
        is_chosen = selection.takes_audit(state.audit) and selection.takes(
            day_of(state), checklists
        )
        return (state, names) if is_chosen else None
