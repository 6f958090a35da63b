# SPDX-License-Identifier: MPL-2.0
"""Test how charts are set on pages, with their numbers beside them."""

import pytest

from auditapp.insight.chart_words import chart_words
from auditapp.report.across.chart_blocks import MOST_BESIDE, chart_blocks
from auditapp.report.blocks import Heading, Paragraph, Table
from auditapp.report.figure_blocks import Figure
from auditapp.report.pdf.document import render_pdf
from tests.auditapp.charts.charting import EMPTY, EVERY, heat, stack
from tests.auditapp.report.placing import misplaced
from tests.pdf_checks.checking import faults_of, read_out

SHORT = {name: chart for name, chart in EVERY.items() if "40" not in name and "60" not in name}


@pytest.mark.parametrize("chart", [*SHORT.values(), *EMPTY.values()], ids=[*SHORT, *EMPTY])
def test_a_chart_is_a_figure_within_the_margins(make_document, chart):
    """With its words as the text in its place."""
    contents = render_pdf(make_document(Heading(1, "Chart"), Figure(chart), Heading(1, "End")))
    assert [] == list(misplaced(contents))
    assert [] == faults_of(contents)
    assert ("Figure", chart_words(chart)) in list(read_out(contents))


def test_a_tall_chart_is_set_in_parts(make_document):
    """Each a figure with words of its own; every row is in one of them."""
    chart = heat(60, 8)
    contents = render_pdf(make_document(Heading(1, "Chart"), Figure(chart)))
    assert [] == list(misplaced(contents))
    assert [] == faults_of(contents)
    figures = [words for role, words in read_out(contents) if role == "Figure"]
    assert len(figures) > 2
    assert all(words.startswith("Criteria met.") for words in figures)


def test_what_is_drawn_can_be_read_in_the_file(make_document, text_of):
    """The letters of a chart are letters."""
    text = text_of(render_pdf(make_document(Figure(stack(1)))))
    assert "n = 10" in text
    assert "Requires improvement" in text


def test_a_chart_comes_with_its_title_and_its_numbers():
    """And with a sentence, if it has one to lead it in."""
    heading, said, figure, table = chart_blocks(stack(), "Too few to say.", level=2)
    assert (Heading(2, "Grades by team"), "Too few to say.") == (heading, said.text)
    assert Figure(stack()) == figure
    assert "Grades by team, the numbers" == table.caption
    assert ("Team 1", "1", "6", "0", "3", "10") == table.rows[1]
    assert not any(isinstance(block, Paragraph) for block in chart_blocks(stack()))


def test_many_columns_go_into_several_tables():
    """The names of the rows are in each, and no column is lost."""
    tables = [block for block in chart_blocks(heat(2, 12)) if isinstance(block, Table)]
    titles = [column.title for table in tables for column in table.columns[1:]]
    assert heat(2, 12).columns == tuple(titles)
    assert {"Criterion"} == {table.columns[0].title for table in tables}
    assert max(len(table.columns) for table in tables) <= MOST_BESIDE


@pytest.mark.parametrize("name", ["no rows", "no months"])
def test_no_table_stands_beside_nothing(name):
    """A chart without rows has its words alone."""
    assert not any(isinstance(block, Table) for block in chart_blocks(EMPTY[name]))
