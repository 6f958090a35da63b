# SPDX-License-Identifier: MPL-2.0
"""Test a chart on its card: the switch, the table, and what can be saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from auditapp.insight.chart_tables import chart_table
from tests.auditapp.charts.charting import EMPTY, EVERY, heat, mixed_heat, stack, trend
from ui.charts import chart_card
from ui.charts.chart_card import ChartCard
from ui.charts.chart_table_model import LINES_ROLE, ChartTableModel
from ui.locking.copied_text import KEPT


@pytest.fixture
def kept():
    """Return the list that saved files end in; where to is not the card's to ask."""
    return []


@pytest.fixture
def card(theme, show, kept):
    """Return a card with a heat map."""
    return show(ChartCard(theme, heat(), kept.append, "With so few, that may be chance."), 800, 500)


def choose(card, start):
    """Choose from the menu what begins with some words."""
    (action,) = [each for each in card.menu.actions() if each.text().startswith(start)]
    action.trigger()


def test_the_card_says_what_it_shows(card):
    """Title and sentence; how to use the keys only where they are, and the card stays as high."""
    assert ("Criteria met", "With so few, that may be chance.") == (
        card.title.text(),
        card.sentence.text(),
    )
    assert "" == card.words.text().strip()
    height = card.sizeHint().height()
    card.view.setFocus()
    assert card.words.text().startswith("Arrow keys")
    assert height == card.sizeHint().height()


def test_the_words_of_a_mark_are_shown_under_the_chart(card):
    """For those who go by keys and see; the hint comes back."""
    card.view.setFocus()
    card.view.go_to(2)
    shown = card.words.text()
    card.view.go_to(None)
    assert (card.view.marks[2].words, True) == (shown, card.words.text().startswith("Arrow"))


def test_the_switch_shows_the_table_and_the_chart_again(card):
    """One of both at a time; the switch says what it leads to, and of which chart."""
    assert (False, "Table") == (card.is_table, card.switch.text())
    assert "Show “Criteria met” as a table" == card.switch.accessibleName()
    card.switch.click()
    assert (True, "Chart", False) == (card.is_table, card.switch.text(), card.view.isVisible())
    card.switch.click()
    assert (False, True) == (card.is_table, card.view.isVisible())


def test_the_keys_follow_to_what_is_shown(card):
    """Whoever is in the chart is in the table then."""
    card.view.setFocus()
    card.show_table(is_table=True)
    assert card.table.hasFocus()


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_table_says_that_there_is_nothing(card, name, monkeypatch):
    """As the chart does: titles of columns over nothing would look like a fault."""
    said = []
    monkeypatch.setattr(chart_card, "announce", lambda _widget, text: said.append(text))
    card.set_chart(EMPTY[name])
    card.view.setFocus()
    card.switch.click()
    has_zeros = name == "nobody"
    assert (True, has_zeros, not has_zeros) == (
        card.is_table,
        card.table.isVisible(),
        card.nothing.isVisible(),
    )
    assert ([] if has_zeros else ["There is nothing to show yet."]) == said
    assert (card.table if has_zeros else card.switch).hasFocus()
    card.set_chart(heat())
    assert (True, True, False) == (
        card.is_table,
        card.table.isVisible(),
        card.nothing.isVisible(),
    )
    card.switch.click()
    assert (False, True) == (card.is_table, card.view.isVisible())


@pytest.mark.parametrize("chart", [*EVERY.values(), *EMPTY.values()], ids=[*EVERY, *EMPTY])
def test_the_table_has_what_the_chart_has(qtmodeltester, chart):
    """Every text and every reference, under its title."""
    model = ChartTableModel(chart_table(chart))
    table = chart_table(chart)
    rows, columns = range(model.rowCount()), range(model.columnCount())
    cells = [[model.index(row, column) for column in columns] for row in rows]
    assert table.texts[1:] == [[cell.data() for cell in row] for row in cells]
    lines = [[cell.lines for cell in row] for row in table.rows]
    assert lines == [[cell.data(LINES_ROLE) for cell in row] for row in cells]
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in columns]
    assert table.texts[0] == titles
    qtmodeltester.check(model)


