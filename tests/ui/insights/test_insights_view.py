# SPDX-License-Identifier: MPL-2.0
"""Test the page of insights on a real store: figures, filter, lines, and what is taken out."""

import pytest
from PySide6.QtCore import Qt

from auditapp.insight.figures.figure import FigureKind
from auditapp.insight.figures.making import MAKERS
from tests.ui.insights.conftest import wait
from tests.ui.insights.shown_figures import card, rows_of


def open_first(view, qtbot, kind=FigureKind.TEAMS):
    """Open the lines behind the first mark of a figure by the keys."""
    chart = card(view, kind).view
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    wait(view, qtbot)


def test_every_figure_has_its_card(view):
    """Under the heading it belongs to, with its numbers as a table."""
    assert set(MAKERS) == set(view.page.cards.cards)
    assert [("North", 4), ("South", 2)] == rows_of(view, FigureKind.TEAMS)
    assert "The figures are made of 6 audits." == view.page.count.text()


def test_today_is_told_first(view):
    """Signed this month, open concerns of drafts too, and what is overdue."""
    values = {tile.tile.name: tile.tile.value for tile in view.page.standing.tiles}
    assert {
        "Signed off this month": "6",
        "Open concerns": "1",
        "Overdue actions": "3",
        "Actions due soon": "3",
    } == values
    words = [line.text() for line in view.page.standing.lines]
    assert "One immediate concern waits for a response." == words[0]


@pytest.mark.parametrize(("place", "count"), [(0, 6), (1, 1), (2, 3), (3, 3)])
def test_each_number_of_today_opens_what_it_counts(view, qtbot, place, count):
    """Audits, the one with the concern, or actions."""
    view.page.standing.tiles[place].click()
    wait(view, qtbot)
    assert (view.lines, count) == (view.currentWidget(), len(view.lines.model.rows))


def test_what_asks_for_attention_opens_it(view, qtbot):
    """The same as the number does."""
    view.page.standing.lines[0].click()
    wait(view, qtbot)
    assert ["HX-9"] == [row.reference for row in view.lines.model.rows]


def test_the_keys_open_the_lines_behind_a_figure_and_an_audit(view, qtbot):
    """And lead back to the mark one came from."""
    chosen = []
    view.line_chosen.connect(chosen.append)
    open_first(view, qtbot)
    references = [row.reference for row in view.lines.model.rows]
    view.lines.list.setFocus()
    qtbot.keyClick(view.lines.list, Qt.Key.Key_Return)
    view.lines.back_button.click()
    assert (references[0], None) == (chosen[0].reference, chosen[0].question)
    assert view.page is view.currentWidget()
    assert card(view, FigureKind.TEAMS).view.hasFocus()


def test_a_line_behind_a_criterion_names_its_question(view, qtbot):
    """So that the audit opens there; those that were not met come first."""
    open_first(view, qtbot, FigureKind.WEAKEST)
    rows = view.lines.model.rows
    assert {"visits/VS2"} == {row.question for row in rows}
    assert ["Not met in full"] * 3 + ["Met"] * 3 == [row.words for row in rows]
    assert "6 answers. Enter opens one." == view.lines.count.text()


def test_a_line_says_what_it_is_to_a_screen_reader(view, qtbot):
    """Case, what is to be done, team and day."""
    view.page.standing.tiles[2].click()
    wait(view, qtbot)
    model = view.lines.model
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "HX-0, Write letter 0, North · due 18 November 2026" == said


def test_the_lines_pass_as_a_model(view, qtbot, qtmodeltester):
    """Qt asks it as it likes."""
    open_first(view, qtbot)
    qtmodeltester.check(view.lines.model)
