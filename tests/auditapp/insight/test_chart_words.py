# SPDX-License-Identifier: MPL-2.0
"""Test what charts say: in all, and mark by mark."""

import re
from dataclasses import replace

import pytest

from auditapp.insight.chart_models import Target
from auditapp.insight.chart_words import chart_marks, chart_words, level_words
from auditapp.insight.intervals import Share
from tests.auditapp.charts.charting import (
    EMPTY,
    EVERY,
    control,
    heat,
    intervals,
    mixed_heat,
    stack,
    targeted,
    trend,
)


def told(chart):
    """Return the words of every mark, row by row."""
    return [[mark.words for mark in row] for row in chart_marks(chart)]


def test_a_bar_tells_the_parts_that_there_is_any_of():
    """With the count, the total and the share; the lines behind each are those of its count."""
    (marks,) = chart_marks(stack(1))
    assert [
        "Team 0, Outstanding: 1 of 10 (10%).",
        "Team 0, Good: 6 of 10 (60%).",
        "Team 0, Inadequate: 3 of 10 (30%).",
    ] == [mark.words for mark in marks]
    assert ["0/o", "0/g", "0/i"] == [mark.lines for mark in marks]


def test_hidden_counts_are_one_mark():
    """What is not shown is told together, and leads nowhere."""
    ((good, hidden),) = chart_marks(EVERY["stack with hidden counts"])
    assert "N, Good: 9 of 14 (64%)." == good.words
    assert ("N, Not shown: 5 of 14 (36%).", None) == (hidden.words, hidden.lines)


def test_a_cell_tells_its_level_or_why_it_has_none():
    """Few, none, hidden and changed are each said in words."""
    ((mostly, part, rarely, few, nothing, hidden, changed),) = told(mixed_heat())
    assert "Seen alone, T0: 9 of 10 (90%), mostly." == mostly
    assert "Seen alone, T1: 6 of 10 (60%), in part." == part
    assert "Seen alone, T2: 1 of 10 (10%), rarely." == rarely
    assert "Seen alone, T3: 1 of 2 (50%). Fewer than 5: read with care." == few
    assert "Seen alone, T4: none counted." == nothing
    assert "Seen alone, T5: not shown." == hidden
    assert changed.endswith("in part. The question changed its meaning: do not compare.")


@pytest.mark.parametrize(("share", "word"), [(0.8, "mostly"), (0.5, "in part"), (0.49, "rarely")])
def test_levels_begin_where_they_say(share, word):
    """80 % is mostly, and half is in part."""
    assert word == level_words(share)


def test_a_point_tells_its_interval():
    """A gap is said to be one, and few audits are warned of."""
    ((first, gap, last),) = told(trend())
    assert "Jan 26: 4 of 10 (40%), probably 17% to 69%." == first
    assert "Feb 26: not shown." == gap
    assert last.endswith("Fewer than 5: read with care.")


def test_a_point_of_a_p_chart_tells_what_was_expected():
    """And why it stands out, or is not to be compared with those before it."""
    ((_first, signal, _last),) = told(control(signal="Above the limit", break_before="New rule."))
    assert (
        "Feb 26: 12 of 20 (60%). Expected between 25% and 75%, around 50%. "
        "Above the limit. New rule."
    ) == signal


def test_a_small_chart_is_told_whole():
    """Title, every mark and the target."""
    words = chart_words(targeted())
    assert words.startswith("Grades by team. Team 0, Outstanding: 1 of 10 (10%).")
    assert words.endswith("Team 1, Inadequate: 3 of 10 (30%). Target: No more than 10% inadequate.")


def test_a_large_stack_is_told_by_its_totals():
    """How many rows and audits, and how all of them divide."""
    words = chart_words(stack(40))
    assert "40 rows; the table has every figure. 400 in all." in words
    assert "Good: 240 of 400 (60%)." in words


def test_totals_do_not_give_hidden_counts_away():
    """Where a count is hidden, the whole is not divided."""
    (hidden,) = EVERY["stack with hidden counts"].rows
    words = chart_words(stack(rows=(*stack(40).rows, hidden)))
    assert "414 in all." in words
    assert "Good: 2" not in words


def test_a_large_heat_map_is_told_by_its_ends():
    """The lowest and the highest cell that say something."""
    words = chart_words(heat(5, 3))
    assert "Lowest: Criterion 0, Team 0, 12 of 18 (67%)." in words
    few = chart_words(heat_of_few())
    assert "Lowest" not in few


def heat_of_few():
    """Return a large heat map of which no cell says anything."""
    chart = EVERY["heat of every look"]
    row = chart.rows[0]
    few = type(row)(row.name, (row.cells[3],) * len(row.cells))
    return type(chart)(chart.title, chart.heading, chart.columns, (few, few))


def test_a_long_trend_is_told_by_its_ends_and_breaks():
    """First, last, what stands out, lowest and highest."""
    chart = trend(*[Share(at % 9, 9) for at in range(36)], break_before="New version")
    words = chart_words(chart)
    assert words.startswith("Good by month. Share good: Jan 26: 0 of 9 (0%)")
    assert "Feb 26: 1 of 9 (11%), probably 2% to 43%. New version." in words
    assert words.endswith("Highest: Sep 26, 8 of 9 (89%).")


@pytest.mark.parametrize("count", [2, 20])
def test_a_question_is_not_followed_by_another_mark(count):
    """What is said of it comes right behind its question mark, in every kind of chart."""
    of_shares = intervals(*[Share(at, 20) for at in range(count)])
    rows = tuple(replace(row, name=f"Seen alone {row.name}?") for row in of_shares.rows)
    cells = heat(count, 3)
    parts = stack(count)
    charts = (
        replace(of_shares, rows=rows),
        replace(cells, rows=tuple(replace(row, name="Seen alone?") for row in cells.rows)),
        replace(parts, rows=tuple(replace(row, name="Seen alone?") for row in parts.rows)),
    )
    for chart in charts:
        every = " ".join([chart_words(chart), *(words for row in told(chart) for words in row)])
        assert not re.search(r"\?[:,]", every)
    assert "Seen alone Rule 0? 0 of 20 (0%)" in chart_words(charts[0])
    assert "Seen alone? Team 0: 12 of 18 (67%)" in told(charts[1])[0][0]


def test_many_shares_are_told_by_the_lowest_and_the_highest():
    """And by the target."""
    shares = [Share(at, 20) for at in range(15)]
    words = chart_words(intervals(*shares, target=Target(0.85, "85%")))
    assert "Lowest: Rule 0, 0 of 20 (0%). Highest: Rule 14, 14 of 20 (70%). Target: 85%." in words


@pytest.mark.parametrize("chart", EMPTY.values(), ids=EMPTY)
def test_an_empty_chart_says_so(chart):
    """There is always a text for those who cannot see it."""
    assert f"{chart.title}: nothing can be shown." == chart_words(chart)
