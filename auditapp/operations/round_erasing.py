# SPDX-License-Identifier: MPL-2.0
"""Erase a case from a round, as somebody may ask for, or when its time is over.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from auditapp.case_holdings import reference_pattern
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.model.case_listed import ErasedCase
from auditapp.model.chain import START
from auditapp.model.edits import Author
from auditapp.model.ids import CaseReference, RoundId
from auditapp.model.logbook import LogKind
from auditapp.model.records import Put
from auditapp.model.round import Round
from auditapp.model.round_erasing import erasure_of
from auditapp.model.round_kinds import RoundKind
from auditapp.model.round_tables import apply_to_round
from auditapp.operations.rounds import RoundOperations, ever_held, round_row
from auditapp.sessions.ledger_session import LedgerSession


class RoundErasingOperations(RoundOperations):
    """Take single cases out of rounds for good."""

    def erase_case(
        self, round_id: RoundId, case: CaseReference, reason: str, by: Author
    ) -> tuple[Round, CaseReference]:
        """Erase a case from a round and from all that its history says; closed rounds as well.

        Once a sample is drawn, a numbered place stays of the case, with its group and its place in
        the draw, so that the draw can still be explained. Its audit stays. Backups and papers that
        were saved keep what they hold.

        Returns:
            The round, and what the case is called in it from now on.

        Raises:
            NotAllowedError: The round never had it, the reason is missing or names it, or the
                history is not what was written, which sealing it anew would hide.
            LedgerDamagedError, SchemaTooNewError: The round cannot be read.
            SaveFailedError: It could not be erased, or not with every copy.
        """
        pattern = reference_pattern(case)
        if not reason.strip() or pattern.search(reason):
            raise NotAllowedError(
                _("A case is erased for a reason, which does not name it."),
                _("Write why it must go, without the case reference and without names."),
            )
        with self._lock:
            whole, session = self.round(round_id), self._round_session(round_id)
            _require_erasable(whole, session, case)
            erasure = erasure_of(whole, case, pattern)
            head = session.history[-1].hash if session.history else START
            row = ErasedCase(reason=reason, by=by.name, at=by.now, history_head=head)
            said = [Put("erased", erasure.code, row.record())]
            puts = [*erasure.puts(whole, by), *said]
            left = apply_to_round(whole, puts)
            session.tell_anew(puts, said, RoundKind.ERASED, by, round_row(left), erasure.tell)
            self._log(LogKind.ROUND_CASE_ERASED, round_id)
        return left, erasure.code


def _require_erasable(whole: Round, session: LedgerSession, case: CaseReference) -> None:
    """Refuse a case that the round never had or has no more, and a history that was altered."""
    if case not in whole.cases and case not in ever_held(session.history):
        raise NotAllowedError(
            _("This round has no case {case}.").format(case=case),
            _("Type the reference as it stands in the list of cases."),
        )
    if case in whole.erased:
        raise NotAllowedError(_("This case is erased already."), _("Choose another one."))
    if session.fault is not None:
        raise NotAllowedError(
            _("The history of this round was altered, and erasing would hide that."),
            _("Save its papers, then delete the whole round."),
        )
