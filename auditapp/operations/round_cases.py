# SPDX-License-Identifier: MPL-2.0
"""Draw the sample of a round, give its cases to auditors, and start their audits.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from auditapp.caselist.files import read_list_file
from auditapp.caselist.table import CaseTable
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.insight.allocation import Sharing, share_out, why_own
from auditapp.insight.sampling import draw_round, next_case
from auditapp.model.edits import Author
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.ids import AuditId, CaseReference, RecordId, RoundId
from auditapp.model.links import Links
from auditapp.model.logbook import LogKind
from auditapp.model.round import CaseProgress, Round, RoundAuditor
from auditapp.model.round_edits import (
    allocate_cases,
    change_due,
    record_draw,
    replace_case,
    take_back_draw,
)
from auditapp.model.round_kinds import CaseState
from auditapp.operations.rounds import RoundOperations


class RoundCaseOperations(RoundOperations):
    """Do what is done with the cases of a round."""

    def read_case_list(self, path: Path) -> CaseTable:
        """Return the rows of a list of cases; nothing is kept of it.

        Raises:
            CaseListError, WorkbookError: As `auditapp.caselist.files.read_list_file`.
        """
        return read_list_file(path)

    def draw_sample(self, round_id: RoundId, by: Author) -> Round:
        """Draw the sample of a round from its list, by its plan and its seed; return the round.

        Raises:
            SamplingError: There is no plan, no seed or nothing to draw from.
            NotAllowedError: It is drawn already, or the round is closed.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            draw, sample = draw_round(self.round(round_id), by)
            drawn = self.edit_round(
                round_id, lambda whole: record_draw(whole, draw, sample.drawn, by)
            )
            self._log(LogKind.ROUND_DRAWN, round_id)
        return drawn

    def take_back_sample(self, round_id: RoundId, reason: str, by: Author) -> Round:
        """Take a draw back, for a reason; it stays on record. Return the round.

        Raises:
            NotAllowedError: There is none, audits of it have begun, or there is no reason.
            SaveFailedError: It could not be written; nothing has changed.
        """
        _require_reason(reason, _("A draw is taken back for a reason."))
        with self._lock:
            whole = self.edit_round(round_id, lambda each: take_back_draw(each, reason, by))
            self._log(LogKind.ROUND_DRAW_TAKEN_BACK, round_id)
        return whole

    def share_out_cases(self, round_id: RoundId, by: Author) -> tuple[Round, Sharing]:
        """Give every case that nobody has to an auditor, never their own; return what came of it.

        Raises:
            NotAllowedError: The round is closed.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            sharing = share_out(self.round(round_id))
            whole = self.edit_round(round_id, lambda each: allocate_cases(each, sharing.given, by))
        return whole, sharing

    def give_cases(
        self,
        round_id: RoundId,
        cases: Collection[CaseReference],
        auditor: RecordId,
        reason: str,
        by: Author,
    ) -> Round:
        """Give cases to an auditor by hand, for a reason; return the round.

        Raises:
            NotAllowedError: One is their own or is signed off, or there is no reason.
            SaveFailedError: It could not be written; nothing has changed.
        """
        _require_reason(reason, _("A case is given to somebody by hand for a reason."))
        with self._lock:
            whole = self.round(round_id)
            for case in cases:
                _require_free(whole, case)
                _require_not_own(whole, case, whole.auditors.get(auditor))
            given = dict.fromkeys(cases, auditor)
            return self.edit_round(round_id, lambda each: allocate_cases(each, given, by, reason))

    def change_due(
        self,
        round_id: RoundId,
        cases: Collection[CaseReference],
        due: dt.date,
        reason: str,
        by: Author,
    ) -> Round:
        """Let drawn cases be due on another day, for a reason; return the round.

        Raises:
            NotAllowedError: One was not drawn or is signed off, the day is before the round, or
                there is no reason.
            SaveFailedError: It could not be written; nothing has changed.
        """
        _require_reason(reason, _("A case is due on another day for a reason."))
        with self._lock:
            whole = self.round(round_id)
            if due < whole.about.first:
                raise NotAllowedError(
                    _("That day is before the round begins."), _("Choose a later one.")
                )
            for case in cases:
                _require_free(whole, case)
            return self.edit_round(
                round_id, lambda each: change_due(each, cases, due, reason.strip(), by)
            )

    def replace_drawn(
        self, round_id: RoundId, case: CaseReference, reason: str, by: Author
    ) -> tuple[Round, CaseReference | None]:
        """Put the next case of the draw in the place of one that cannot be audited.

        Returns:
            The round, and which case it is; None when the list has none left.

        Raises:
            NotAllowedError: It is not in the sample, its audit has begun, or there is no reason.
            SaveFailedError: It could not be written; nothing has changed.
        """
        _require_reason(reason, _("A drawn case is replaced for a reason."))
        with self._lock:
            before = self.round(round_id)
            if before.state(case) in (CaseState.STARTED, CaseState.SIGNED):
                raise NotAllowedError(
                    _("The audit of this case has begun."),
                    _("Exempt the case instead, with the reason."),
                )
            found = next_case(before, case)
            whole = self.edit_round(
                round_id, lambda each: replace_case(each, case, found, reason, by)
            )
        return whole, found[0] if found else None

    def start_case(self, round_id: RoundId, case: CaseReference, usual: FrontSheet) -> AuditId:
        """Start the audit of a drawn case, or return the one that was started.

        Args:
            round_id: The round.
            case: One of its sample.
            usual: The front sheet as far as it does not follow from the list: the period, and who
                audits where the case was given to nobody.

        Raises:
            NotAllowedError: It is not in the sample, nobody expects it, it is the auditor's own, or
                the round is closed.
            ChecklistNotFoundError, ChecklistInvalidError: A checklist cannot be used.
            SaveFailedError: It could not be written.
        """
        with self._lock:
            whole = self.refresh_round(round_id)
            begun = whole.progress.get(case, CaseProgress()).audit
            if begun is not None and begun in {row.id for row in self.audits()}:
                return begun
            _require_expected(whole, case)
            auditor = _auditor_of(whole, case, usual.auditor)
            _require_not_own(whole, case, auditor)
            front = _front(whole, case, auditor.name, usual)
            pins = whole.about.checklists
            audit_id = self.start_audit(
                front,
                [pin.id for pin in pins],
                links=Links(round=round_id),
                versions={pin.id: pin.version for pin in pins},
            )
            self.refresh_round(round_id)
        return audit_id


def _require_reason(reason: str, words: str) -> None:
    if not reason.strip():
        raise NotAllowedError(words, _("Write it down in a few words."))


def _require_free(whole: Round, case: CaseReference) -> None:
    if case in whole.drawn and whole.state(case) is CaseState.SIGNED:
        raise NotAllowedError(
            _("The audit of case {case} is signed off.").format(case=case),
            _("Choose cases that are not."),
        )


def _require_not_own(whole: Round, case: CaseReference, auditor: RoundAuditor | None) -> None:
    if auditor is None or case not in whole.cases:
        return
    why = why_own(case, whole.cases[case], auditor)
    if why:
        raise NotAllowedError(
            _("Nobody audits their own case. Case {case}: {why}").format(case=case, why=why),
            _("Give it to somebody else."),
        )


def _require_expected(whole: Round, case: CaseReference) -> None:
    if whole.about.closed_at is not None:
        raise NotAllowedError(_("The round is closed."), _("Open it again first."))
    if case not in whole.sample or whole.state(case) in (CaseState.EXEMPT, CaseState.SIGNED):
        raise NotAllowedError(
            _("No audit of case {case} is expected.").format(case=case),
            _("Choose a case of the sample that is neither exempt nor signed off."),
        )


def _auditor_of(whole: Round, case: CaseReference, name: str) -> RoundAuditor:
    """Return who reads a case: whom it was given to, else the person named."""
    given = whole.allocations.get(case)
    if given is not None and given.auditor in whole.auditors:
        return whole.auditors[given.auditor]
    known = (each for each in whole.auditors.values() if each.name.casefold() == name.casefold())
    return next(known, RoundAuditor(name=name or _("Auditor")))


def _front(whole: Round, case: CaseReference, auditor: str, usual: FrontSheet) -> FrontSheet:
    listed = whole.cases[case]
    return usual.model_copy(
        update={
            "case_reference": case,
            "auditor": auditor,
            "team": listed.team,
            "worker_code": listed.worker_code,
            "age_band": listed.age_band,
            "cohorts": listed.cohorts,
            "legal_status": listed.legal_status,
        }
    )
