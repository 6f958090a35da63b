# SPDX-License-Identifier: MPL-2.0
"""Define a round: a programme of audits, from the list of cases to what became of each.

It is kept in a ledger of its own, as tables of plain rows; it changes only by
``auditapp.model.round_edits``.
"""

import datetime as dt

from pydantic import AwareDatetime, Field

from auditapp.model.case_listed import CaseListed, ErasedCase, Exclusion, ListRead
from auditapp.model.frozen import Frozen
from auditapp.model.ids import AuditId, CaseReference, ChecklistId, RecordId, RoundId
from auditapp.model.round_kinds import CaseState
from auditapp.model.sample_plan import (
    Draw,
    DrawnCase,
    Replacement,
    SamplePlan,
    Seed,
    TakenBackDraw,
)
from auditapp.model.text import GivenText, Text


class RoundChecklist(Frozen):
    """Name a checklist that the audits of a round use, in the version that they start with."""

    id: ChecklistId
    version: str
    title: Text


class RoundAbout(Frozen):
    """Hold what a round is: its name, what it is for, its time and its aims.

    Args:
        name: such as "Visits, autumn 2026".
        purpose: what it is to find out, and for whom.
        first: the first day of the round.
        last: the last day on which its audits are due.
        checklists: what its audits are done with.
        target: how many audits are to be signed off; None where all that are drawn are.
        agreement_target: the share of second readings with the same grade that is aimed at.
        second_readings: the share of audits that are drawn for a second reading.
        retention_years: how long its audits are kept; None where the council's rule holds.
        created_by: who made it.
        closed_at: when it was closed.
    """

    name: GivenText
    purpose: Text = ""
    first: dt.date
    last: dt.date
    checklists: tuple[RoundChecklist, ...] = ()
    target: int | None = Field(default=None, ge=1)
    agreement_target: float = Field(default=0.85, ge=0, le=1)
    second_readings: float = Field(default=0.1, ge=0, le=1)
    retention_years: int | None = Field(default=None, ge=1, le=100)
    created_at: AwareDatetime
    created_by: str
    closed_at: AwareDatetime | None = None


class RoundAuditor(Frozen):
    """Hold an auditor of the round, and whose cases are their own.

    Args:
        name: as it stands on the front sheet of their audits.
        capacity: how many cases they can read; None for as many as there are.
        codes: their own codes as a worker or manager.
        teams: the teams in which they work, or which they manage.
        conflicts: cases that they know from elsewhere.
        reads_second: whether they read a second time.
    """

    name: GivenText
    capacity: int | None = Field(default=None, ge=0)
    codes: tuple[Text, ...] = ()
    teams: tuple[Text, ...] = ()
    conflicts: tuple[CaseReference, ...] = ()
    reads_second: bool = False


class Allocation(Frozen):
    """Say who reads a case. The key of its row is the case.

    ``reason`` is there where somebody chose, and the program did not.
    """

    auditor: RecordId
    reason: Text = ""
    by: str
    at: AwareDatetime


class CaseProgress(Frozen):
    """Hold how far a drawn case is. The key of its row is the case.

    ``due_reason`` explains why it is due on another day than the others, and ``late_reason`` a late
    audit; with ``exempt_reason`` none is expected any more.
    """

    due: dt.date | None = None
    due_reason: Text = ""
    audit: AuditId | None = None
    started_at: AwareDatetime | None = None
    signed_at: AwareDatetime | None = None
    late_reason: Text = ""
    exempt_reason: Text = ""
    by: str = ""
    at: AwareDatetime | None = None


class Round(Frozen):
    """Hold a round whole."""

    id: RoundId
    about: RoundAbout
    seed: Seed | None = None
    listed: ListRead | None = None
    cases: dict[CaseReference, CaseListed] = {}
    exclusions: dict[CaseReference, Exclusion] = {}
    plan: SamplePlan | None = None
    draw: Draw | None = None
    drawn: dict[CaseReference, DrawnCase] = {}
    replacements: dict[CaseReference, Replacement] = {}
    taken_back: dict[str, TakenBackDraw] = {}
    auditors: dict[RecordId, RoundAuditor] = {}
    allocations: dict[CaseReference, Allocation] = {}
    progress: dict[CaseReference, CaseProgress] = {}
    erased: dict[CaseReference, ErasedCase] = {}

    @property
    def sample(self) -> tuple[CaseReference, ...]:
        """Return the cases that are to be audited: drawn, and not replaced; by stratum and rank."""
        drawn = (case for case in self.drawn if case not in self.replacements)
        return tuple(sorted(drawn, key=lambda c: (self.drawn[c].stratum, self.drawn[c].rank)))

    def state(self, case: CaseReference) -> CaseState:
        """Return how far a drawn case is."""
        progress = self.progress.get(case, _NOT_BEGUN)
        if progress.exempt_reason.strip():
            return CaseState.EXEMPT
        if progress.signed_at is not None:
            return CaseState.SIGNED
        if progress.audit is not None:
            return CaseState.STARTED
        return CaseState.ALLOCATED if case in self.allocations else CaseState.DRAWN

    def due(self, case: CaseReference) -> dt.date:
        """Return the day by which the audit of a case is to be signed off."""
        return self.progress.get(case, _NOT_BEGUN).due or self.about.last


_NOT_BEGUN = CaseProgress()
