# SPDX-License-Identifier: MPL-2.0
"""Test that the words of a chart over time neither touch nor are cut."""

from itertools import combinations, pairwise

import pytest

from auditapp.charts.drawing import draw_chart
from auditapp.charts.picture import Anchor, Area, Disc, Line, TextKind, Words
from auditapp.insight.chart_models import TimeChart, TimePoint
from auditapp.insight.intervals import Share
from tests.auditapp.charts.charting import PlainMeasure, control, trend


def crowded(count=25):
    """Return a share month by month that goes up and down, and stands out every other time."""
    points = tuple(
        TimePoint(
            f"Month {at}",
            Share(4 + at % 3, 9),
            limits=(0.1, 0.9),
            centre=0.5,
            signal="Beyond." if at % 2 else "",
        )
        for at in range(count)
    )
    return TimeChart("Good or better", "Month", "Good or better", points)


def sides(words, measure):
    """Return where a text begins and ends."""
    wide = measure.width(words.text, TextKind.CAPTION)
    back = {Anchor.START: 0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[words.anchor]
    return words.x - back, words.x - back + wide


@pytest.mark.parametrize("width", [320, 500, 1000])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_neither_touch_nor_are_cut(width, scale):
    """At any width and size of text; a share that finds no room is told by its point."""
    measure = PlainMeasure(scale)
    picture = draw_chart(crowded(), width, measure)
    shown = [each for each in picture.shapes if isinstance(each, Words)]
    values = [each for each in shown if each.text.endswith("%") and each.ink == "text"]
    line = measure.line(TextKind.CAPTION)
    assert len(values) > 1
    for one, other in combinations(values, 2):
        (left, right), (start, end) = sides(one, measure), sides(other, measure)
        assert right <= start or end <= left or abs(one.y - other.y) >= line
    names = [each for each in shown if each.text.startswith(("Month", "n ="))]
    assert all(sides(each, measure)[1] <= width for each in names)


def struck(picture, measure):
    """Return the shares that the line of shares, or a line of the grid, goes through."""
    air = measure.line(TextKind.CAPTION) / 4
    found = set()
    for each in picture.shapes:
        if isinstance(each, Words) and each.text.endswith("%") and each.ink == "text":
            left, right = sides(each, measure)
            top, bottom = each.y + air, each.y + 3 * air
            found |= {
                each.text
                for line in picture.shapes
                if isinstance(line, Line) and line.ink in ("primary", "line")
                for at in range(101)
                for one, other in pairwise(line.points)
                if left < (x := one[0] + (other[0] - one[0]) * at / 100) < right
                and top < one[1] + (other[1] - one[1]) * (x - one[0]) / (other[0] - one[0]) < bottom
            }
    return found


@pytest.mark.parametrize("width", [500, 700])
@pytest.mark.parametrize(
    "counts",
    [
        [(1, 2), (2, 2), (1, 2), (1, 3), (2, 2), (1, 2), (1, 3)],
        [(9, 10), (6, 10), (3, 10)],
        [(1, 10), (6, 10), (1, 10), (9, 10)],
    ],
    ids=["to and fro", "falling", "low"],
)
def test_no_share_is_struck_through(width, counts):
    """It stands on the side of its point where no line goes."""
    measure = PlainMeasure()
    chart = trend(*(Share(*each) for each in counts))
    assert set() == struck(draw_chart(chart, width, measure), measure)


def test_a_share_at_the_end_of_a_band_stands_beside_its_edge():
    """Half on the band and half off it, it is hard to read."""
    measure = PlainMeasure()
    picture = draw_chart(trend(Share(8, 10), Share(4, 10), Share(3, 10)), 700, measure)
    last = next(each for each in picture.shapes if isinstance(each, Words) and each.text == "30%")
    point = [each for each in picture.shapes if isinstance(each, Disc)][-1]
    left, right = sides(last, measure)
    assert right <= point.x or point.x <= left


def test_the_grid_is_seen_on_the_band_and_lies_under_the_limits():
    """The band is opaque; dashed limits on a line of the grid are not covered by it."""
    shapes = draw_chart(trend(), 700, PlainMeasure()).shapes
    grid = [at for at, each in enumerate(shapes) if isinstance(each, Line) and each.ink == "line"]
    bands = [at for at, each in enumerate(shapes) if isinstance(each, Area)]
    assert max(bands) < min(grid)
    shapes = draw_chart(control(), 700, PlainMeasure()).shapes
    grid = [at for at, each in enumerate(shapes) if isinstance(each, Line) and each.ink == "line"]
    limits = [at for at, each in enumerate(shapes) if isinstance(each, Line) and each.is_dashed]
    assert max(grid) < max(limits)
