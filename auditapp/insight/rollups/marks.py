# SPDX-License-Identifier: MPL-2.0
"""Count the letters of ``digest_marks`` by criterion and team: what three roll-ups are made of."""

from collections.abc import Iterable, Mapping
from typing import Final

from auditapp.insight.digest_marks import MET_MARKS, UNMET_MARKS, Mark
from auditapp.insight.rollups.chosen import Line, chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.model.ids import AuditId

Cell = tuple[int, int]
"""The number of a criterion and of a team."""

LETTERS: Final = tuple(mark for mark in Mark if mark is not Mark.NOT_ASKED)


Counts = dict[Cell, dict[Mark, int]]
"""How often each letter stands, by criterion and team; 0 is left out."""


def tally(tables: InsightTables, selection: Selection) -> Counts:
    """Count every letter of the chosen audits."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT a.team, s.checklist, group_concat(s.marks, '') "
        f"FROM audit a JOIN sheet s ON s.audit = a.no WHERE {condition} "
        "GROUP BY a.team, s.checklist"
    )
    counts: Counts = {}
    for team, sheet, together in tables.rows(query, values):
        places = tables.places[sheet]
        for at, criterion in enumerate(places):
            column = together[at :: len(places)]
            _add(counts.setdefault((criterion, team), {}), column)
    return counts


def lines_with(
    tables: InsightTables, selection: Selection, criterion: int, marks: Iterable[Mark]
) -> tuple[Line, ...]:
    """Return the questions of audits where a criterion has one of ``marks``, the oldest first."""
    condition, values = chosen(tables, selection)
    letters = "".join(marks)
    found: list[tuple[int, Line]] = []
    for sheet, places in enumerate(tables.places):
        for at in (at for at, each in enumerate(places) if each == criterion):
            question = tables.checklists[tables.shas[sheet]].questions[at].id
            query = (
                "SELECT a.no, a.id FROM audit a JOIN sheet s ON s.audit = a.no "
                f"WHERE s.checklist = ? AND instr(?, substr(s.marks, ?, 1)) AND {condition}"
            )
            rows = tables.rows(query, [sheet, letters, at + 1, *values])
            found += [(no, Line(AuditId(audit_id), question)) for no, audit_id in rows]
    return tuple(line for _no, line in sorted(found, key=lambda pair: pair[0]))


def _add(counts: dict[Mark, int], column: str) -> None:
    left = len(column) - column.count(Mark.NOT_ASKED)
    for mark in LETTERS:
        if not left:
            break
        number = column.count(mark)
        if number:
            counts[mark] = counts.get(mark, 0) + number
            left -= number


def met_and_unmet(counts: Mapping[Mark, int]) -> tuple[int, int]:
    """Return how often a criterion was met in full, and how often in part or not at all."""
    met = sum(counts.get(mark, 0) for mark in MET_MARKS)
    return met, sum(counts.get(mark, 0) for mark in UNMET_MARKS)
