# SPDX-License-Identifier: MPL-2.0
"""Set two periods or rounds side by side: grades and criteria, each with its numbers."""

from dataclasses import dataclass

from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Criterion
from auditapp.insight.rollups.chosen import audits_chosen
from auditapp.insight.rollups.criteria import criterion_counts
from auditapp.insight.rollups.grades import Aspect, grade_counts
from auditapp.insight.selection import Selection
from auditapp.insight.tables import BANDS, InsightTables


@dataclass(frozen=True, slots=True)
class CriterionPair:
    """Hold how often a criterion was met then and now; None where it was not rated.

    A question whose meaning changed between the two is two criteria, and so stands in two rows.
    """

    criterion: Criterion
    then: Share | None
    now: Share | None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Hold, for two selections, how many audits they take and how these were graded, best first."""

    audits: tuple[int, int]
    practice: tuple[tuple[int, ...], tuple[int, ...]]
    impact: tuple[tuple[int, ...], tuple[int, ...]]
    criteria: tuple[CriterionPair, ...]


def side_by_side(tables: InsightTables, then: Selection, now: Selection) -> SideBySide:
    """Return what two selections, such as two rounds, show beside each other."""
    both = (then, now)
    shares = [
        {row.criterion: row.whole for row in criterion_counts(tables, each).rows} for each in both
    ]
    rated = [each for each in tables.criteria if each in shares[0] or each in shares[1]]
    return SideBySide(
        (len(audits_chosen(tables, then)), len(audits_chosen(tables, now))),
        (_bands(tables, then, Aspect.PRACTICE), _bands(tables, now, Aspect.PRACTICE)),
        (_bands(tables, then, Aspect.IMPACT), _bands(tables, now, Aspect.IMPACT)),
        tuple(CriterionPair(each, shares[0].get(each), shares[1].get(each)) for each in rated),
    )


def _bands(tables: InsightTables, selection: Selection, aspect: Aspect) -> tuple[int, ...]:
    rows = [each.counts for each in grade_counts(tables, selection, aspect)]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(BANDS)
