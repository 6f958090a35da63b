# SPDX-License-Identifier: MPL-2.0
"""Test that every chart is drawn within its picture, with a spot for each mark."""

from itertools import combinations

import pytest

from auditapp.charts.drawing import draw_chart, parted
from auditapp.charts.picture import COLOURS, Area, Box, Disc, Hatch, Line, Words
from auditapp.insight.chart_models import Target
from auditapp.insight.chart_words import chart_marks
from auditapp.insight.intervals import Share
from tests.auditapp.charts.charting import (
    EMPTY,
    EVERY,
    PlainMeasure,
    heat,
    intervals,
    mixed_heat,
    stack,
    targeted,
    trend,
)

MEASURE = PlainMeasure()
CASES = pytest.mark.parametrize("chart", EVERY.values(), ids=EVERY)
WIDTHS = pytest.mark.parametrize(("width", "scale"), [(1200, 1), (700, 1), (360, 1), (560, 2)])


def draw(chart, width=900, scale=1.0):
    """Return a chart drawn with a plain measure."""
    return draw_chart(chart, width, PlainMeasure(scale))


def of(picture, kind):
    """Return the shapes of a kind."""
    return [shape for shape in picture.shapes if isinstance(shape, kind)]


def texts(picture):
    """Return every line of text, in order."""
    return [words.text for words in of(picture, Words)]


def corners(shape, measure):
    """Return two corners of a shape."""
    match shape:
        case Box():
            return (shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)
        case Disc():
            reach = shape.radius
            return (shape.x - reach, shape.y - reach), (shape.x + reach, shape.y + reach)
        case Words():
            wide = measure.width(shape.text, shape.kind)
            left = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
            return (left, shape.y), (left + wide, shape.y + measure.line(shape.kind))
    acrosses, downs = zip(*shape.points, strict=True)
    return (min(acrosses), min(downs)), (max(acrosses), max(downs))


@CASES
@WIDTHS
def test_nothing_leaves_the_picture(chart, width, scale):
    """Whatever is drawn has its room, wide or narrow, and at 200 %."""
    picture = draw(chart, width, scale)
    slack = 8 * scale  # half a line, the edge of a sign at the end of an axis
    for shape in picture.shapes:
        (left, top), (right, bottom) = corners(shape, PlainMeasure(scale))
        assert left >= -slack, shape
        assert right <= width + slack, shape
        assert top >= -slack, shape
        assert bottom <= picture.height + slack, shape


@CASES
@WIDTHS
def test_there_is_a_spot_for_each_mark(chart, width, scale):
    """In the same order, so that the keys and the words belong to each other."""
    picture = draw(chart, width, scale)
    marks = [(row, at) for row, marks in enumerate(chart_marks(chart)) for at in range(len(marks))]
    assert marks == [(spot.row, spot.place) for spot in picture.spots]
    for one, other in combinations(picture.spots[:60], 2):
        is_beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
        is_under = one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01
        assert is_beside or is_under


@CASES
def test_only_known_colours_are_used(chart):
    """So that window and reports have one for each."""
    used = set()
    for shape in draw(chart).shapes:
        match shape:
            case Box():
                used |= {shape.fill, shape.edge} - {""}
            case Disc():
                used |= {shape.fill, shape.edge}
            case Area():
                used.add(shape.fill)
            case Line() | Hatch() | Words():
                used.add(shape.ink)
    assert used <= set(COLOURS)


@CASES
def test_texts_do_not_lie_on_each_other(chart):
    """Names, figures and legends keep apart where there is room."""
    placed = [corners(words, MEASURE) for words in of(draw(chart, 1000), Words)]
    for ((left, top), (right, bottom)), ((x, y), (to_x, to_y)) in combinations(placed[:150], 2):
        is_apart = right <= x + 1 or to_x <= left + 1 or bottom <= y + 1 or to_y <= top + 1
        assert is_apart


@pytest.mark.parametrize("chart", EMPTY.values(), ids=EMPTY)
def test_an_empty_chart_says_that_there_is_nothing(chart):
    """It has no spots, and takes a line."""
    picture = draw(chart)
    assert (["There is nothing to show yet."], ()) == (texts(picture), picture.spots)


def test_parts_of_a_bar_are_as_long_as_their_counts():
    """1, 6 and 3 of 10, from left to right, without overlap."""
    widths = [spot.width for spot in draw(stack(1)).spots]
    assert [6, 3] == pytest.approx([widths[1] / widths[0], widths[2] / widths[0]], rel=0.03)


def test_every_count_of_a_bar_is_written_where_it_fits():
    """With its short name; n stands at the end of the row."""
    written = texts(draw(stack(1)))
    assert {"O 1", "G 6", "I 3", "n = 10", "Requires improvement (RI)"} <= set(written)
    assert "RI 0" not in written


def test_a_narrow_part_has_its_count_alone_or_its_texture():
    """A part without room for words is told by the lines over it, and by its place."""
    written = texts(draw(stack(1), 250))
    assert "O 1" not in written
    assert "G 6" in written
    assert len(of(draw(stack(1), 250), Hatch)) > len(of(draw(stack(0), 250), Hatch))


