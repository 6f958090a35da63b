# SPDX-License-Identifier: MPL-2.0
"""Count the immediate concerns by team and month, and those that wait for a response."""

import datetime as dt
from dataclasses import dataclass

from auditapp.insight.rollups.chosen import Line, chosen
from auditapp.insight.rollups.months import first_day
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.model.ids import AuditId


@dataclass(frozen=True, slots=True)
class ConcernCount:
    """Count the concerns of a team's audits of a month, whose first day ``month`` is.

    ``audits`` is how many audits there are, ``having`` how many of them raised a concern.
    """

    team: str
    month: dt.date
    concerns: int
    still_open: int
    having: int
    audits: int


def concern_counts(tables: InsightTables, selection: Selection) -> tuple[ConcernCount, ...]:
    """Return a count for each team and month that has audits, by both in order."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT a.team, a.month, sum(a.concerns), sum(a.concerns > 0), count(*) "
        f"FROM audit a WHERE {condition} GROUP BY a.team, a.month"
    )
    still_open = (
        "SELECT a.team, a.month, count(*) FROM concern c JOIN audit a ON a.no = c.audit "
        f"WHERE c.is_open AND {condition} GROUP BY a.team, a.month"
    )
    waiting = {(team, month): count for team, month, count in tables.rows(still_open, values)}
    found = [
        ConcernCount(
            tables.teams.name(team),
            first_day(month),
            concerns,
            waiting.get((team, month), 0),
            having,
            audits,
        )
        for team, month, concerns, having, audits in tables.rows(query, values)
    ]
    return tuple(sorted(found, key=lambda each: (not each.team, each.team.casefold(), each.month)))


def concern_lines(
    tables: InsightTables, selection: Selection, *, is_open: bool | None = None
) -> tuple[Line, ...]:
    """Return the audits that raised a concern, the oldest first; or those where it is so."""
    condition, values = chosen(tables, selection)
    if is_open is not None:
        condition, values = f"c.is_open = ? AND {condition}", [is_open, *values]
    query = (
        "SELECT DISTINCT a.no, a.id FROM concern c JOIN audit a ON a.no = c.audit "
        f"WHERE {condition} ORDER BY a.no"
    )
    return tuple(Line(AuditId(audit_id)) for _no, audit_id in tables.rows(query, values))
