# SPDX-License-Identifier: MPL-2.0
"""Tests of a table of rows that folds, and of how its cells are painted, by a round's cases."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.rounds.case_row import CaseRow
from ui.rounds.case_table import CaseTable
from ui.rounds.case_table_model import CaseTableModel


@pytest.fixture
def table(theme, show):
    """Return three cases in a table that is wide enough for all columns."""
    model = CaseTableModel(("Case", "How far", "Team", "Auditor", "Due"))
    rows = [CaseRow(name, ("North", "R. Okafor", "1 May"), note="A note") for name in "abc"]
    model.set_rows(rows)
    return show(CaseTable(theme, model, "Cases"), 1000, 400)


def pixel(table, row, column=1):
    """Return the colour of the ground of a cell, where it begins and no words are."""
    cell = table.visualRect(table.model().index(row, column))
    place = QPoint(cell.left() + 6, cell.center().y())
    return table.viewport().grab().toImage().pixelColor(place)


def test_the_row_under_the_mouse_is_tinted(table, theme):
    """All of it, and no row once the mouse has gone."""
    QTest.mouseMove(table.viewport(), table.visualRect(table.model().index(1, 0)).center())
    assert [theme.colour("hover")] * 2 == [pixel(table, 1, column) for column in (1, 4)]
    assert theme.colour("hover") != pixel(table, 2)
    QTest.mouseMove(table.viewport(), QPoint(5, 395))
    assert theme.colour("hover") != pixel(table, 1)


def test_the_focus_chooses_the_first_row_and_no_other_later(table, theme):
    """So that a key works on it at once; what was chosen stays when the focus comes back."""
    table.setFocus()
    assert ["a"] == table.chosen
    assert theme.colour("primary_tint") == pixel(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    table.clearFocus()
    table.setFocus()
    assert ["b"] == table.chosen


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_current_row(table, qtbot, key):
    """And a double click opens the one under the mouse."""
    table.setFocus()
    with qtbot.waitSignal(table.case_opened) as opened:
        QTest.keyClick(table, key)
    assert ["a"] == opened.args
    place = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.case_opened) as opened:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ["c"] == opened.args


def test_a_narrow_table_folds_to_one_column_without_titles(table, theme):
    """Rows are as tall folded as before: they have two lines either way."""
    before = table.rowHeight(0)
    table.resize(400, 400)
    shown = [each for each in range(5) if not table.isColumnHidden(each)]
    assert ([0], False) == (shown, table.horizontalHeader().isVisible())
    assert before == table.rowHeight(0)
    theme.set_text_scale(2.0)
    assert 2 * before == table.rowHeight(0)
