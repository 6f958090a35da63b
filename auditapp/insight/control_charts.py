# SPDX-License-Identifier: MPL-2.0
"""Draw the limits within which a figure moves by chance from one period to the next.

W. A. Shewhart, "Economic Control of Quality of Manufactured Product" (1931); the constants are from
D. C. Montgomery, "Introduction to Statistical Quality Control", chapters 6 and 7. Limits lie three
standard deviations from the centre, so a point beyond them is seldom chance.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from auditapp.insight.intervals import Share
from auditapp.insight.run_rules import ChartPoint, RunRules, Signal, signals

FEWEST_POINTS: Final = 12
"""The fewest points that limits are drawn from; our choice: with fewer, they move with each one."""

_DEVIATIONS: Final = 3
_INDIVIDUAL: Final = 2.66
"""Three standard deviations in terms of the mean moving range of two: 3 / 1.128."""

_RANGE_LIMIT: Final = 3.267
"""The upper limit of a moving range of two, in terms of their mean: D4."""

USUAL_RULES: Final = RunRules()


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Hold the points of a chart with their limits, and the signals by the place of a point.

    ``is_telling`` is False while there are too few points for limits to mean anything; then there
    are no signals.
    """

    points: tuple[ChartPoint, ...]
    signals: Mapping[int, frozenset[Signal]]
    is_telling: bool


def p_chart(shares: Sequence[Share], rules: RunRules = USUAL_RULES) -> ControlChart:
    """Return the chart of shares of different numbers of cases; the limits widen for few.

    A share of nobody has no place in it: leave such periods out. Raises ``ValueError`` otherwise.
    """
    if any(not share.total for share in shares):
        raise ValueError("a share of nobody has no place in a control chart")
    total = sum(share.total for share in shares)
    centre = sum(share.count for share in shares) / total if total else 0.0
    points = []
    for share in shares:
        reach = _DEVIATIONS * math.sqrt(centre * (1 - centre) / share.total)
        low, high = max(0.0, centre - reach), min(1.0, centre + reach)
        points.append(ChartPoint(share.share, centre, low, high))
    return _chart(points, rules)


def xmr_chart(values: Sequence[float], rules: RunRules = USUAL_RULES) -> ControlChart:
    """Return the chart of single values, such as the median of days late in each month."""
    if not values:
        return _chart([], rules)
    centre = sum(values) / len(values)
    reach = _INDIVIDUAL * _mean(_moving_ranges(values))
    return _chart(
        [ChartPoint(each, centre, centre - reach, centre + reach) for each in values], rules
    )


def moving_range_chart(values: Sequence[float]) -> ControlChart:
    """Return the chart of how far neighbouring values are apart; only points outside signal."""
    ranges = _moving_ranges(values)
    centre = _mean(ranges)
    points = [ChartPoint(each, centre, 0.0, _RANGE_LIMIT * centre) for each in ranges]
    outside = {
        place: frozenset({Signal.OUTSIDE}) for place, each in enumerate(points) if each.is_outside
    }
    is_telling = len(values) >= FEWEST_POINTS
    return ControlChart(tuple(points), outside if is_telling else {}, is_telling)


def _chart(points: list[ChartPoint], rules: RunRules) -> ControlChart:
    is_telling = len(points) >= FEWEST_POINTS
    return ControlChart(tuple(points), signals(points, rules) if is_telling else {}, is_telling)


def _moving_ranges(values: Sequence[float]) -> list[float]:
    return [abs(after - before) for before, after in pairwise(values)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
