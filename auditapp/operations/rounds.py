# SPDX-License-Identifier: MPL-2.0
"""Keep the rounds: programmes of audits, from the list of cases to what became of each.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. Each round is a ledger
of its own; every change is one line of its history.
"""

import re
import secrets
from collections.abc import Callable, Collection, Sequence

from auditapp.case_holdings import FoundRound
from auditapp.errors import LedgerDamagedError, NotAllowedError, SchemaTooNewError
from auditapp.history.round_lines import RoundHistory, read_round_history
from auditapp.i18n import _
from auditapp.judgement.round_row import RoundListed, read_listing, round_listing
from auditapp.listing import AuditRow
from auditapp.model.edits import Author
from auditapp.model.ids import CaseReference, LedgerId, RoundId, new_round_id
from auditapp.model.ledger import LedgerEntry, LedgerKind
from auditapp.model.logbook import LogKind
from auditapp.model.records import Put, Record
from auditapp.model.round import CaseProgress, Round, RoundAbout
from auditapp.model.round_edits import RoundEdit
from auditapp.model.round_kinds import RoundKind
from auditapp.model.round_tables import (
    ROUND_SPECS,
    apply_to_round,
    round_from_tables,
    round_to_puts,
)
from auditapp.model.sample_plan import Seed
from auditapp.operations.registers import REGISTERS
from auditapp.operations.starting import StartingOperations
from auditapp.sessions.ledger_session import KIND, LedgerSession
from auditapp.sessions.ledger_sessions import FirstChange

MakeEdit = Callable[[Round], RoundEdit]
"""Makes an edit of a round as it is now; raises ``NotAllowedError`` where it is not allowed."""

CREATED = "created"
"""Begins the history of a round; the other words in it are those of ``RoundKind``."""


class RoundOperations(StartingOperations):
    """Make, read and change rounds."""

    def rounds(self) -> list[RoundListed]:
        """Return what a list shows of each round, the one that ends last first.

        No round is opened. One that cannot be read is left out; see `unread_rounds`.
        """
        with self._lock:
            self._require_unlocked()
            rows = self._repository.ledgers.rows()
        found = [
            read_listing(RoundId(key), row)
            for key, row in rows.items()
            if row.get(KIND) == LedgerKind.ROUND and "stage" in row
        ]
        return sorted(found, key=lambda each: (each.last, each.first, each.name), reverse=True)

    def unread_rounds(self) -> int:
        """Return how many files of rounds there are, or should be, that cannot be read.

        They are in no list; the check of the store says which they are.
        """
        with self._lock:
            self._require_unlocked()
            there = {each for each in self._ledgers.all_ids() if each != REGISTERS}
            return len(there - self._repository.ledgers.rows().keys())

    def round(self, round_id: RoundId) -> Round:
        """Return a round whole.

        Raises:
            LedgerDamagedError, SchemaTooNewError: There is none, or it cannot be read.
        """
        with self._lock:
            session = self._round_session(round_id)
            tables = {table: dict(session.rows(table)) for table in ROUND_SPECS}
        return round_from_tables(round_id, tables)

    def round_history(self, round_id: RoundId) -> Sequence[LedgerEntry]:
        """Return every change of a round, oldest first.

        Raises:
            LedgerDamagedError, SchemaTooNewError: As `round`.
        """
        with self._lock:
            return self._round_session(round_id).history

    def read_round_history(self, round_id: RoundId) -> RoundHistory:
        """Return the same in words, and whether its chain holds.

        Raises:
            LedgerDamagedError, SchemaTooNewError: As `round`.
        """
        return read_round_history(self.round_history(round_id))

    def start_round(self, about: RoundAbout, by: Author) -> RoundId:
        """Begin a round; return its id.

        Its seed is made by chance and written down at once, before anybody has read a list of
        cases: so nobody can have chosen it for the cases that it draws. It may be changed.

        Raises:
            NotAllowedError: It has no name, or ends before it begins.
            SaveFailedError: It could not be written.
        """
        _require_about(about)
        seed = Seed(
            text=secrets.token_hex(8),
            origin=_("made by chance on this computer when the round was begun"),
            by=by.name,
            at=by.now,
        )
        whole = Round(id=new_round_id(), about=about, seed=seed)
        row = round_row(whole)
        with self._lock:
            self._require_unlocked()
            first = FirstChange(round_to_puts(whole), CREATED, by)
            self._ledgers.create(LedgerId(whole.id), row, first)
            self._log(LogKind.ROUND_MADE, whole.id)
        return whole.id

    def edit_round(self, round_id: RoundId, make: MakeEdit) -> Round:
        """Change a round as it is now by one edit of ``auditapp.model.round_edits``; return it.

        Raises:
            NotAllowedError: The step is not allowed.
            LedgerDamagedError, SchemaTooNewError: As `round`.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            whole = self.round(round_id)
            edit = make(whole)
            if edit.kind is RoundKind.ABOUT:
                _require_about(apply_to_round(whole, edit.puts).about)
            return self._put_in_round(whole, edit.puts, edit.kind, edit.by)

    def refresh_round(self, round_id: RoundId) -> Round:
        """Take over from the audits how far the cases of a round are; return it.

        Audits that came from another computer count as well: each says itself which round it is
        of. What was signed off stays so, though the audit may be erased since. What was only begun,
        and is gone or about another case now, is to be begun again.

        Raises:
            LedgerDamagedError, SchemaTooNewError: As `round`.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            whole = self.round(round_id)
            if whole.about.closed_at is not None:
                return whole
            by = self._me()
            puts = [
                Put("progress", case, row.record() if row else None)
                for case, row in _progress_now(whole, self.audits(), by).items()
            ]
            return self._put_in_round(whole, puts, RoundKind.PROGRESS, by)

    def remove_round(self, round_id: RoundId) -> None:
        """Delete a round for good, with its list of cases; its audits stay.

        Raises:
            LedgerDamagedError: There is none.
            SaveFailedError: It could not be removed.
        """
        with self._lock:
            self._require_unlocked()
            self._ledgers.remove(LedgerId(round_id))
            self._log(LogKind.ROUND_REMOVED, round_id)

    def remove_unused_round(self, round_id: RoundId) -> None:
        """Delete a round that was made by mistake: no audit belongs to it.

        Raises:
            NotAllowedError: An audit of it is there, or was signed off and erased since.
            LedgerDamagedError, SchemaTooNewError, SaveFailedError: As `round` and `remove_round`.
        """
        with self._lock:
            cases = self.round(round_id).progress.values()
            has_signed = any(case.signed_at is not None for case in cases)
            if has_signed or any(row.round == round_id for row in self.audits()):
                raise NotAllowedError(
                    _("This round has audits, and says how its cases came to be chosen."),
                    _("Close it in the window. If it must go all the same, delete it there."),
                )
            self.remove_round(round_id)

    def find_in_rounds(self, pattern: re.Pattern[str]) -> tuple[list[FoundRound], bool]:
        """Return the rounds on whose list a case is or was, and whether some were not searched.

        Of what was taken off a list the history of the round still has every word.
        """
        is_incomplete = self.unread_rounds() > 0
        found = []
        for each in self.rounds():
            try:
                whole, ever = self.round(each.id), ever_held(self.round_history(each.id))
            except (LedgerDamagedError, SchemaTooNewError):
                is_incomplete = True
                continue
            found += [
                FoundRound(each.id, each.name, case, held | _held_on(whole, case))
                for case, held in ever.items()
                if pattern.fullmatch(case.strip())
            ]
        return found, is_incomplete

    # Inside

    def _round_session(self, round_id: RoundId) -> LedgerSession:
        self._require_unlocked()
        return self._ledgers.get(LedgerId(round_id))

    def _put_in_round(self, whole: Round, puts: Sequence[Put], what: str, by: Author) -> Round:
        if not puts:
            return whole
        changed = apply_to_round(whole, puts)
        self._round_session(whole.id).change(puts, what, by, round_row(changed))
        return changed


