# SPDX-License-Identifier: MPL-2.0
"""Name the questions whose figures before and after a version are not about the same."""

from auditapp.insight.meanings import Break, read_meanings
from auditapp.insight.rollups.chosen import chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables


def breaks(tables: InsightTables, selection: Selection) -> tuple[Break, ...]:
    """Return the breaks between versions that the chosen audits used, the oldest version first."""
    condition, values = chosen(tables, selection)
    query = (
        f"SELECT DISTINCT s.checklist FROM audit a JOIN sheet s ON s.audit = a.no WHERE {condition}"
    )
    used = [tables.shas[number] for (number,) in tables.rows(query, values)]
    if len(used) == len(tables.shas):
        return tables.meanings.breaks
    return read_meanings({sha: tables.checklists[sha] for sha in used}).breaks
