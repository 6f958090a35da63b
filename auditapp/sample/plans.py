# SPDX-License-Identifier: MPL-2.0
"""Plan the audits of the sample: which case file, who audits it when, and by which checklists."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from typing import Final

from auditapp.judgement.working_days import SATURDAY
from auditapp.model.front_sheet import AgeBand, Cohort, FrontSheet, LegalStatus, Source
from auditapp.model.ids import AuditId, ChecklistId
from auditapp.model.links import Links
from auditapp.sample.authority import (
    DAYS_BACK,
    TEAMS,
    Auditor,
    Team,
    Worker,
    auditors,
    moderators,
    workers_of,
)
from auditapp.sample.chance import chance_for, record_id, some_of, weighted
from auditapp.sample.choosing import choose_checklists
from auditapp.sample.programmes import round_of

_ONE_DAY: Final = dt.timedelta(days=1)
_FIRST_REFERENCE: Final = 10_000
_REFERENCES: Final = 90_000
_STEP: Final = 37_199
"""It has no divisor in common with the number of references, so each comes once in a round."""

_AMENDED: Final = 0.03
_SETTLING: Final = 21
"""In so many days an audit is done and signed, and an amendment of it, too."""

_GOLDEN: Final = 0.6180339887498949
_A_YEAR: Final = 364
_HALF_A_YEAR: Final = 182
_QUIET: Final = {8: 0.5, 12: 0.6}
"""Months in which fewer files are audited."""

_IMPROVEMENT: Final = 1.1
"""How much better an inadequate file is at its re-audit, in grades; some more, some not at all."""


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
    """Hold an invented case file.

    ``standing`` is how good the work is beside the rest of the team's, and ``first_read`` the day
    up to which the first audit of the file looked.
    """

    reference: str
    team: Team
    worker: Worker
    cohorts: tuple[Cohort, ...]
    age_band: AgeBand
    legal_status: LegalStatus
    standing: float
    first_read: dt.date


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """Hold what is decided about an audit before it begins.

    ``name`` tells it from all others of the sample. ``period_to`` is the last day that is looked
    at: whoever reads the same file for the same period reads the same.
    """

    name: str
    id: AuditId
    order: SampleOrder
    case: Case
    auditor: Auditor
    begins: dt.date
    period_to: dt.date
    checklists: tuple[ChecklistId, ...]
    outcome: Outcome
    links: Links | None = None

    @property
    def is_moderation(self) -> bool:
        """Tell whether the audit only checks the grades of another."""
        return self.links is not None and self.links.moderates is not None

    @property
    def front(self) -> FrontSheet:
        """Return the front sheet; a year is looked at, and its second half is judged."""
        chance = chance_for(self.order.seed, self.case.reference, "front", self.period_to)
        heard = [Source.WORKER, Source.MANAGER, Source.FAMILY, Source.PARTNER]
        return FrontSheet(
            case_reference=self.case.reference,
            auditor=self.auditor.name,
            age_band=self.case.age_band,
            cohorts=self.case.cohorts,
            legal_status=self.case.legal_status,
            team=self.case.team.name,
            worker_code=self.case.worker.code,
            period_from=self.period_to - _ONE_DAY * _A_YEAR,
            period_to=self.period_to,
            judged_from=self.period_to - _ONE_DAY * _HALF_A_YEAR,
            sources_used=(Source.FILE, *some_of(chance, heard, 3)),
            caseload=max(5, self.case.worker.caseload + chance.randint(-3, 3)),
            workers_in_12_months=weighted(chance, {1: 6, 2: 4, 3: 2, 4: 1}),
        )


def plan_audit(order: SampleOrder, number: int, *, is_draft: bool = False) -> AuditPlan:
    """Return the plan of an audit; ``number`` counts from 0, drafts with the others."""
    name = str(number)
    chance = chance_for(order.seed, "plan", name)
    begins = _lately(chance, order) if is_draft else _begins(chance, order, number)
    period_to = begins - _ONE_DAY * chance.randint(1, 9)
    case = invent_case(chance, order.seed, number, period_to)
    is_amended = chance.random() < _AMENDED
    outcome = Outcome.AMENDED if is_amended else Outcome.SIGNED
    plan = AuditPlan(
        name=name,
        id=AuditId(record_id(chance)),
        order=order,
        case=case,
        auditor=chance.choice(auditors()),
        begins=begins,
        period_to=period_to,
        checklists=choose_checklists(chance, case.cohorts),
        outcome=Outcome.DRAFT if is_draft else outcome,
    )
    round_id = round_of(order.seed, order.audits, order.as_of, name, begins, plan.checklists)
    return replace(plan, links=Links(round=round_id)) if round_id else plan


def plan_moderation(first: AuditPlan, signed: dt.date) -> AuditPlan | None:
    """Return the plan of a second, blind reading of a file; None where it is too early for it."""
    name = f"{first.name}/moderation"
    chance = chance_for(first.order.seed, "plan", name)
    begins = working_day(signed + _ONE_DAY * chance.randint(4, 20))
    if begins > _last_day(first.order):
        return None
    others = [each for each in moderators() if each != first.auditor]
    return replace(
        first,
        name=name,
        id=AuditId(record_id(chance)),
        auditor=chance.choice(others),
        begins=begins,
        outcome=Outcome.SIGNED,
        links=Links(moderates=first.id),
    )


def plan_re_audit(first: AuditPlan, signed: dt.date) -> AuditPlan | None:
    """Return the plan of coming back to a file some months later; None where it is too early."""
    name = f"{first.name}/re-audit"
    chance = chance_for(first.order.seed, "plan", name)
    begins = working_day(signed + _ONE_DAY * chance.randint(85, 150))
    if begins > _last_day(first.order):
        return None
    others = [each for each in auditors() if each != first.auditor]
    better = first.case.standing + chance.gauss(_IMPROVEMENT, 0.6)
    return replace(
        first,
        name=name,
        id=AuditId(record_id(chance)),
        case=replace(first.case, standing=better),
        auditor=chance.choice(others),
        begins=begins,
        period_to=begins - _ONE_DAY * chance.randint(1, 9),
        outcome=Outcome.SIGNED,
        links=Links(re_audits=first.id),
    )


def working_day(day: dt.date) -> dt.date:
    """Return ``day``, or the Friday before it where it is at a weekend."""
    return day - _ONE_DAY * max(0, day.weekday() - SATURDAY + 1)


def _last_day(order: SampleOrder) -> dt.date:
    """Return the last day on which an audit may begin, to be signed by the day of the sample."""
    return order.as_of - _ONE_DAY * _SETTLING


def _begins(chance: Random, order: SampleOrder, number: int) -> dt.date:
    """Return when an audit begins: evenly over the two years, also when there are few of them.

    The fractions of multiples of the golden ratio lie evenly wherever the sequence stops.
    """
    span = DAYS_BACK - _SETTLING
    day = _last_day(order) - _ONE_DAY * int(number * _GOLDEN % 1 * span)
    is_quiet = chance.random() >= _QUIET.get(day.month, 1.0)
    return working_day(day - _ONE_DAY * 31 if is_quiet else day)


def _lately(chance: Random, order: SampleOrder) -> dt.date:
    return working_day(order.as_of - _ONE_DAY * chance.randint(2, 16))


def invent_case(chance: Random, seed: int, number: int, first_read: dt.date) -> Case:
    """Return a case file; another ``number`` is another reference."""
    team = weighted(chance, {team: team.share for team in TEAMS})
    cohorts = weighted(chance, dict(team.groups))
    age_band = weighted(chance, _ages(cohorts))
    return Case(
        reference=reference_of(seed, number),
        team=team,
        worker=chance.choice(workers_of(team, seed)),
        cohorts=cohorts,
        age_band=age_band,
        legal_status=_legal_status(chance, cohorts, age_band),
        standing=chance.gauss(0, 0.45),
        first_read=first_read,
    )


def reference_of(seed: int, number: int) -> str:
    """Return the case reference of a number; each of so many numbers has another one."""
    return f"EX-{_FIRST_REFERENCE + (seed + number * _STEP) % _REFERENCES}"


def _ages(cohorts: tuple[Cohort, ...]) -> dict[AgeBand, float]:
    if Cohort.CARE_16_PLUS in cohorts:
        return {AgeBand.FROM_16 if Cohort.CHILD_IN_CARE in cohorts else AgeBand.FROM_18: 1}
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
