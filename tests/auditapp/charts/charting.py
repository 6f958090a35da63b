# SPDX-License-Identifier: MPL-2.0
"""Charts to test with, and a measure that needs no fonts."""

from auditapp.insight.chart_models import (
    HeatCell,
    HeatChart,
    HeatRow,
    IntervalChart,
    IntervalRow,
    StackChart,
    StackRow,
    Target,
    TimeChart,
    TimePoint,
    grade_parts,
)
from auditapp.insight.intervals import Share

PARTS = grade_parts()
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


HEIGHTS = {"caption": 12, "small": 13, "strong": 14}


class PlainMeasure:
    """Measure as if every letter were as wide as half its height."""

    def __init__(self, scale=1.0):
        self.scale = scale

    def px(self, length):
        """Return a length at the scale."""
        return length * self.scale

    def width(self, text, kind):
        """Return the width of a text."""
        return len(text) * HEIGHTS[kind] / 2 * self.scale

    def line(self, kind):
        """Return the height of a line."""
        return (HEIGHTS[kind] + 5) * self.scale


def stack(count=2, **changes):
    """Return bars of grades: 1 outstanding, 6 good, none to improve, 3 inadequate each."""
    bars = tuple(
        StackRow(f"Team {at}", (1, 6, 0, 3), 10, (f"{at}/o", f"{at}/g", f"{at}/r", f"{at}/i"))
        for at in range(count)
    )
    about = {"title": "Grades by team", "heading": "Team", "parts": PARTS, "rows": bars}
    return StackChart(**(about | changes))


def targeted():
    """Return bars with a target."""
    return stack(target=Target(0.9, "No more than 10% inadequate"))


def heat(count=3, teams=3):
    """Return a heat map; each of its cells has 12 of 18 met."""
    cells = tuple(
        HeatRow(
            f"Criterion {row}",
            tuple(HeatCell(Share(12, 18), lines=(row, column)) for column in range(teams)),
        )
        for row in range(count)
    )
    names = tuple(f"Team {column}" for column in range(teams))
    return HeatChart("Criteria met", "Criterion", names, cells)


def mixed_heat():
    """Return a heat map of one row with a cell of every look."""
    shares = (Share(9, 10), Share(6, 10), Share(1, 10), Share(1, 2), Share(0, 0), None)
    cells = (*map(HeatCell, shares), HeatCell(Share(6, 10), is_changed=True))
    names = tuple(f"T{at}" for at in range(len(cells)))
    return HeatChart("Criteria met", "Criterion", names, (HeatRow("Seen alone", cells),))


def trend(*shares, **of_second):
    """Return a trend of some shares, or of three with a gap; ``of_second`` is of the second."""
    shares = shares or (Share(4, 10), None, Share(2, 3))
    points = [
        TimePoint(f"{MONTHS[at % 12]} 26", share, lines=at, **(of_second if at == 1 else {}))
        for at, share in enumerate(shares)
    ]
    return TimeChart("Good by month", "Month", "Share good", tuple(points))


def control(points=3, **of_second):
    """Return a p-chart around 50 %, every point of it 12 of 20."""
    made = [
        TimePoint(
            f"{MONTHS[at % 12]} 26",
            Share(12, 20),
            **({"limits": (0.25, 0.75), "centre": 0.5} | (of_second if at == 1 else {})),
            lines=at,
        )
        for at in range(points)
    ]
    return TimeChart("Visits in time", "Month", "In time", tuple(made))


def intervals(*shares, target=None):
    """Return bars with intervals; a usual one, one of few and one that is not shown by default."""
    shares = shares or (Share(12, 40), Share(1, 2), None)
    rows = tuple(IntervalRow(f"Rule {at}", share, at) for at, share in enumerate(shares))
    return IntervalChart("Weakest criteria", "Criterion", "Met", rows, target)


NONE_ZERO = (Share(0, 0), Share(0, 9), Share(9, 9), Share(1, 1))
"""Shares at the ends: of nothing, none, all, and of one."""

EVERY = {
    "stack": targeted(),
    "stack of one": stack(1),
    "stack of 40": stack(40),
    "stack with hidden counts": stack(rows=(StackRow("N", (None, 9, 0, None), 14),)),
    "stack with slivers": stack(rows=(StackRow("", (1, 198, 1, 0), 200),)),
    "stack of nobody": stack(rows=(*stack().rows, StackRow("Nobody", (0, 0, 0, 0), 0))),
    "heat": heat(),
    "heat of every look": mixed_heat(),
    "heat of 60 by 12": heat(60, 12),
    "trend": trend(),
    "trend of one": trend(Share(3, 4)),
    "trend at the ends": trend(*NONE_ZERO),
    "trend with a break": trend(*[Share(5, 9)] * 4, break_before="New version"),
    "trend that ends in a gap": trend(Share(5, 9), Share(6, 9), None),
    "trend of 36": trend(*[Share(at % 9, 9) for at in range(36)]),
    "control": control(signal="Above the limit"),
    "control with a point without limits": control(limits=None, centre=None),
    "control without centres": TimeChart(
        "Visits", "Month", "In time", (TimePoint("Jan", Share(5, 9), (0.1, 0.9)),)
    ),
    "control with a break": control(break_before="New rule."),
    "intervals": intervals(target=Target(0.85, "Target 85%")),
    "intervals at the ends": intervals(*NONE_ZERO),
}
EMPTY = {
    "no rows": stack(rows=()),
    "no criteria": heat(0),
    "no teams": heat(2, 0),
    "no months": TimeChart("Good", "Month", "Good", ()),
    "no shares": IntervalChart("Weakest", "Criterion", "Met", ()),
    "nobody": stack(rows=(StackRow("Nobody", (0, 0, 0, 0), 0),)),
}
