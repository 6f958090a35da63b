# SPDX-License-Identifier: MPL-2.0
"""Put a chart into a report: under its title, with its numbers as a table."""

from collections.abc import Iterator
from typing import Final

from auditapp.i18n import _
from auditapp.insight.chart_models import Chart
from auditapp.insight.chart_tables import ChartTable, chart_table
from auditapp.report.blocks import (
    Block,
    Column,
    ColumnKind,
    Heading,
    Paragraph,
    Table,
    TableRow,
    TextTone,
)
from auditapp.report.figure_blocks import Figure

MOST_BESIDE: Final = 7
"""Columns of a table at most, that of the names among them; more follow in further tables."""

_NAME_WIDTH: Final = 28.0


def chart_blocks(chart: Chart, sentence: str = "", level: int = 1) -> Iterator[Block]:
    """Yield the title as a heading, the sentence if there is one, the figure and its numbers."""
    yield Heading(level, chart.title)
    if sentence:
        yield Paragraph(sentence, TextTone.MUTED, leads_in=True)
    yield Figure(chart)
    yield from _tables(chart.title, chart_table(chart))


def _tables(title: str, table: ChartTable) -> Iterator[Block]:
    """Yield the numbers in as many tables as the columns need; nothing without rows."""
    if not table.rows:
        return
    caption = _("{title}, the numbers").format(title=title)
    for start in range(1, len(table.titles), MOST_BESIDE - 1):
        part = slice(start, start + MOST_BESIDE - 1)
        beside = table.titles[part]
        width = (100 - _NAME_WIDTH) / len(beside)
        columns = (
            Column(table.titles[0], _NAME_WIDTH, ColumnKind.ROW_HEAD),
            *(Column(name, width) for name in beside),
        )
        rows: list[TableRow] = [
            (row[0].text, *(cell.text for cell in row[part])) for row in table.rows
        ]
        yield Table(columns, rows, caption, is_small=True)
