# SPDX-License-Identifier: MPL-2.0
"""Count how often each criterion was met, by team: heat map, weakest and strongest."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from auditapp.insight.digest_marks import MET_MARKS, UNMET_MARKS, Mark
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Criterion
from auditapp.insight.rollups.chosen import Line
from auditapp.insight.rollups.marks import lines_with, met_and_unmet, tally
from auditapp.insight.selection import Selection
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.tables import InsightTables


class Outcome(Enum):
    """Name what a cell of the heat map counts."""

    MET = MET_MARKS
    UNMET = UNMET_MARKS
    NOT_FOUND = (Mark.COULD_NOT_FIND,)


@dataclass(frozen=True, slots=True)
class CriterionCount:
    """Hold how often a criterion was met: in all, and by team in the order of the teams.

    ``not_found`` counts where nothing was on file; that and "not applicable" are in no share. None
    stands where a team has no rating.
    """

    criterion: Criterion
    whole: Share
    teams: tuple[Share | None, ...]
    not_found: int


@dataclass(frozen=True, slots=True)
class CriterionCounts:
    """Hold the teams and, in the order of the checklists, every criterion that was rated."""

    teams: tuple[str, ...]
    rows: tuple[CriterionCount, ...]


_RATED: Final = frozenset((*MET_MARKS, *UNMET_MARKS, Mark.COULD_NOT_FIND))


def criterion_counts(tables: InsightTables, selection: Selection) -> CriterionCounts:
    """Return how often each criterion was met, by team."""
    counts = tally(tables, selection)
    rated = {cell: each for cell, each in counts.items() if not _RATED.isdisjoint(each)}
    names = tables.teams.names()
    numbers = sorted({team for _criterion, team in rated}, key=lambda each: _last(names[each]))
    rows = []
    for number in sorted({criterion for criterion, _team in rated}):
        cells = [rated.get((number, team), {}) for team in numbers]
        pairs = [met_and_unmet(cell) for cell in cells]
        met, unmet = (sum(side) for side in zip(*pairs, strict=True))
        teams = tuple(Share(one, one + two) if one + two else None for one, two in pairs)
        not_found = sum(cell.get(Mark.COULD_NOT_FIND, 0) for cell in cells)
        rows.append(
            CriterionCount(tables.criteria[number], Share(met, met + unmet), teams, not_found)
        )
    return CriterionCounts(tuple(names[each] for each in numbers), tuple(rows))


def weakest(rows: Sequence[CriterionCount], most: int) -> list[CriterionCount]:
    """Return the criteria met least often, among those that say something: see ``FEWEST``."""
    return _ranked(rows)[:most]


def strongest(rows: Sequence[CriterionCount], most: int) -> list[CriterionCount]:
    """Return the criteria met most often, among those that say something."""
    return _ranked(rows)[::-1][:most]


def criterion_lines(
    tables: InsightTables, selection: Selection, criterion: Criterion, outcome: Outcome
) -> tuple[Line, ...]:
    """Return the answers behind a cell, the oldest first; narrow the selection for the team."""
    number = tables.criteria.index(criterion)
    return lines_with(tables, selection, number, outcome.value)


def _ranked(rows: Sequence[CriterionCount]) -> list[CriterionCount]:
    return sorted(
        (row for row in rows if row.whole.total >= FEWEST), key=lambda row: row.whole.share
    )


def _last(name: str) -> tuple[bool, str]:
    """Sort by the alphabet, and what has no name last."""
    return not name, name.casefold()
