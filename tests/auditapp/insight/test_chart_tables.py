# SPDX-License-Identifier: MPL-2.0
"""Test that the table of a chart has all its figures, and the lines behind them."""

import pytest

from auditapp.insight.chart_tables import chart_table
from tests.auditapp.charts.charting import EMPTY, EVERY, control, intervals, mixed_heat, stack


def texts(chart):
    """Return the texts of the rows."""
    return chart_table(chart).texts[1:]


def test_bars_become_counts():
    """A row for each bar, a column for each part, and how many in all."""
    table = chart_table(stack(1))
    names = ("Team", "Outstanding", "Good", "Requires improvement", "Inadequate", "In all")
    assert names == table.titles
    assert [["Team 0", "1", "6", "0", "3", "10"]] == table.texts[1:]
    assert [None, "0/o", "0/g", "0/r", "0/i", None] == [cell.lines for cell in table.rows[0]]


def test_hidden_counts_have_a_column_together():
    """A count that is not shown is said to be so."""
    table = chart_table(EVERY["stack with hidden counts"])
    assert "Not shown" == table.titles[-2]
    assert ["N", "Not shown", "9", "0", "Not shown", "5", "14"] == table.texts[1]


def test_cells_of_a_heat_map_carry_their_warnings():
    """In a word or two, because there are many of them."""
    ((_name, _mostly, _part, _rarely, few, nothing, hidden, changed),) = texts(mixed_heat())
    assert ("1 of 2 (50%), few", "none counted", "not shown") == (few, nothing, hidden)
    assert "6 of 10 (60%), meaning changed" == changed


def test_a_trend_has_its_intervals_and_notes():
    """A gap has no figures; a break is noted at the point that it comes before."""
    rows = texts(EVERY["trend with a break"])
    assert ["Feb 26", "5", "9", "56%", "27% to 81%", "New version"] == rows[1]
    assert ["Feb 26", "not shown", "", "", "", ""] == texts(EVERY["trend"])[1]


def test_a_p_chart_has_its_limits():
    """And a signal in words."""
    table = chart_table(control(signal="Above the limit"))
    assert ("Expected between", "Centre", "Note") == table.titles[-3:]
    row = ["Feb 26", "12", "20", "60%", "25% to 75%", "50%", "Above the limit"]
    assert row == table.texts[2]


def test_shares_have_their_intervals():
    """Few are warned of, and nothing is shown of what is hidden."""
    usual, few, hidden = texts(intervals())
    assert ["Rule 0", "12", "40", "30%", "18% to 45%", ""] == usual
    assert "Fewer than 5: read with care." == few[-1]
    assert ["Rule 2", "not shown", "", "", "", ""] == hidden


@pytest.mark.parametrize("chart", [*EVERY.values(), *EMPTY.values()], ids=[*EVERY, *EMPTY])
def test_every_row_has_a_cell_for_every_column(chart):
    """Whatever the chart, the table is a rectangle."""
    table = chart_table(chart)
    assert {len(table.titles)} >= {len(row) for row in table.rows}
