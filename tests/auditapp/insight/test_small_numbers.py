# SPDX-License-Identifier: MPL-2.0
"""Test that small counts cannot be worked out from what is shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.insight.small_numbers import (
    FEWEST,
    hidden_places,
    merged_until_enough,
    small_ones_together,
)

TABLES = st.integers(2, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 7), min_size=width, max_size=width).filter(
            lambda row: sum(row) >= FEWEST
        ),
        min_size=1,
        max_size=3,
    )
)


def with_totals(table):
    """Return the table with the totals of its columns as the last row."""
    return [*table, [sum(column) for column in zip(*table, strict=True)]]


def rows_that_fit(row, hidden):
    """Return every row of the same total that has the same counts where they are shown."""
    places = [j for j in range(len(row)) if j in hidden]
    left = sum(row[j] for j in places)
    found = []
    for counts in product(range(left + 1), repeat=max(0, len(places) - 1)):
        if sum(counts) <= left:
            filled = dict(zip(places, (*counts, left - sum(counts)), strict=False))
            found.append([filled.get(j, count) for j, count in enumerate(row)])
    return found


def tables_that_fit(table, hidden):
    """Return every table that a reader must hold possible."""
    totals = with_totals(table)[-1]
    shown = [j for j in range(len(totals)) if (len(table), j) not in hidden]
    choices = [
        rows_that_fit(row, {j for i, j in hidden if i == number})
        for number, row in enumerate(table)
    ]
    for rows in product(*choices):
        if all(sum(row[j] for row in rows) == totals[j] for j in shown):
            yield with_totals(rows)


@given(TABLES)
def test_no_hidden_small_count_can_be_worked_out(table):
    """For each small count there is another that agrees with all that is shown."""
    hidden = hidden_places(table)
    full = with_totals(table)
    small = {(i, j) for i, row in enumerate(full) for j, n in enumerate(row) if 0 < n < FEWEST}
    assert small <= hidden
    waiting = set(small)
    for other in tables_that_fit(table, hidden):
        waiting -= {(i, j) for i, j in waiting if other[i][j] != full[i][j]}
        if not waiting:
            break
    assert set() == waiting


def test_nothing_is_hidden_without_need():
    """Counts of five or more, and of none, are shown."""
    assert frozenset() == hidden_places([[5, 0, 12], [8, 6, 0]])
    assert frozenset() == hidden_places([])


def test_a_second_count_is_hidden_in_the_row_and_in_the_column():
    """One that is missing alone is what the rest leaves of the total."""
    assert {(0, 0), (0, 1), (1, 0), (1, 1)} == hidden_places([[3, 20, 40], [30, 25, 50]])


def test_a_row_of_few_is_hidden_until_its_sum_says_little():
    """Two hidden counts that add up to two are both one."""
    hidden = hidden_places([[1, 1, 20], [30, 30, 30]])
    assert {(0, 0), (0, 1), (0, 2)} <= hidden


def test_what_cannot_be_helped_is_hidden_whole():
    """A table of one column is its own totals."""
    assert {(0, 0), (1, 0)} == hidden_places([[3]])


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([1, 1], [(1, 1)]),
        ([6, 7], [(6,), (7,)]),
        ([2, 3, 6, 1], [(2, 3), (6, 1)]),
        ([6, 2, 2, 9, 1, 1], [(6,), (2, 2, 9, 1, 1)]),
    ],
)
def test_neighbours_are_merged_until_they_are_enough(sizes, expected):
    """Each group is five or more, if there are five at all; none is lost and none counted twice."""
    assert expected == merged_until_enough(sizes, int)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([9, 5], [(9,), (5,)]),
        ([9, 2, 5, 3], [(9,), (5,), (2, 3)]),
        ([9, 2, 6], [(9,), (2, 6)]),
        ([2, 1], [(2, 1)]),
    ],
)
def test_small_ones_are_put_together(sizes, expected):
    """The next larger one joins them when they are too few even together."""
    assert expected == small_ones_together(sizes, int)
