# SPDX-License-Identifier: MPL-2.0
"""Keep small numbers out of what is shared, and also those that could be worked out from others.

A count from 1 to 4 may point at a child, so it is not shown (``FEWEST``; practice of official
statistics). A second count is then hidden with it, because one that is missing from a row or a
column is what the rest leaves of the total. A count of 0 says only that there is nobody.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

FEWEST: Final = 5
"""The smallest count that is shown, and the fewest audits of a group that is shown by itself."""

Place = tuple[int, int]
Item = TypeVar("Item")


def hidden_places(rows: Sequence[Sequence[int]]) -> frozenset[Place]:
    """Return which counts of a table are not to be shown, as row and column, both from 0.

    The total of every row is taken to be shown, so it has to be ``FEWEST`` or more. Row
    ``len(rows)`` stands for the totals of the columns, which can be hidden as well.
    """
    table = [list(row) for row in rows]
    table.append([sum(column) for column in zip(*table, strict=True)])
    places = [(i, j) for i, row in enumerate(table) for j in range(len(row))]
    hidden = {(i, j) for i, j in places if 0 < table[i][j] < FEWEST}
    while len(hidden) < len(places):
        lonely = [place for place in sorted(hidden) if _is_lonely(table, hidden, place)]
        weak = lonely or [place for place in sorted(hidden) if not _is_linked(hidden, place)]
        if not weak:
            break
        hidden.add(_companion(table, hidden, weak[0]))
    return frozenset(hidden)


def _is_lonely(table: list[list[int]], hidden: set[Place], place: Place) -> bool:
    """Tell whether the total of its row gives a count away: the hidden ones of the row are few.

    They are where there is but one, and where their sum is so small that it says nearly all.
    """
    row = [each for each in hidden if each[0] == place[0]]
    is_part = len(row) < len(table[place[0]])
    return is_part and (len(row) == 1 or sum(table[i][j] for i, j in row) < FEWEST)


def _is_linked(hidden: set[Place], place: Place) -> bool:
    """Tell whether another way leads over hidden counts from the row of ``place`` to its column.

    Where none does, the rest of the table gives the count away: it is a bridge in the graph whose
    edges are the hidden counts (D. Gusfield, "A graph theoretic approach to statistical data
    security", SIAM Journal on Computing 17 (1988), 552-571).
    """
    edges = hidden - {place}
    rows, columns = {place[0]}, set[int]()
    while True:
        more_columns = {j for i, j in edges if i in rows} - columns
        more_rows = {i for i, j in edges if j in columns | more_columns} - rows
        if not more_columns and not more_rows:
            return place[1] in columns
        columns |= more_columns
        rows |= more_rows


def _companion(table: list[list[int]], hidden: set[Place], place: Place) -> Place:
    """Return the next count to hide: the smallest that helps, one that is not 0 if possible.

    Of its row while it is lonely there, then of its column, then anywhere. One whose other line
    hides a count already is the best, because it makes a link. A total is the last thing to go.
    """
    shown = [(i, j) for i, row in enumerate(table) for j in range(len(row)) if (i, j) not in hidden]
    parts = [each for each in shown if each[0] < len(table) - 1]
    row = [each for each in shown if each[0] == place[0]]
    column = [each for each in parts if each[1] == place[1]]
    if _is_lonely(table, hidden, place):
        choice, across = row, 1
    else:
        choice, across = (column, 0) if column else (row or parts or shown, 1)
    linked = {each[across] for each in hidden if each[1 - across] != place[1 - across]}

    def cost(at: Place) -> tuple[bool, bool, int]:
        """Return how dear it is to hide a cell: cheap with a link to another, dear when empty."""
        count = table[at[0]][at[1]]
        return at[across] not in linked, count == 0, count

    return min(choice, key=cost)


def merged_until_enough(
    items: Sequence[Item], size_of: Callable[[Item], int]
) -> list[tuple[Item, ...]]:
    """Return neighbours in groups of ``FEWEST`` or more; all in one when there are too few."""
    groups: list[list[Item]] = [[]]
    for item in items:
        if sum(map(size_of, groups[-1])) >= FEWEST:
            groups.append([])
        groups[-1].append(item)
    if len(groups) > 1 and sum(map(size_of, groups[-1])) < FEWEST:
        rest = groups.pop()
        groups[-1] += rest
    return [tuple(group) for group in groups if group]


def small_ones_together(
    items: Sequence[Item], size_of: Callable[[Item], int]
) -> list[tuple[Item, ...]]:
    """Return items of ``FEWEST`` or more by themselves, and all smaller ones as the last group.

    The next larger one joins them when they are too few even together.
    """
    ordered = sorted(items, key=size_of)
    small = [item for item in ordered if size_of(item) < FEWEST]
    rest = ordered[len(small) :]
    while small and rest and sum(map(size_of, small)) < FEWEST:
        small.append(rest.pop(0))
    alone: list[tuple[Item, ...]] = [(item,) for item in items if item in rest]
    return [*alone, tuple(item for item in items if item in small)] if small else alone
