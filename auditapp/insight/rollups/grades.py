# SPDX-License-Identifier: MPL-2.0
"""Count the grades by team and month."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from auditapp.insight.rollups.chosen import Line, chosen
from auditapp.insight.rollups.months import first_day
from auditapp.insight.selection import Selection
from auditapp.insight.tables import BANDS, InsightTables, month_number
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AuditId


class Aspect(StrEnum):
    """Name the two grades of an audit as a whole; where moderation agreed on one, that counts."""

    PRACTICE = "practice"
    IMPACT = "impact"


@dataclass(frozen=True, slots=True)
class GradeCount:
    """Count the audits of a team in a month by grade, best first; ``month`` is its first day.

    ``total`` counts those that have the grade at all.
    """

    team: str
    month: dt.date
    counts: tuple[int, ...]
    total: int


def grade_counts(
    tables: InsightTables, selection: Selection, aspect: Aspect = Aspect.PRACTICE
) -> tuple[GradeCount, ...]:
    """Return a count for each team and month in which audits have the grade, by both in order."""
    condition, values = chosen(tables, selection)
    sums = ", ".join(f"sum(a.{aspect} = {band})" for band in range(len(BANDS)))
    query = (
        f"SELECT a.team, a.month, {sums}, count(*) FROM audit a "
        f"WHERE a.{aspect} NOT NULL AND {condition} GROUP BY a.team, a.month"
    )
    found = [
        GradeCount(tables.teams.name(team), first_day(month), tuple(counts), total)
        for team, month, *counts, total in tables.rows(query, values)
    ]
    return tuple(sorted(found, key=lambda each: (not each.team, each.team.casefold(), each.month)))


def graded_audits(
    tables: InsightTables,
    selection: Selection,
    aspect: Aspect = Aspect.PRACTICE,
    *,
    band: GradeBand | None = None,
    month: dt.date | None = None,
) -> tuple[Line, ...]:
    """Return the audits behind a count, the oldest first; narrow the selection for the team."""
    condition, values = chosen(tables, selection)
    if band is not None:
        condition, values = f"{condition} AND a.{aspect} = ?", [*values, BANDS.index(band)]
    if month is not None:
        number = month_number(month.toordinal())
        condition, values = f"{condition} AND a.month = ?", [*values, number]
    query = f"SELECT a.id FROM audit a WHERE a.{aspect} NOT NULL AND {condition} ORDER BY a.no"
    return tuple(Line(AuditId(audit_id)) for (audit_id,) in tables.rows(query, values))