def test_a_cell_is_read_out_with_its_row_and_column(card):
    """A figure alone says nothing."""
    card.show_table(is_table=True)
    said = card.table.model().index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Criterion 1, Team 1: 12 of 18 (67%)" == said
    table = QAccessible.queryAccessibleInterface(card.table)
    assert "Criteria met, the numbers" == table.text(QAccessible.Text.Name)


def test_enter_and_a_double_click_open_what_is_behind_a_figure(card, qtbot):
    """As in the chart; the name of a row leads nowhere."""
    card.show_table(is_table=True)
    card.table.setCurrentIndex(card.table.model().index(1, 1))
    qtbot.keyClick(card.table, Qt.Key.Key_Right)
    with qtbot.waitSignal(card.lines_wanted) as by_key:
        qtbot.keyClick(card.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.lines_wanted) as by_mouse:
        card.table.doubleClicked.emit(card.table.model().index(0, 1))
    assert ([(1, 1)], [(0, 0)]) == (by_key.args, by_mouse.args)
    with qtbot.assertNotEmitted(card.lines_wanted):
        card.table.doubleClicked.emit(card.table.model().index(0, 0))


def test_the_lines_behind_a_mark_are_asked_for_by_the_card(card, qtbot):
    """Whoever shows the card need not know its parts."""
    card.view.go_to(0)
    with qtbot.waitSignal(card.lines_wanted) as wanted:
        qtbot.keyClick(card.view, Qt.Key.Key_Return)
    assert [(0, 0)] == wanted.args


def test_a_chart_can_be_put_into_the_report(card, qtbot):
    """The chart itself, for whoever makes the report."""
    with qtbot.waitSignal(card.report_wanted) as wanted:
        choose(card, "Put into")
    assert [heat()] == wanted.args


def test_files_are_handed_on_with_a_name(card, kept):
    """Picture, drawing and numbers, each called as the chart."""
    for start in ("Save as a picture", "Save as a drawing", "Save the numbers"):
        choose(card, start)
    assert [f"Criteria met.{suffix}" for suffix in ("png", "svg", "csv")] == [
        file.name for file in kept
    ]


def test_the_numbers_are_copied_to_stay(card):
    """As a spreadsheet takes them; locking leaves them, because no case is in them."""
    choose(card, "Copy")
    clipboard = QGuiApplication.clipboard()
    first, second, *_rest = clipboard.text().split("\n")
    assert ("Criterion\tTeam 0\tTeam 1\tTeam 2", "Criterion 0") == (first, second.split("\t")[0])
    assert clipboard.mimeData().hasFormat(KEPT)


def test_another_chart_takes_the_place_of_the_first(card):
    """In the chart, in the table and in the names."""
    card.show_table(is_table=True)
    card.set_chart(stack(1))
    assert (1, 6) == (card.table.model().rowCount(), card.table.model().columnCount())
    assert "Grades by team" == card.title.text() == card.view.accessibleName()
    assert "More for “Grades by team”" == card.more.accessibleName()
    assert "Show “Grades by team” as a chart" == card.switch.accessibleName()
    assert not card.sentence.isVisible()


def test_the_menu_opens_by_its_button(card):
    """And can be closed again."""
    card.more.click()
    assert card.menu.isVisible()
    card.menu.close()


@pytest.mark.parametrize("chart", [mixed_heat(), trend()], ids=["heat", "trend"])
def test_a_table_is_as_high_as_its_rows_up_to_a_limit(theme, show, kept, chart):
    """And as wide as the card: the first column takes what is over."""
    card = show(ChartCard(theme, chart, kept.append), 1200, 500)
    card.show_table(is_table=True)
    header = card.table.horizontalHeader()
    assert header.length() >= card.table.viewport().width() - 1
    assert card.table.sizeHint().height() <= theme.px(420)
