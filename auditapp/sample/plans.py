# SPDX-License-Identifier: MPL-2.0
"""Plan the audits of the sample: which case file, who audits it when, and by which checklists."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from typing import Final

from auditapp.model.front_sheet import AgeBand, Cohort, FrontSheet, LegalStatus, Source
from auditapp.model.ids import AuditId, ChecklistId
from auditapp.sample.authority import MONTHS, TEAMS, Auditor, Team, Worker, auditors, workers_of
from auditapp.sample.chance import chance_for, record_id, some_of, weighted
from auditapp.sample.choosing import choose_checklists

MOST_AUDITS: Final = 5000

_ONE_DAY: Final = dt.timedelta(days=1)
_SATURDAY: Final = 5
_REFERENCES: Final = range(10_000, 100_000)
_DRAFTS: Final = 0.03
_AMENDED: Final = 0.03
_DAYS_BACK: Final = 730
_HALF_A_YEAR: Final = 182
_QUIET: Final = {8: 0.5, 12: 0.6}
"""Months in which fewer files are audited."""


class Outcome(StrEnum):
    """Say how far an audit of the sample has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    AMENDED = "amended"


@dataclass(frozen=True, slots=True)
class SampleOrder:
    """Say what sample is wanted.

    Args:
        audits: how many signed audits; drafts come on top.
        seed: what chance goes by.
        as_of: the day that is today in the sample.
    """

    audits: int
    seed: int
    as_of: dt.date


@dataclass(frozen=True, slots=True)
class Case:
    """Hold an invented case file; ``standing`` is how good the work is beside the team's other."""

    reference: str
    team: Team
    worker: Worker
    cohorts: tuple[Cohort, ...]
    age_band: AgeBand
    legal_status: LegalStatus
    standing: float


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """Hold what is decided about an audit before it begins; ``number`` counts from 0."""

    number: int
    id: AuditId
    order: SampleOrder
    case: Case
    auditor: Auditor
    begins: dt.date
    checklists: tuple[ChecklistId, ...]
    outcome: Outcome

    @property
    def front(self) -> FrontSheet:
        """Return the front sheet; a year is looked at, and its second half is judged."""
        chance = chance_for(self.order.seed, self.case.reference, "front", self.number)
        period_to = self.begins - _ONE_DAY * chance.randint(1, 9)
        heard = [Source.WORKER, Source.MANAGER, Source.FAMILY, Source.PARTNER]
        return FrontSheet(
            case_reference=self.case.reference,
            auditor=self.auditor.name,
            age_band=self.case.age_band,
            cohorts=self.case.cohorts,
            legal_status=self.case.legal_status,
            team=self.case.team.name,
            worker_code=self.case.worker.code,
            period_from=period_to - _ONE_DAY * 364,
            period_to=period_to,
            judged_from=period_to - _ONE_DAY * _HALF_A_YEAR,
            sources_used=(Source.FILE, *some_of(chance, heard, 3)),
            caseload=max(5, self.case.worker.caseload + chance.randint(-3, 3)),
            workers_in_12_months=weighted(chance, {1: 6, 2: 4, 3: 2, 4: 1}),
        )


def plan_audits(order: SampleOrder) -> list[AuditPlan]:
    """Return the plans of all audits, the oldest first and the drafts last."""
    chance = chance_for(order.seed, "plans")
    drafts = max(1, round(order.audits * _DRAFTS))
    references = chance.sample(_REFERENCES, order.audits + drafts)
    begins = sorted(_begins(chance, order) for _number in range(order.audits))
    begins += [_working_day(order.as_of - _ONE_DAY * chance.randint(2, 16)) for _n in range(drafts)]
    plans = [_plan(order, number, references[number], day) for number, day in enumerate(begins)]
    return [*plans[: order.audits], *_as_drafts(plans[order.audits :])]


def _plan(order: SampleOrder, number: int, reference: int, begins: dt.date) -> AuditPlan:
    chance = chance_for(order.seed, "plan", number)
    case = _case(chance, order.seed, reference)
    return AuditPlan(
        number=number,
        id=AuditId(record_id(chance)),
        order=order,
        case=case,
        auditor=chance.choice(auditors()),
        begins=begins,
        checklists=choose_checklists(chance, case.cohorts),
        outcome=Outcome.AMENDED if chance.random() < _AMENDED else Outcome.SIGNED,
    )


def _as_drafts(plans: Sequence[AuditPlan]) -> Iterator[AuditPlan]:
    return (replace(plan, outcome=Outcome.DRAFT) for plan in plans)


def _begins(chance: Random, order: SampleOrder) -> dt.date:
    """Draw the day on which an audit begins, early enough to be signed by the day of the sample."""
    last = order.as_of - _ONE_DAY * 21
    while True:
        day = last - _ONE_DAY * chance.randrange(_DAYS_BACK - 21)
        if chance.random() < _QUIET.get(day.month, 1.0):
            return _working_day(day)


def _working_day(day: dt.date) -> dt.date:
    while day.weekday() >= _SATURDAY:
        day -= _ONE_DAY
    return day


def _case(chance: Random, seed: int, reference: int) -> Case:
    team = weighted(chance, {team: team.share for team in TEAMS})
    cohorts = weighted(chance, dict(team.groups))
    age_band = weighted(chance, _ages(cohorts))
    return Case(
        reference=f"EX-{reference}",
        team=team,
        worker=chance.choice(workers_of(team, seed)),
        cohorts=cohorts,
        age_band=age_band,
        legal_status=_legal_status(chance, cohorts, age_band),
        standing=chance.gauss(0, 0.45),
    )


def _ages(cohorts: tuple[Cohort, ...]) -> dict[AgeBand, float]:
    if Cohort.CARE_16_PLUS in cohorts:
        is_in_care = Cohort.CHILD_IN_CARE in cohorts
        return {AgeBand.FROM_16: 5} if is_in_care else {AgeBand.FROM_18: 5}
    if Cohort.UNACCOMPANIED in cohorts:
        return {AgeBand.FROM_10: 2, AgeBand.FROM_16: 3}
    if Cohort.ADOPTION in cohorts:
        return {AgeBand.UNDER_5: 5, AgeBand.FROM_5: 2}
    return {AgeBand.UNDER_5: 3, AgeBand.FROM_5: 3, AgeBand.FROM_10: 4}


def _legal_status(chance: Random, cohorts: tuple[Cohort, ...], age_band: AgeBand) -> LegalStatus:
    if Cohort.ADOPTION in cohorts:
        return LegalStatus.PLACEMENT_ORDER
    if Cohort.CHILD_IN_CARE in cohorts:
        orders = {
            LegalStatus.CARE_ORDER: 6.0,
            LegalStatus.INTERIM_CARE_ORDER: 2.0,
            LegalStatus.SECTION_20: 3.0,
        }
        return weighted(chance, orders)
    if age_band is AgeBand.FROM_18:
        return LegalStatus.CARE_LEAVER
    if Cohort.CHILD_PROTECTION in cohorts:
        return LegalStatus.CP_PLAN
    return LegalStatus.SECTION_17 if Cohort.CHILD_IN_NEED in cohorts else LegalStatus.NONE


__all__ = ["MONTHS", "MOST_AUDITS", "AuditPlan", "Case", "Outcome", "SampleOrder", "plan_audits"]
