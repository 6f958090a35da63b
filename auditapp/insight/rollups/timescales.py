# SPDX-License-Identifier: MPL-2.0
"""Count how each timescale was kept, by how much it was missed, and where no date was on file."""

from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Criterion
from auditapp.insight.rollups.chosen import Line, chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import TIMESCALE_STATES, UNITS, InsightTables
from auditapp.judgement.timescales import LateUnit, TimescaleState
from auditapp.model.ids import AuditId


@dataclass(frozen=True, slots=True)
class TimescaleCount:
    """Hold how often a timescale was kept: ``in_time`` of those that could be judged.

    ``no_date`` counts the files that have no date for it, ``due`` those where it is not due yet.
    ``late_by`` is the median lateness of the late ones in ``unit``, None when none was late;
    ``explained`` counts the late ones for which a reason was given.
    """

    criterion: Criterion
    in_time: Share
    no_date: int
    due: int
    late_by: float | None
    unit: LateUnit
    explained: int


@dataclass(slots=True)
class _Found:
    """Gather how one timescale was kept: ``late`` by how much each time, in ``unit``."""

    states: Counter[TimescaleState] = field(default_factory=Counter)
    late: list[int] = field(default_factory=list)
    unit: LateUnit = LateUnit.DAYS
    explained: int = 0


def timescale_counts(tables: InsightTables, selection: Selection) -> tuple[TimescaleCount, ...]:
    """Return how each timescale was kept, in the order of the checklists."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT t.criterion, t.state, t.late, t.unit, count(*), sum(t.has_reason) "
        f"FROM audit a JOIN timescale t ON t.audit = a.no WHERE {condition} "
        "GROUP BY t.criterion, t.state, t.late, t.unit"
    )
    found: dict[int, _Found] = {}
    for criterion, state, late, unit, count, reasons in tables.rows(query, values):
        each = found.setdefault(criterion, _Found())
        each.states[TIMESCALE_STATES[state]] += count
        each.unit = UNITS[unit]
        if TIMESCALE_STATES[state] is TimescaleState.LATE:
            each.late += [late] * count
            each.explained += reasons
    return tuple(_count(tables.criteria[number], found[number]) for number in sorted(found))


def timescale_lines(
    tables: InsightTables, selection: Selection, criterion: Criterion, state: TimescaleState
) -> tuple[Line, ...]:
    """Return the audits in which a timescale stands so, the oldest first."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT a.id FROM audit a JOIN timescale t ON t.audit = a.no "
        f"WHERE t.criterion = ? AND t.state = ? AND {condition} ORDER BY a.no"
    )
    wanted = [tables.criteria.index(criterion), TIMESCALE_STATES.index(state), *values]
    return tuple(Line(AuditId(audit_id)) for (audit_id,) in tables.rows(query, wanted))


def _count(criterion: Criterion, found: _Found) -> TimescaleCount:
    met, late = found.states[TimescaleState.MET], found.states[TimescaleState.LATE]
    return TimescaleCount(
        criterion,
        Share(met, met + late),
        found.states[TimescaleState.NO_DATE],
        found.states[TimescaleState.DUE],
        median(found.late) if found.late else None,
        found.unit,
        found.explained,
    )
