# SPDX-License-Identifier: MPL-2.0
"""Know where the points of a chart over time stand, and which of them follow each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.charts.canvas import Frame
from auditapp.charts.picture import Point
from auditapp.insight.chart_models import TimePoint

STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""The shares that a line of the grid is drawn at."""

DOT: Final = 4
"""Half the width of a point, in pixels at 100 %."""

Placed = tuple[int, TimePoint]
"""A point with its place, counted from 0."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Know where the shares of a chart are."""

    frame: Frame
    count: int

    def across(self, place: float) -> float:
        """Return where the point at ``place`` stands from left to right."""
        return self.frame.x + self.frame.width * (place + 0.5) / self.count

    def down(self, share: float) -> float:
        """Return how far down a share from 0 to 1 stands."""
        inside = min(max(share, 0.0), 1.0)
        return self.frame.y + self.frame.height * (1 - inside)


def runs_of(points: Sequence[TimePoint]) -> Iterator[list[Placed]]:
    """Yield the points that follow each other without a gap or a break, with their places."""
    run: list[Placed] = []
    for place, point in enumerate(points):
        is_shown = point.share is not None and point.share.total > 0
        if run and (point.break_before or not is_shown):
            yield run
            run = []
        if is_shown:
            run.append((place, point))
    if run:
        yield run


def spot_of(plot: Plot, placed: Placed) -> Point:
    """Return where a point stands."""
    place, point = placed
    return plot.across(place), plot.down(point.share.share if point.share else 0.0)
