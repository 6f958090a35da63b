# SPDX-License-Identifier: MPL-2.0
"""Count the grades by team and by month, and the share that is good or better."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.selection import plain_team
from auditapp.insight.small_numbers import (
    Place,
    hidden_places,
    merged_until_enough,
    small_ones_together,
)
from auditapp.model.grade import GradeBand

Aspect = Callable[[JudgedAudit], GradeBand | None]
"""Says which of its grades is counted of an audit; None where that was not given."""

GOOD_OR_BETTER = frozenset({GradeBand.OUTSTANDING, GradeBand.GOOD})


@dataclass(frozen=True, slots=True)
class Group:
    """Hold audits that are counted together; ``names`` are the teams, or the months, of them."""

    names: tuple[str, ...]
    audits: tuple[JudgedAudit, ...]


@dataclass(frozen=True, slots=True)
class GradeRow:
    """Hold how many of a group have each grade; None where the count is not to be shown.

    ``total`` counts those that have a grade at all.
    """

    names: tuple[str, ...]
    counts: Mapping[GradeBand, int | None]
    total: int


@dataclass(frozen=True, slots=True)
class GradeTable:
    """Hold a row for each group, and one for all."""

    rows: tuple[GradeRow, ...]
    whole: GradeRow


@dataclass(frozen=True, slots=True)
class GradeTables:
    """Hold the grades by team and by month; both have the same row for all."""

    teams: GradeTable
    months: GradeTable


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """Hold the share graded good or better in a month or several; None if it is not to be shown.

    ``first`` and ``last`` are the first days of the months.
    """

    first: dt.date
    last: dt.date
    total: int
    share: Share | None


def by_team(audits: Sequence[JudgedAudit], *, is_shared: bool = False) -> list[Group]:
    """Return the audits of each team, in the order of the alphabet, those without one last.

    In what is shared, teams with too few audits are put together.
    """
    names: dict[str, str] = {}
    groups: dict[str, list[JudgedAudit]] = {}
    for audit in sorted(audits, key=lambda each: each.day):
        key = plain_team(audit.team)
        names[key] = audit.team
        groups.setdefault(key, []).append(audit)
    keys = sorted(groups, key=lambda key: (not key, key))
    teams = [Group((names[key],), tuple(groups[key])) for key in keys]
    if not is_shared:
        return teams
    return [_joined(group) for group in small_ones_together(teams, _size)]


def by_month(audits: Sequence[JudgedAudit], *, is_shared: bool = False) -> list[Group]:
    """Return the audits of each month, in order; names are ``2026-11`` and the like.

    In what is shared, a month with too few audits is put together with the next.
    """
    groups: dict[dt.date, list[JudgedAudit]] = {}
    for audit in audits:
        groups.setdefault(audit.month, []).append(audit)
    months = [Group((f"{month:%Y-%m}",), tuple(groups[month])) for month in sorted(groups)]
    if not is_shared:
        return months
    return [_joined(group) for group in merged_until_enough(months, _size)]


def practice(audit: JudgedAudit) -> GradeBand | None:
    """Return the practice grade: how well the work was done."""
    return audit.practice


def impact(audit: JudgedAudit) -> GradeBand | None:
    """Return the impact grade: the difference made for the child."""
    return audit.impact


def grade_tables(
    audits: Sequence[JudgedAudit], aspect: Aspect = practice, *, is_shared: bool = False
) -> GradeTables:
    """Count one of the grades by team and by month; audits without it are left out.

    In what is shared, small numbers are hidden, and those that would give them away. A total that
    one of the tables hides, the other does not show.
    """
    graded = [audit for audit in audits if aspect(audit) is not None]
    teams = by_team(graded, is_shared=is_shared)
    months = by_month(graded, is_shared=is_shared)
    if not is_shared:
        return GradeTables(_table(teams, aspect), _table(months, aspect))
    in_teams, in_months = (hidden_places(_counts(groups, aspect)) for groups in (teams, months))
    totals = {column for row, column in in_teams if row == len(teams)}
    totals |= {column for row, column in in_months if row == len(months)}
    return GradeTables(
        _table(teams, aspect, in_teams | {(len(teams), column) for column in totals}),
        _table(months, aspect, in_months | {(len(months), column) for column in totals}),
    )


def grades_of_groups(
    groups: Sequence[Group], aspect: Aspect = practice, *, is_shared: bool = False
) -> GradeTable:
    """Count one of the grades in groups of audits that all have it.

    In what is shared small numbers are hidden as in `grade_tables`; each group has to have enough
    audits to be shown by itself.
    """
    if not is_shared:
        return _table(groups, aspect)
    return _table(groups, aspect, hidden_places(_counts(groups, aspect)))


def good_or_better(row: GradeRow) -> Share | None:
    """Return the share graded good or better; None where it does not follow from what is shown."""
    hidden = {band for band, count in row.counts.items() if count is None}
    shown = {band: count for band, count in row.counts.items() if count is not None}
    good = sum(count for band, count in shown.items() if band in GOOD_OR_BETTER)
    if hidden.isdisjoint(GOOD_OR_BETTER):
        return Share(good, row.total)
    if hidden <= GOOD_OR_BETTER:
        return Share(row.total - sum(shown.values()) + good, row.total)
    return None


def trend(months: GradeTable) -> list[TrendPoint]:
    """Return the share graded good or better month by month, each with its interval."""
    return [
        TrendPoint(_first_day(row.names[0]), _first_day(row.names[-1]), row.total, share)
        for row in months.rows
        for share in (good_or_better(row),)
    ]


def _joined(groups: Sequence[Group]) -> Group:
    names = tuple(name for group in groups for name in group.names)
    return Group(names, tuple(audit for group in groups for audit in group.audits))


def _size(group: Group) -> int:
    return len(group.audits)


def _counts(groups: Sequence[Group], aspect: Aspect) -> list[list[int]]:
    return [
        [sum(aspect(audit) is band for audit in group.audits) for band in GradeBand]
        for group in groups
    ]


def _table(
    groups: Sequence[Group], aspect: Aspect, hidden: frozenset[Place] = frozenset()
) -> GradeTable:
    counts = _counts(groups, aspect)
    names = [group.names for group in groups]
    whole = [sum(column) for column in zip(*counts, strict=True)] or [0] * len(GradeBand)
    rows = [
        GradeRow(
            each,
            {b: None if (i, j) in hidden else row[j] for j, b in enumerate(GradeBand)},
            sum(row),
        )
        for i, (each, row) in enumerate(zip([*names, ()], [*counts, whole], strict=True))
    ]
    return GradeTable(tuple(rows[:-1]), rows[-1])


def _first_day(month: str) -> dt.date:
    return dt.date.fromisoformat(f"{month}-01")
