# SPDX-License-Identifier: MPL-2.0
"""Test that the words of a chart over time neither touch nor are cut."""

from itertools import combinations

import pytest

from auditapp.charts.drawing import draw_chart
from auditapp.charts.picture import Anchor, TextKind, Words
from auditapp.insight.chart_models import TimeChart, TimePoint
from auditapp.insight.intervals import Share
from tests.auditapp.charts.charting import PlainMeasure


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
