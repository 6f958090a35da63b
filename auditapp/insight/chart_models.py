# SPDX-License-Identifier: MPL-2.0
"""Hold what a chart shows, without saying how it looks.

A chart is made of plain numbers. Each of its marks, a part of a bar, a cell or a point, can carry
``lines``: a reference to the lines behind the figure, which only who made the chart understands.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label

LinesRef = Hashable
"""What stands behind a figure. Charts hand it on and never look into it; None is nothing."""

MOSTLY: Final = 0.8
HALF: Final = 0.5
"""From these shares on, a criterion is "mostly" met, or "in part", as in suggested grades."""


@dataclass(frozen=True, slots=True)
class Target:
    """Hold where on the axis, from 0 to 1, a line is drawn, and what it says."""

    share: float
    text: str


@dataclass(frozen=True, slots=True)
class StackPart:
    """Hold one of the things that every bar divides into.

    ``tone`` is the name of the tone that window and reports colour it with ("good"). ``short`` is
    an abbreviation for the bar itself, where there is no room for ``name``.
    """

    name: str
    tone: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class StackRow:
    """Hold one bar: how many there are of each part, in the order of the parts, and in all.

    A count is None where it is not to be shown; the bar then has a part for all such counts
    together. ``lines`` has a reference for each count, or is empty.
    """

    name: str
    counts: tuple[int | None, ...]
    total: int
    lines: tuple[LinesRef, ...] = ()

    @property
    def hidden(self) -> int:
        """Return how many are in the parts that are not shown."""
        return self.total - sum(count or 0 for count in self.counts)


@dataclass(frozen=True, slots=True)
class StackChart:
    """Show how each of several groups divides, as bars of the same length.

    ``heading`` names what the rows are ("Team", "Month"). With ``most`` the bars are as long as
    what they count: the axis then goes from 0 to that many.
    """

    title: str
    heading: str
    parts: tuple[StackPart, ...]
    rows: tuple[StackRow, ...]
    target: Target | None = None
    most: int = 0


@dataclass(frozen=True, slots=True)
class HeatCell:
    """Hold how often a criterion was met; ``share`` is None where that is not to be shown.

    ``is_changed`` says that the question had another meaning in some of the audits.
    """

    share: Share | None
    is_changed: bool = False
    lines: LinesRef = None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """Hold a criterion, and a cell for each column."""

    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatChart:
    """Show how often each of several criteria was met, by team or by anything else."""

    title: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class TimePoint:
    """Hold a share at one time; None where there is a gap.

    ``limits`` are those of a control chart, from 0 to 1, around its ``centre``. ``signal`` says
    why the point stands out. ``break_before`` says why it is not to be compared with those before.
    """

    name: str
    share: Share | None
    limits: tuple[float, float] | None = None
    centre: float | None = None
    signal: str = ""
    break_before: str = ""
    lines: LinesRef = None


@dataclass(frozen=True, slots=True)
class TimeChart:
    """Show how a share went on: as a trend with its intervals, or as a p-chart.

    It is a p-chart where the points have limits. ``measure`` says what it is a share of.
    """

    title: str
    heading: str
    measure: str
    points: tuple[TimePoint, ...]

    @property
    def is_control(self) -> bool:
        """Return whether limits are drawn instead of intervals."""
        return any(point.limits for point in self.points)


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """Hold a share to be compared with others; None where it is not to be shown."""

    name: str
    share: Share | None
    lines: LinesRef = None


@dataclass(frozen=True, slots=True)
class IntervalChart:
    """Compare shares, each with the interval in which the true one probably lies."""

    title: str
    heading: str
    measure: str
    rows: tuple[IntervalRow, ...]
    target: Target | None = None


Chart = StackChart | HeatChart | TimeChart | IntervalChart


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Hold what one mark of a chart says, and the lines behind it."""

    words: str
    lines: LinesRef = None


def grade_parts() -> tuple[StackPart, ...]:
    """Return the four grades as the parts of bars, best first."""
    shorts = {
        GradeBand.OUTSTANDING: _("O"),
        GradeBand.GOOD: _("G"),
        GradeBand.REQUIRES_IMPROVEMENT: _("RI"),
        GradeBand.INADEQUATE: _("I"),
    }
    return tuple(StackPart(label(band), band.value, short) for band, short in shorts.items())


def is_small(share: Share) -> bool:
    """Tell whether a share is of too few to say much: see ``FEWEST``."""
    return share.total < FEWEST