def round_row(whole: Round) -> Record:
    """Return what a list of ledgers shows of a round."""
    return {KIND: LedgerKind.ROUND.value, **round_listing(whole)}


def _require_about(about: RoundAbout) -> None:
    if about.last < about.first:
        raise NotAllowedError(_("The round ends before it begins."), _("Choose a later last day."))


def _progress_now(
    whole: Round, rows: Collection[AuditRow], by: Author
) -> dict[CaseReference, CaseProgress | None]:
    """Return how far the drawn cases are by their audits, as far as the round says otherwise.

    None is for a case of which there is nothing to say any more.
    """
    best: dict[CaseReference, AuditRow] = {}
    for row in rows:
        case = CaseReference(row.case_reference)
        if row.round != whole.id or row.moderates or case not in whole.drawn:
            continue
        if case not in best or _goes_before(row, best[case]):
            best[case] = row
    found: dict[CaseReference, CaseProgress | None] = {
        case: _not_begun(row, by)
        for case, row in whole.progress.items()
        if case not in best and row.audit is not None and row.signed_at is None
    }
    for case, row in best.items():
        before = whole.progress.get(case, CaseProgress())
        signed_at = row.signed_at or (before.signed_at if row.amendment else None)
        now = {"audit": row.id, "started_at": row.created_at, "signed_at": signed_at}
        if any(getattr(before, name) != value for name, value in now.items()):
            found[case] = before.model_copy(update={**now, "by": by.name, "at": by.now})
    return found


def _not_begun(before: CaseProgress, by: Author) -> CaseProgress | None:
    """Return what else is said of a case whose audit is gone; None if nothing is."""
    left = before.model_copy(update={"audit": None, "started_at": None})
    said = left.model_copy(update={"by": "", "at": None})
    return None if said == CaseProgress() else left.model_copy(update={"by": by.name, "at": by.now})


def _goes_before(row: AuditRow, other: AuditRow) -> bool:
    """Tell which of two audits of a case counts: one that is signed off, else the first one."""
    if (row.signed_at is None) != (other.signed_at is None):
        return row.signed_at is not None
    return row.created_at < other.created_at


def _held_on(whole: Round, case: CaseReference) -> Record:
    """Return all that a round holds on a case, table by table."""
    held: Record = {}
    for table, spec in ROUND_SPECS.items():
        rows = getattr(whole, spec.field)
        if not spec.has_one_row and case in rows:
            held[table] = rows[case].record()
    return held


def ever_held(history: Sequence[LedgerEntry]) -> dict[CaseReference, Record]:
    """Return by case the last state of each of its rows that the history tells, table by table."""
    held: dict[CaseReference, Record] = {}
    for change in (each for line in history for each in line.changes):
        if change.new is not None and not ROUND_SPECS[change.table].has_one_row:
            held.setdefault(CaseReference(change.key), {})[change.table] = change.new
    return held
