# SPDX-License-Identifier: MPL-2.0
"""Say which audits are read together."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from auditapp.model.ids import AuditId, ChecklistId


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
    """

    first: dt.date | None = None
    last: dt.date | None = None
    teams: frozenset[str] = frozenset()
    checklists: frozenset[ChecklistId] = frozenset()
    audits: frozenset[AuditId] = frozenset()
    has_drafts: bool = False

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


def plain_team(team: str) -> str:
    """Return the name of a team as it is compared: without capitals and needless spaces."""
    return " ".join(team.split()).casefold()
