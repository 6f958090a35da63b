# SPDX-License-Identifier: MPL-2.0
"""Test that bars of very few are told from the others."""

from auditapp.charts.drawing import draw_chart
from auditapp.charts.picture import Words
from auditapp.insight.chart_models import StackRow
from auditapp.insight.chart_words import chart_marks
from tests.auditapp.charts.charting import PlainMeasure, stack

ROWS = (StackRow("Many", (1, 3, 0, 1), 5), StackRow("Few", (0, 4, 0, 0), 4))


def heights(chart):
    """Return the heights of the bars, row by row, and every text."""
    picture = draw_chart(chart, 800, PlainMeasure())
    texts = [each.text for each in picture.shapes if isinstance(each, Words)]
    return [min(s.height for s in picture.spots if s.row == row) for row in (0, 1)], texts


def test_a_bar_of_fewer_than_five_is_thin():
    """The legend says so, and so do the words of its parts."""
    chart = stack(rows=ROWS)
    (many, few), texts = heights(chart)
    assert few < many
    assert "Thin: fewer than 5, read with care" in texts
    told = [[mark.words.endswith("read with care.") for mark in row] for row in chart_marks(chart)]
    assert [[False, False, False], [True]] == told


def test_a_bar_that_counts_is_as_high_as_the_others():
    """How many there are is what it shows, and its length says it."""
    chart = stack(rows=ROWS, most=8)
    (many, few), texts = heights(chart)
    assert few == many
    assert not any(text.startswith("Thin") for text in texts)
    assert not any("read with care" in mark.words for row in chart_marks(chart) for mark in row)
