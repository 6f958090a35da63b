# SPDX-License-Identifier: MPL-2.0
"""Write the shares of a chart over time beside their points, where no line strikes them through."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from auditapp.charts.canvas import Canvas, Frame
from auditapp.charts.measure import Measure
from auditapp.charts.picture import Anchor, Point, TextKind, Words
from auditapp.charts.timeline_plot import DOT, STEPS, Plot, runs_of, spot_of
from auditapp.insight.chart_models import TimePoint

_AIR: Final = 0.2
"""The part of the height of a line that is empty above its letters, and below them."""

_OF_SHARES, _OF_GRID, _OF_BAND = 4, 2, 1
"""How bad it is when a line goes through a share: that of the shares is the worst."""

_FURTHER: Final = (4, 9)
"""Pixels that a share stands further away from its point where it has no room beside it."""

_Stroke = tuple[Point, Point, int]


def draw_values(canvas: Canvas, plot: Plot, points: Sequence[TimePoint], every: int) -> None:
    """Write shares beside their points, those that stand out first, and none over another."""
    strokes = list(_strokes(plot, points))
    named = (n for n, point in enumerate(points) if point.signal or n % every == 0)
    taken: list[Frame] = []
    for number in sorted(named, key=lambda n: not points[n].signal):
        share = points[number].share
        free = [
            place
            for place in _value_places(canvas.measure, plot, points, number)
            if not any(_touch(place, other) for other in taken)
        ]
        if share is None or not free:
            continue
        near = _near(strokes, free)
        place = min(free, key=lambda each: sum(w for *ends, w in near if _crosses(each, *ends)))
        taken.append(place)
        middle = place.x + place.width / 2
        canvas.add(Words(middle, place.y, f"{share.share:.0%}", ink="text", anchor=Anchor.MIDDLE))


def _value_places(
    measure: Measure, plot: Plot, points: Sequence[TimePoint], place: int
) -> Iterator[Frame]:
    """Yield where a share can stand, the best first: over its point, or under one that is low.

    After the middle come the right, the left, and the room further away between two steep lines.
    The table and the words of the point have those shares that find no room.
    """
    share = points[place].share
    if share is None or not share.total:
        return
    x, y = spot_of(plot, (place, points[place]))
    wide = measure.width(f"{share.share:.0%}", TextKind.CAPTION)
    line = measure.line(TextKind.CAPTION)
    beside = [
        point.share for point in (*points[max(place - 1, 0) : place], *points[place + 1 :][:1])
    ]
    is_low = bool(beside) and all(o is not None and o.share > share.share for o in beside)
    gap, aside = measure.px(DOT + 3), measure.px(2)
    tops = (y - line - gap, y + gap)
    offered = [
        (left, top)
        for left in (x - wide / 2, x + aside, x - aside - wide)
        for top in (reversed(tops) if is_low else tops)
    ]
    for further in map(measure.px, _FURTHER):
        offered += [(x - wide / 2, tops[0] - further), (x - wide / 2, tops[1] + further)]
    frame = plot.frame
    for left, top in offered:
        if top > frame.y - line - gap - 1 and top + line < plot.down(0):
            inside = min(max(left, frame.x), frame.x + frame.width - wide)
            yield Frame(inside, top, wide, line)


def _strokes(plot: Plot, points: Sequence[TimePoint]) -> Iterator[_Stroke]:
    """Yield the lines that shall go through no share, each with how bad that is."""
    frame = plot.frame
    for share in STEPS:
        y = plot.down(share)
        yield (frame.x, y), (frame.x + frame.width, y), _OF_GRID
    for place, point in enumerate(points):
        for limit in (*(point.limits or ()), *filter(None, [point.centre])):
            y = plot.down(limit)
            yield (plot.across(place - 0.5), y), (plot.across(place + 0.5), y), _OF_GRID
    for run in runs_of(points):
        for one, other in pairwise(run):
            yield spot_of(plot, one), spot_of(plot, other), _OF_SHARES
        for place, point in (run[0], run[-1]):
            if point.share and not point.limits:
                x = plot.across(place)
                yield (x, plot.down(point.share.high)), (x, plot.down(point.share.low)), _OF_BAND


def _near(strokes: Sequence[_Stroke], places: Sequence[Frame]) -> list[_Stroke]:
    """Return the lines that may go through one of some places."""
    start = min(place.x for place in places)
    end = max(place.x + place.width for place in places)
    return [each for each in strokes if each[0][0] <= end and each[1][0] >= start]


def _crosses(place: Frame, one: Point, other: Point) -> bool:
    """Tell whether a line, which goes to the right or down, passes through the letters."""
    (x, y), (to_x, to_y) = one, other
    start, end = max(x, place.x), min(to_x, place.x + place.width)
    if start > end:
        return False
    if to_x > x:
        slope = (to_y - y) / (to_x - x)
        y, to_y = y + slope * (start - x), y + slope * (end - x)
    air = _AIR * place.height
    return min(y, to_y) < place.y + place.height - air and max(y, to_y) > place.y + air


def _touch(one: Frame, other: Frame) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (beside or one.y + one.height <= other.y or other.y + other.height <= one.y)
