# SPDX-License-Identifier: MPL-2.0
"""Count for each criterion how often it was met, by team: what a heat map shows.

What could not be found is a recording finding and not a "not met", so it drops out of the share, as
it does where grades are suggested; it is counted by itself. "Not applicable" drops out, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.insight.grade_counts import Group, by_team
from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import NOT_APPLICABLE, JudgedAudit
from auditapp.insight.meanings import Criterion
from auditapp.insight.small_numbers import FEWEST, hidden_places

MET = frozenset({"met", "good", "outstanding"})
"""What a rating counts as that is met in full."""

NOT_FOUND = "could_not_find"


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """Hold how often a criterion was met: in all, and by team in the order of the teams.

    None where the share is not to be shown. ``not_found`` counts where nothing was on file; None
    as before.
    """

    criterion: Criterion
    whole: Share | None
    teams: tuple[Share | None, ...]
    not_found: int | None


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Hold the teams, each with the names that are in it, and a row for each criterion."""

    teams: tuple[tuple[str, ...], ...]
    rows: tuple[CriterionRow, ...]


def heat_map(audits: Sequence[JudgedAudit], *, is_shared: bool = False) -> HeatMap:
    """Count every criterion that was rated, in the order of the checklists."""
    groups = by_team(audits, is_shared=is_shared)
    criteria = {criterion for audit in audits for criterion in audit.ratings}
    ordered = sorted(criteria, key=lambda each: (each.title, each.place))
    rows = tuple(_row(criterion, groups, is_shared=is_shared) for criterion in ordered)
    return HeatMap(tuple(group.names for group in groups), rows)


def weakest(rows: Sequence[CriterionRow], most: int) -> list[CriterionRow]:
    """Return the criteria met least often, among those that say something: see ``FEWEST``."""
    return _ranked(rows)[:most]


def strongest(rows: Sequence[CriterionRow], most: int) -> list[CriterionRow]:
    """Return the criteria met most often, among those that say something."""
    return _ranked(rows)[::-1][:most]


def _ranked(rows: Sequence[CriterionRow]) -> list[CriterionRow]:
    telling = [row for row in rows if row.whole is not None and row.whole.total >= FEWEST]
    return sorted(telling, key=lambda row: row.whole.share if row.whole else 0.0)


def _row(criterion: Criterion, groups: Sequence[Group], *, is_shared: bool) -> CriterionRow:
    counts = [_met_and_not(group.audits, criterion) for group in groups]
    whole = (sum(met for met, _unmet in counts), sum(unmet for _met, unmet in counts))
    shares = [Share(met, met + unmet) for met, unmet in (*counts, whole)]
    audits = [audit for group in groups for audit in group.audits]
    not_found = sum(audit.ratings.get(criterion) == NOT_FOUND for audit in audits)
    if not is_shared:
        return CriterionRow(criterion, shares[-1], tuple(shares[:-1]), not_found)
    hidden = {row for row, _column in hidden_places(counts)}
    shown = [None if at in hidden else share for at, share in enumerate(shares)]
    is_telling = not_found == 0 or not_found >= FEWEST
    return CriterionRow(criterion, shown[-1], tuple(shown[:-1]), not_found if is_telling else None)


def _met_and_not(audits: Sequence[JudgedAudit], criterion: Criterion) -> tuple[int, int]:
    names = [audit.ratings.get(criterion, NOT_APPLICABLE) for audit in audits]
    counted = [name for name in names if name not in (NOT_APPLICABLE, NOT_FOUND)]
    met = sum(name in MET for name in counted)
    return met, len(counted) - met
