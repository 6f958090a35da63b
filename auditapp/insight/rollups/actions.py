# SPDX-License-Identifier: MPL-2.0
"""Count the actions of all audits: by state, owner, team and theme, overdue and due soon."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from auditapp.insight.rollups.chosen import chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import ACTION_STATES, InsightTables
from auditapp.model.follow_up import ActionStatus

SOON: Final = 14
"""Days: an action is due soon when no more than these are left (our own figure)."""


@dataclass(frozen=True, slots=True)
class ActionCount:
    """Count the actions of a group, the name of which is empty where nobody or nothing is named.

    ``overdue``, ``due_soon`` and ``no_date`` are parts of ``still_open``.
    """

    name: str
    still_open: int
    overdue: int
    due_soon: int
    no_date: int
    done: int
    verified: int
    dropped: int

    @property
    def total(self) -> int:
        """Return how many actions the group has."""
        return self.still_open + self.done + self.verified + self.dropped


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """Count all actions, then by owner, team and theme; those with most overdue first."""

    whole: ActionCount
    owners: tuple[ActionCount, ...]
    teams: tuple[ActionCount, ...]
    themes: tuple[ActionCount, ...]


_OPEN, _DONE, _VERIFIED, _DROPPED = (
    ACTION_STATES.index(state)
    for state in (
        ActionStatus.OPEN,
        ActionStatus.DONE,
        ActionStatus.VERIFIED,
        ActionStatus.DROPPED,
    )
)
_IS_COUNTED: Final = (
    f"c.status = {_OPEN}",
    f"c.status = {_OPEN} AND c.due < ?1",
    f"c.status = {_OPEN} AND c.due BETWEEN ?1 AND ?1 + {SOON}",
    f"c.status = {_OPEN} AND c.due IS NULL",
    f"c.status = {_DONE}",
    f"c.status = {_VERIFIED}",
    f"c.status = {_DROPPED}",
)
_COUNTS: Final = ", ".join(f"count(*) FILTER (WHERE {each})" for each in _IS_COUNTED)


def action_counts(tables: InsightTables, selection: Selection, today: dt.date) -> ActionCounts:
    """Return how the actions of the chosen audits stand on a day."""
    condition, values = chosen(tables, selection)
    # One pass over the actions; what is asked for are sums of its rows.
    query = (
        f"SELECT c.owner, a.team, c.theme, {_COUNTS} "
        f"FROM audit a JOIN action c ON c.audit = a.no WHERE {condition} "
        "GROUP BY c.owner, a.team, c.theme"
    )
    rows = tables.rows(query, [today.toordinal(), *values])
    return ActionCounts(
        _summed("", [row[3:] for row in rows]),
        _by(rows, 0, tables.owners.names()),
        _by(rows, 1, tables.teams.names()),
        _by(rows, 2, tables.themes.names()),
    )


def _by(rows: list[tuple[int, ...]], place: int, names: list[str]) -> tuple[ActionCount, ...]:
    groups: dict[int, list[tuple[int, ...]]] = {}
    for row in rows:
        groups.setdefault(row[place], []).append(row[3:])
    counts = (_summed(names[number], group) for number, group in groups.items())
    return tuple(sorted(counts, key=lambda each: (-each.overdue, -each.still_open, each.name)))


def _summed(name: str, rows: list[tuple[int, ...]]) -> ActionCount:
    return ActionCount(
        name, *(map(sum, zip(*rows, strict=True)) if rows else [0] * len(_IS_COUNTED))
    )
