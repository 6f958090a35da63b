# SPDX-License-Identifier: MPL-2.0
"""Count month by month how often one criterion was met."""

import datetime as dt

from auditapp.insight.digest_marks import MET_MARKS, UNMET_MARKS
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Break, Criterion
from auditapp.insight.rollups.chosen import chosen
from auditapp.insight.rollups.months import first_day
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables


def criterion_months(
    tables: InsightTables, selection: Selection, criterion: Criterion
) -> dict[dt.date, Share]:
    """Return the share met in full of each month in which the criterion was rated, in order."""
    condition, values = chosen(tables, selection)
    number = tables.criteria.index(criterion)
    met: dict[int, int] = {}
    rated: dict[int, int] = {}
    for sheet, places in enumerate(tables.places):
        for at in (at for at, each in enumerate(places) if each == number):
            query = (
                "SELECT a.month, substr(s.marks, ?, 1), count(*) "
                "FROM audit a JOIN sheet s ON s.audit = a.no "
                f"WHERE s.checklist = ? AND {condition} GROUP BY 1, 2"
            )
            for month, mark, count in tables.rows(query, [at + 1, sheet, *values]):
                if mark in MET_MARKS:
                    met[month] = met.get(month, 0) + count
                if mark in MET_MARKS or mark in UNMET_MARKS:
                    rated[month] = rated.get(month, 0) + count
    return {first_day(month): Share(met.get(month, 0), rated[month]) for month in sorted(rated)}


def before_break(
    tables: InsightTables, criterion: Criterion
) -> tuple[Break, tuple[Criterion, ...]] | None:
    """Return the break before a criterion, and what was asked before it; None if there is none."""
    for each in tables.meanings.breaks:
        if each.title != criterion.title or each.new != criterion.text:
            continue
        older = tuple(
            other
            for other in tables.criteria
            if other.title == each.title
            and other.until == each.old_version
            and other.text in each.old
        )
        if criterion not in older:  # the words may be the same, and mean something else
            return each, older
    return None
