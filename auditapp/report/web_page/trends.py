# SPDX-License-Identifier: MPL-2.0
"""Draw how a share went on into a web page, with the same said in words under it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from auditapp.report.figure_blocks import TrendFigure, TrendMark, trend_in_words
from auditapp.report.web_page.markup import Markup, line, said, tag

_HEIGHT: Final = 120.0
_STEP: Final = 64.0
_AXIS: Final = 44.0
_AROUND: Final = 16.0
_STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
_LONE: Final = 5.0
"""Half the width of the bar that an interval is where no neighbour makes it a band."""

_Placed = tuple[int, TrendMark]


def trend_markup(figure: TrendFigure) -> Markup:
    """Return the drawing, and what it shows as its caption."""
    caption = said("figcaption", trend_in_words(figure))
    if all(mark.share is None for mark in figure.marks):
        return tag("figure", caption, class_="trend")
    width = _AXIS + _STEP * len(figure.marks)
    parts = [*_grid(width)]
    for run in _runs(figure.marks):
        parts += _run(run)
    parts += [
        tag("text", line(mark.label), x=f"{_across(place):.1f}", y=f"{_HEIGHT + 2 * _AROUND:.1f}")
        for place, mark in enumerate(figure.marks)
    ]
    drawing = tag(
        "svg",
        *parts,
        viewBox=f"0 0 {width:.0f} {_HEIGHT + 3 * _AROUND:.0f}",
        aria_hidden="true",  # the caption says it all
        width=f"{width:.0f}",
    )
    return tag("figure", drawing, caption, class_="trend")


def _runs(marks: Sequence[TrendMark]) -> Iterator[list[_Placed]]:
    """Yield the marks that follow each other without a gap, with their places."""
    for is_shown, run in groupby(enumerate(marks), lambda each: each[1].share is not None):
        if is_shown:
            yield list(run)


def _grid(width: float) -> Iterator[Markup]:
    for share in _STEPS:
        up = f"{_up(share):.1f}"
        yield tag("line", x1=f"{_AXIS}", x2=f"{width}", y1=up, y2=up)
        yield tag("text", line(f"{share:.0%}"), x=f"{_AXIS / 2}", y=f"{_up(share) + 4:.1f}")


def _run(run: Sequence[_Placed]) -> Iterator[Markup]:
    lows = [(_across(place), _up(mark.low)) for place, mark in run]
    highs = [(_across(place), _up(mark.high)) for place, mark in run]
    if len(run) == 1:
        (x, low), (_x, high) = lows[0], highs[0]
        lows, highs = [(x - _LONE, low), (x + _LONE, low)], [(x - _LONE, high), (x + _LONE, high)]
    yield tag("polygon", points=_points([*lows, *reversed(highs)]))
    shares = [(_across(place), _up(mark.share or 0.0)) for place, mark in run]
    yield tag("polyline", points=_points(shares))
    for x, y in shares:
        yield tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="3.5")


def _across(place: int) -> float:
    return _AXIS + _STEP * (place + 0.5)


def _up(share: float) -> float:
    return _AROUND + _HEIGHT * (1 - share)


def _points(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
