# SPDX-License-Identifier: MPL-2.0
"""Find in a control chart what chance alone would seldom give.

The four rules are those that the NHS uses ("Making Data Count"), which come from W. A. Shewhart and
the Western Electric handbook of 1956. How many points make a run is a setting, because councils and
textbooks differ (6 to 9).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Signal(StrEnum):
    """Name what is unlikely to be chance.

    ``OUTSIDE``: a point beyond a limit. ``SHIFT``: a run of points on one side of the centre.
    ``TREND``: a run of points that each rise, or each fall. ``NEAR_LIMIT``: two of three points in
    a row in the outer third, on the same side.
    """

    OUTSIDE = "outside"
    SHIFT = "shift"
    TREND = "trend"
    NEAR_LIMIT = "near_limit"


@dataclass(frozen=True, slots=True)
class RunRules:
    """Say how many points in a row are a shift and a trend, and whether near the limit counts."""

    shift: int = 7
    trend: int = 7
    has_near_limit: bool = True


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """Hold one point of a control chart, with the limits that hold for it."""

    value: float
    centre: float
    low: float
    high: float

    @property
    def is_outside(self) -> bool:
        """Tell whether the point is beyond a limit."""
        return not self.low <= self.value <= self.high

    @property
    def side(self) -> int:
        """Return 1 above the centre, -1 below it, 0 on it."""
        return (self.value > self.centre) - (self.value < self.centre)

    @property
    def is_near_limit(self) -> bool:
        """Tell whether the point is in the outer third of its side, or beyond."""
        limit = self.high if self.side > 0 else self.low
        return self.side != 0 and abs(self.value - self.centre) > abs(limit - self.centre) * 2 / 3


def signals(points: Sequence[ChartPoint], rules: RunRules) -> dict[int, frozenset[Signal]]:
    """Return the signals at each point that belongs to one, by its place from 0."""
    found: dict[int, set[Signal]] = {}
    for signal, places in _all_runs(points, rules):
        for place in places:
            found.setdefault(place, set()).add(signal)
    return {place: frozenset(found[place]) for place in sorted(found)}


def _all_runs(
    points: Sequence[ChartPoint], rules: RunRules
) -> Iterator[tuple[Signal, Sequence[int]]]:
    for place, point in enumerate(points):
        if point.is_outside:
            yield Signal.OUTSIDE, (place,)
    yield from ((Signal.SHIFT, run) for run in _runs([p.side for p in points], rules.shift))
    steps = [(b.value > a.value) - (b.value < a.value) for a, b in pairwise(points)]
    # A run of steps joins one point more than it has steps.
    for run in _runs(steps, rules.trend - 1):
        yield Signal.TREND, (*run, run[-1] + 1)
    if rules.has_near_limit:
        yield from ((Signal.NEAR_LIMIT, run) for run in _near_limit(points))


def _runs(sides: Sequence[int], least: int) -> Iterator[Sequence[int]]:
    """Yield the places of each run of ``least`` or more equal sides; 0 ends a run."""
    start = 0
    for end in range(1, len(sides) + 1):
        if end == len(sides) or sides[end] != sides[start]:
            if sides[start] and end - start >= least:
                yield range(start, end)
            start = end


def _near_limit(points: Sequence[ChartPoint]) -> Iterator[Sequence[int]]:
    for start in range(len(points) - 2):
        window = range(start, start + 3)
        for side in (1, -1):
            near = [at for at in window if points[at].is_near_limit and points[at].side == side]
            if len(near) > 1:
                yield near
