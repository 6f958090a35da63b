# SPDX-License-Identifier: MPL-2.0
"""Test the table of the numbers of a chart."""

from dataclasses import replace

import pytest

from tests.auditapp.charts.charting import heat
from ui.charts.chart_table_view import ChartTableView


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("count", [1, 40])
def test_the_table_ends_with_a_whole_row(theme, show, scale, count):
    """However tall rows are, no line of words is cut at the end of it."""
    theme.set_text_scale(scale)
    chart = heat()
    names = (f"On which dates was the child number {number} visited?" for number in range(count))
    rows = tuple(replace(chart.rows[0], name=name) for name in names)
    table = show(ChartTableView(theme, replace(chart, rows=rows)), 400, 400)
    table.resize(400, table.sizeHint().height())

    last = table.rowAt(table.viewport().height() - 3)
    assert last >= 0
    end = table.rowViewportPosition(last) + table.rowHeight(last)
    assert end <= table.viewport().height()
