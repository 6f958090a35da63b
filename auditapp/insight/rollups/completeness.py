# SPDX-License-Identifier: MPL-2.0
"""Count which criteria and dates were left blank, and which for a reason that was given."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from auditapp.insight.digest_marks import MET_MARKS, UNMET_MARKS, Mark
from auditapp.insight.meanings import Criterion
from auditapp.insight.rollups.chosen import Line
from auditapp.insight.rollups.marks import lines_with, tally
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables

ANSWERED = (*MET_MARKS, *UNMET_MARKS, Mark.ANSWERED)


class Gap(Enum):
    """Name why there is no finding on a question that was asked, by the letters for it."""

    BLANK = (Mark.BLANK,)
    NOT_NEEDED = (Mark.NOT_NEEDED,)
    NOT_APPLICABLE = (Mark.NOT_APPLICABLE,)
    NONE_ON_FILE = (Mark.NONE_ON_FILE,)
    NOT_FOUND = (Mark.COULD_NOT_FIND,)


@dataclass(frozen=True, slots=True)
class Completeness:
    """Count how a question was answered in the audits that asked it.

    ``blank`` counts where it had to be answered and was not, ``not_needed`` where it was left out
    as it may be. The others were left without a finding for a reason: the question did not apply,
    the file has no such date, or nothing was found.
    """

    criterion: Criterion
    asked: int
    answered: int
    blank: int
    not_needed: int
    not_applicable: int
    none_on_file: int
    not_found: int


def completeness(tables: InsightTables, selection: Selection) -> tuple[Completeness, ...]:
    """Return how every question was answered, in the order of the checklists."""
    counts: dict[int, Counter[Mark]] = {}
    for (criterion, _team), cell in tally(tables, selection).items():
        counts.setdefault(criterion, Counter()).update(cell)
    return tuple(
        Completeness(
            tables.criteria[number],
            count.total(),
            sum(count[mark] for mark in ANSWERED),
            *(sum(count[mark] for mark in gap.value) for gap in Gap),
        )
        for number, count in sorted(counts.items())
        if count
    )


def lines_left(
    tables: InsightTables, selection: Selection, criterion: Criterion, gap: Gap
) -> tuple[Line, ...]:
    """Return the questions of audits behind a count, the oldest first."""
    return lines_with(tables, selection, tables.criteria.index(criterion), gap.value)
