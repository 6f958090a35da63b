# SPDX-License-Identifier: MPL-2.0
"""Say which audits are read together."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from auditapp.model.audit import Audit, AuditStatus
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import AuditId, ChecklistId, RoundId
from auditapp.model.links import Links


@dataclass(frozen=True, slots=True)
class Selection:
    """Hold what audits are chosen by; what is empty chooses all.

    Args:
        first: the first day on which they were signed off; drafts count by their last change.
        last: the last such day.
        teams: the teams, as the front sheets name them; letter case is forgiven.
        checklists: at least one of these was used.
        audits: these and no others.
        has_drafts: those that are not signed off are among them.
        auditors: who audited; letter case is forgiven.
        cohorts: the child is in at least one of these.
        statuses: how far the work is.
        rounds: those that belong to one of these rounds.
        has_moderations: second readings are among them; else no case is counted twice.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    teams: frozenset[str] = frozenset()
    checklists: frozenset[ChecklistId] = frozenset()
    audits: frozenset[AuditId] = frozenset()
    has_drafts: bool = False
    auditors: frozenset[str] = frozenset()
    cohorts: frozenset[Cohort] = frozenset()
    statuses: frozenset[AuditStatus] = frozenset()
    rounds: frozenset[RoundId] = frozenset()
    has_moderations: bool = False

    def may_take(self, audit_id: AuditId, team: str) -> bool:
        """Tell, before an audit is opened, whether it may be one of those."""
        teams = {plain_team(each) for each in self.teams}
        is_named = not self.audits or audit_id in self.audits
        return is_named and (not teams or plain_team(team) in teams)

    def takes(self, day: dt.date, checklists: Iterable[ChecklistId]) -> bool:
        """Tell whether an audit of that day, over those checklists, is one of those."""
        if (self.first and day < self.first) or (self.last and day > self.last):
            return False
        return not self.checklists or not self.checklists.isdisjoint(checklists)

    def takes_audit(self, audit: Audit) -> bool:
        """Tell whether an audit is one of those by what it says of itself, its day aside."""
        front, links = audit.front, audit.links or Links()
        auditors = {plain_team(each) for each in self.auditors}
        return all(
            (
                not auditors or plain_team(front.auditor) in auditors,
                not self.cohorts or not self.cohorts.isdisjoint(front.cohorts),
                not self.statuses or audit.status in self.statuses,
                not self.rounds or links.round in self.rounds,
                self.has_moderations or not links.moderates,
            )
        )


def plain_team(team: str) -> str:
    """Return the name of a team as it is compared: without capitals and needless spaces."""
    return " ".join(team.split()).casefold()