def test_a_target_is_drawn_where_it_stands_and_explained():
    """At 90 % of the axis, with an edge of the ground; the legend has its words."""
    picture = draw(targeted())
    dashed = [line for line in of(picture, Line) if line.is_dashed and len(set(line.points)) > 1]
    upright = [line for line in dashed if line.points[0][0] == line.points[1][0]]
    ticks = {words.text: words.x for words in of(picture, Words) if words.text.endswith("%")}
    assert [ticks["0%"] + 0.9 * (ticks["100%"] - ticks["0%"])] == pytest.approx(
        [line.points[0][0] for line in upright]
    )
    assert "No more than 10% inadequate" in texts(picture)


def test_names_stand_over_the_bars_where_it_is_narrow():
    """Beside them otherwise."""
    for width, is_over in ((900, False), (400, True)):
        picture = draw(stack(1), width)
        (name,) = [words for words in of(picture, Words) if words.text == "Team 0"]
        assert is_over is (name.y + MEASURE.line(name.kind) <= picture.spots[0].y)


def test_a_heat_map_writes_shares_and_counts():
    """A share of few is not written, and nothing is where nothing was asked."""
    written = texts(draw(mixed_heat()))
    assert {"90%", "9 of 10", "10%", "1 of 10", "1 of 2", "not shown", "–"} <= set(written)
    assert "50%" not in written


def test_a_cell_of_changed_meaning_is_hatched():
    """The lines stay within the cell, and the legend explains them."""
    picture = draw(mixed_heat())
    spot = picture.spots[-1]
    (hatch,) = [hatch for hatch in of(picture, Hatch) if hatch.points[0][0] >= spot.x]
    assert len(list(hatch.lines)) > 3
    for x, y in hatch.points:
        assert spot.x - 0.01 <= x <= spot.x + spot.width + 0.01
        assert spot.y - 0.01 <= y <= spot.y + spot.height + 0.01
    assert "the question changed its meaning: do not compare" in texts(picture)


def test_columns_that_do_not_fit_follow_below():
    """No cell is narrower than its figures."""
    narrow = draw(heat(2, 12), 500)
    assert len({spot.y for spot in narrow.spots}) > 2
    assert min(spot.width for spot in narrow.spots) >= 60


def test_a_line_is_broken_by_a_gap_and_by_a_break():
    """A gap leaves points alone, and a break has a letter that the legend explains."""
    gap = [line for line in of(draw(trend()), Line) if line.ink == "primary"]
    assert [1, 1] == [len(line.points) for line in gap if len(line.points) < 2]
    chart = EVERY["trend with a break"]
    picture = draw(chart)
    runs = [line for line in of(picture, Line) if line.ink == "primary" and len(line.points) != 2]
    assert [1, 3] == [len(line.points) for line in runs]
    assert {"A", "A: New version"} <= set(texts(picture))


def test_a_point_of_few_is_empty_and_one_that_stands_out_a_diamond():
    """By shape, not by colour alone."""
    few = of(draw(trend(Share(3, 4))), Disc)
    assert "surface" in {disc.fill for disc in few}
    signals = [a for a in of(draw(EVERY["control"]), Area) if a.fill == "danger"]
    assert {4} == {len(area.points) for area in signals}
    assert {"Stands out", "Centre"} <= set(texts(draw(EVERY["control"])))


def test_only_some_of_many_months_are_named():
    """So that names do not touch; each that is named has its n."""
    written = texts(draw(EVERY["trend of 36"], 560))
    assert 4 <= written.count("n = 9") < 36


def test_the_share_of_a_low_point_stands_under_it():
    """Over all others, so that the line does not run through the figure."""
    picture = draw(trend(Share(8, 10), Share(4, 10), Share(9, 10)))
    tops = {words.text: words.y for words in of(picture, Words)}
    discs = {round(disc.y) for disc in of(picture, Disc)[1:]}
    middle = max(discs)
    assert tops["40%"] > middle > tops["80%"]


def test_an_interval_reaches_as_far_as_wilson_says():
    """From 18 to 45 % for 12 of 40."""
    picture = draw(intervals(Share(12, 40), target=Target(0.85, "Target 85%")))
    ticks = {words.text: words.x for words in of(picture, Words) if words.text.endswith("%")}
    start, length = ticks["0%"], ticks["100%"] - ticks["0%"]
    whisker = max(
        (line for line in of(picture, Line) if line.ink == "text" and not line.is_dashed),
        key=lambda line: line.points[1][0] - line.points[0][0],
    )
    share = Share(12, 40)
    ends = [(x - start) / length for x, _y in whisker.points]
    assert [share.low, share.high] == pytest.approx(ends)


@pytest.mark.parametrize(
    "chart", [stack(40), heat(60, 4), intervals(*[Share(1, 9)] * 50), trend()], ids=str
)
def test_a_tall_chart_is_parted_by_its_rows(chart):
    """No part is too high, none of the marks is lost, and a trend stays whole."""
    parts = list(parted(chart, 500, 400, MEASURE))
    assert all(draw(part, 500).height <= 400 for part in parts)
    assert chart_marks(chart) == tuple(row for part in parts for row in chart_marks(part))


def test_a_single_row_is_not_parted():
    """However little room there is."""
    assert [stack(1)] == list(parted(stack(1), 500, 10, MEASURE))
