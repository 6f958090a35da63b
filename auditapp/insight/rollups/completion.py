# SPDX-License-Identifier: MPL-2.0
"""Count how many audits were finished in each month, and how many are still drafts."""

import datetime as dt
from dataclasses import dataclass

from auditapp.insight.rollups.chosen import chosen
from auditapp.insight.rollups.months import first_day
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables


@dataclass(frozen=True, slots=True)
class CompletionCount:
    """Count the audits of a month, whose first day ``month`` is; ``drafts`` count by last change.

    Drafts are counted only where the selection has them.
    """

    month: dt.date
    signed: int
    drafts: int


def completion_counts(tables: InsightTables, selection: Selection) -> tuple[CompletionCount, ...]:
    """Return a count for each month that has audits, in order."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT a.month, sum(NOT a.is_draft), sum(a.is_draft) "
        f"FROM audit a WHERE {condition} GROUP BY a.month ORDER BY a.month"
    )
    return tuple(
        CompletionCount(first_day(month), signed, drafts)
        for month, signed, drafts in tables.rows(query, values)
    )
