# SPDX-License-Identifier: MPL-2.0
"""Count what lay behind the shortfalls."""

from dataclasses import dataclass

from auditapp.insight.rollups.chosen import Line, chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import CAUSES, InsightTables
from auditapp.model.answer import Cause
from auditapp.model.ids import AuditId


@dataclass(frozen=True, slots=True)
class CauseCount:
    """Count how often a cause was given, and in how many audits."""

    cause: Cause
    times: int
    audits: int


def cause_counts(tables: InsightTables, selection: Selection) -> tuple[CauseCount, ...]:
    """Return a count for each cause that was given, in the order of the causes."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT c.cause, count(*), count(DISTINCT c.audit) "
        f"FROM audit a JOIN cause c ON c.audit = a.no WHERE {condition} GROUP BY c.cause"
    )
    return tuple(
        CauseCount(CAUSES[cause], times, audits)
        for cause, times, audits in sorted(tables.rows(query, values))
    )


def cause_lines(tables: InsightTables, selection: Selection, cause: Cause) -> tuple[Line, ...]:
    """Return the audits in which a cause was given, the oldest first."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT DISTINCT a.no, a.id FROM audit a JOIN cause c ON c.audit = a.no "
        f"WHERE c.cause = ? AND {condition} ORDER BY a.no"
    )
    rows = tables.rows(query, [CAUSES.index(cause), *values])
    return tuple(Line(AuditId(audit_id)) for _no, audit_id in rows)
