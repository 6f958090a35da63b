# SPDX-License-Identifier: MPL-2.0
"""Work out how far two readers agree beyond what chance would give: kappa, AC1 and AC2.

Kappa falls towards 0 when nearly everything has the same grade, however well two people agree; AC1
does not (K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high
agreement", British Journal of Mathematical and Statistical Psychology 61 (2008), 29-48). So both
are shown. A table counts the first reader's choice down and the second's across.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditapp.insight.intervals import Z_95

Table = Sequence[Sequence[int]]
"""A square of counts: row of the first reader, column of the second, in the order of the scale."""

Square = list[list[float]]


class Weights(StrEnum):
    """Say what a disagreement costs.

    ``NONE``: every one the same. ``LINEAR``: as many as there are steps between. ``QUADRATIC``: the
    square of the steps, so that two grades apart is four times as bad as one.
    """

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """Hold a coefficient of agreement: 1 is perfect, 0 what chance gives; with its 95 % interval.

    ``low`` and ``high`` are kept within -1 to 1. ``total`` counts what was read twice.
    """

    value: float
    low: float
    high: float
    total: int


def kappa(table: Table, weights: Weights = Weights.NONE) -> Coefficient | None:
    """Return Cohen's kappa; None when both readers chose one and the same for everything.

    J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), 213-220; the variance is that of
    J. L. Fleiss, J. Cohen and B. S. Everitt, "Large sample standard errors of kappa and weighted
    kappa", Psychological Bulletin 72 (1969), 323-327.
    """
    total, shares, rows, columns = _shares(table)
    costs = _weights(len(table), weights)
    places = [(i, j) for i in range(len(table)) for j in range(len(table))]
    observed = sum(costs[i][j] * shares[i][j] for i, j in places)
    expected = sum(costs[i][j] * rows[i] * columns[j] for i, j in places)
    if not total or math.isclose(expected, 1):
        return None
    value = (observed - expected) / (1 - expected)
    by_row = [_dot(costs[i], columns) for i in range(len(table))]
    by_column = [_dot([line[j] for line in costs], rows) for j in range(len(table))]
    spread = sum(
        shares[i][j] * (costs[i][j] - (by_row[i] + by_column[j]) * (1 - value)) ** 2
        for i, j in places
    )
    variance = (spread - (value - expected * (1 - value)) ** 2) / (total * (1 - expected) ** 2)
    return _with_interval(value, variance, total)


def gwet(table: Table, weights: Weights = Weights.NONE) -> Coefficient | None:
    """Return Gwet's AC1 or, with weights, AC2; None when nothing was read twice.

    K. L. Gwet, as above, and "Handbook of Inter-Rater Reliability", 4th edition (2014), chapters 4
    and 5, for two readers who both read everything.
    """
    total, shares, rows, columns = _shares(table)
    size = len(table)
    if not total or size == 1:
        return None
    costs = _weights(size, weights)
    places = [(i, j) for i in range(size) for j in range(size)]
    both = [(row + column) / 2 for row, column in zip(rows, columns, strict=True)]
    scale = sum(map(sum, costs)) / (size * (size - 1))
    observed = sum(costs[i][j] * shares[i][j] for i, j in places)
    expected = scale * sum(each * (1 - each) for each in both)
    value = (observed - expected) / (1 - expected)
    spread = sum(
        shares[i][j] * (costs[i][j] - 2 * (1 - value) * scale * (1 - (both[i] + both[j]) / 2)) ** 2
        for i, j in places
    )
    less = (observed - 2 * (1 - value) * expected) ** 2
    return _with_interval(value, (spread - less) / (total * (1 - expected) ** 2), total)


def _shares(table: Table) -> tuple[int, Square, list[float], list[float]]:
    """Return the total, the shares of it, and their sums by row and by column."""
    total = sum(map(sum, table))
    shares = [[count / total if total else 0.0 for count in row] for row in table]
    columns = [sum(column) for column in zip(*shares, strict=True)]
    return total, shares, [sum(row) for row in shares], columns


def _weights(size: int, weights: Weights) -> Square:
    """Return how much each pair of choices agrees, from 0 to 1."""
    if weights is Weights.NONE or size == 1:
        return [[float(i == j) for j in range(size)] for i in range(size)]
    power = 1 if weights is Weights.LINEAR else 2
    furthest = (size - 1) ** power
    return [[1 - abs(i - j) ** power / furthest for j in range(size)] for i in range(size)]


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def _with_interval(value: float, variance: float, total: int) -> Coefficient:
    reach = Z_95 * math.sqrt(max(0.0, variance))  # rounding can leave less than nothing
    return Coefficient(value, max(-1.0, value - reach), min(1.0, value + reach), total)
