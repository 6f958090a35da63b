# SPDX-License-Identifier: MPL-2.0
"""Tests of the lists of the review: model, row and list."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest

from ui.rows.row import Cell, Column, Remark, Row
from ui.rows.row_group import RowGroup
from ui.rows.row_list import RowList
from ui.rows.row_model import RowModel
from ui.rows.row_picture import RowPicture
from ui.walkthrough.steps import FEEDBACK, OVERALL, Step, StepKind
from ui.widgets.surfaces.card import Card

COLUMNS = (Column("Suggested", 178), Column("Given", 178))


def make_row(number=1, **changes):
    """Make the row of a question."""
    fields = {
        "title": f"Was the child seen, {number}?",
        "remarks": (Remark("No answer yet."),),
        "number": number,
        "step": Step(StepKind.QUESTION, f"visits/Q{number}"),
    }
    return Row(**(fields | changes))


def make_rows(count):
    """Make several rows."""
    return [make_row(number) for number in range(1, count + 1)]


@pytest.fixture
def rows(theme, show):
    """Return a list of eight rows of which five are shown."""
    rows = show(RowList(theme, "Unanswered", 5), 500, 500)
    rows.set_rows(make_rows(8))
    rows.setFocus()
    return rows


def test_model_keeps_its_promises(qtmodeltester):
    """The model is a proper model, with a part of its rows and with all."""
    model = RowModel(COLUMNS, 5)
    model.set_rows(make_rows(8))
    qtmodeltester.check(model)
    model.show_all()
    qtmodeltester.check(model)


def test_all_of_a_short_list(qapp):
    """Asking for all of a list that is shown whole adds nothing, now or later."""
    model = RowModel(COLUMNS, 5)
    model.set_rows(make_rows(3))
    model.show_all()
    model.set_rows(make_rows(9))
    assert (9, None) == (model.rowCount(), model.data(QModelIndex()))


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (5, 5), (6, 6), (7, 5), (500, 5)])
def test_few_rows_at_first(qapp, count, shown):
    """A long list begins with five rows; one row more is not worth a button."""
    model = RowModel(COLUMNS, 5)
    model.set_rows(make_rows(count))
    assert (shown, count - shown) == (model.rowCount(), model.hidden_count)


def test_the_same_rows_change_nothing(qapp, qtbot):
    """Rows that are equal leave the list and the place in it alone."""
    model = RowModel(COLUMNS, 5)
    model.set_rows(make_rows(3))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows(make_rows(3))


def test_click_goes_there(rows, qtbot):
    """A click on a row asks for the step it leads to."""
    place = rows.visualRect(rows.model().index(2, 0)).center()
    with qtbot.waitSignal(rows.step_asked) as asked:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [Step(StepKind.QUESTION, "visits/Q3")] == asked.args


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_alone_go_there(rows, qtbot, key):
    """The arrow keys move, and Enter or Space goes where the row leads."""
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.step_asked) as asked:
        qtbot.keyClick(rows, key)
    assert [Step(StepKind.QUESTION, "visits/Q2")] == asked.args


def test_row_that_leads_nowhere(theme, show, qtbot):
    """A row without a step asks for nothing."""
    rows = show(RowList(theme, "Actions", 5))
    rows.set_rows([make_row(step=None)])
    rows.setFocus()
    with qtbot.assertNotEmitted(rows.step_asked):
        qtbot.keyClick(rows, Qt.Key.Key_Return)


def test_place_stays_when_the_rows_change(rows):
    """After a row has gone, its neighbour has the focus."""
    rows.setCurrentIndex(rows.model().index(4, 0))
    rows.set_rows(make_rows(3))
    assert 2 == rows.currentIndex().row()


def test_no_place_in_an_empty_list(rows):
    """A list that became empty has no current row."""
    rows.set_rows(())
    assert not rows.currentIndex().isValid()


def test_moving_tells_the_page(rows, qtbot):
    """The page hears of each move, so that it can scroll."""
    with qtbot.waitSignal(rows.row_reached):
        qtbot.keyClick(rows, Qt.Key.Key_Down)


def test_wheel_belongs_to_the_page(rows):
    """The list never scrolls by itself."""
    nowhere, none = QPoint(5, 5), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        nowhere, nowhere, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    rows.wheelEvent(event)
    assert not event.isAccepted()


def test_screen_reader_hears_the_whole_row(rows):
    """A row speaks its number, its title and what is said below it."""
    interface = QAccessible.queryAccessibleInterface(rows)
    words = interface.child(0).text(QAccessible.Text.Name)
    assert "Question 1. Was the child seen, 1?. No answer yet" == words


def words_begin(rows):
    """Return where the words of each row begin."""
    delegate = rows._delegate
    pictures = [delegate.picture(row, rows.width()) for row in rows.rows]
    return [picture._blocks[0][1].left() for picture in pictures]


def test_rows_with_a_number_and_without_begin_at_one_edge(rows):
    """The room for a number goes only when no row has one."""
    rows.set_rows([make_row(1), Row("The whole file")])
    numbered, bare = words_begin(rows)
    assert numbered == bare
    rows.set_rows([Row("The whole file")])
    assert words_begin(rows)[0] < bare


@pytest.mark.parametrize("width", [320, 700])
def test_list_is_as_tall_as_its_rows(theme, show, qtbot, width):
    """In a page the list takes the height of its rows, at first and when all are shown."""
    card = Card(theme)
    rows = RowList(theme, "Unanswered", 5, COLUMNS)
    rows.set_rows([make_row(n, cells=(Cell("Good", "good", "check"),)) for n in range(1, 41)])
    card.body.addWidget(rows)
    card.body.addStretch(1)
    show(card, width, 900)
    rows.show_all()
    card.resize(width, 6000)

    def is_fitting():
        last = rows.visualRect(rows.model().index(39, 0))
        return abs(last.bottom() + 1 - rows.height()) < 2

    qtbot.waitUntil(is_fitting)


def test_cells_move_below_where_it_is_narrow(theme):
    """A row is taller at a width at which the cells do not fit beside the words."""
    row = make_row(cells=(Cell("Good", "good", "check"), Cell("Nobody yet")))
    wide = RowPicture(theme, row, COLUMNS, 760).height
    assert wide < RowPicture(theme, row, COLUMNS, 400).height


def test_empty_cell_takes_no_room(theme):
    """Below the words, a cell that says nothing is left out."""
    full, empty = make_row(cells=(Cell("Nobody"),)), make_row(cells=(Cell(""),))
    assert (
        RowPicture(theme, empty, COLUMNS, 300).height < RowPicture(theme, full, COLUMNS, 300).height
    )


def test_many_cells_take_many_lines(theme):
    """Cells below the words wrap."""
    cells = (Cell("Requires improvement", "warn", "x"), Cell("Requires improvement", "warn", "x"))
    row = make_row(cells=cells)
    assert RowPicture(theme, row, COLUMNS, 560).height < RowPicture(theme, row, COLUMNS, 300).height


def test_larger_text_makes_taller_rows(theme, rows):
    """The rows follow the text size."""
    before = rows.heightForWidth(500)
    theme.set_text_scale(2.0)
    assert 1.8 * before < rows.heightForWidth(500)


def test_group_shows_the_rest_when_asked(theme, show, qtbot):
    """The button shows all rows, goes away, and leaves the focus in the list."""
    group = show(RowGroup(theme, "Unanswered questions", icon="pencil"))
    group.set_rows(make_rows(9))
    assert ("Show all 9", True) == (group.all_button.text(), group.all_button.isVisible())
    group.all_button.click()
    seen = (group.list.model().rowCount(), group.all_button.isVisible(), group.list.hasFocus())
    assert (9, False, True) == seen


def test_empty_group_is_not_seen(theme, show):
    """A group without rows takes no room."""
    group = show(RowGroup(theme, "Feedback"))
    group.set_rows([make_row(step=FEEDBACK)])
    group.set_rows([])
    assert not group.isVisible()


def test_every_row_is_painted(theme, show, qtbot):
    """Rows with columns, with a hover and with a focus are painted without a complaint."""
    rows = show(RowList(theme, "Grades", 5, COLUMNS), 760, 400)
    cells = (Cell("Good", "good", "check"), Cell("Nobody yet"))
    rows.set_rows([make_row(cells=cells), make_row(2, cells=(Cell(""),), step=OVERALL)])
    rows.setFocus()
    QTest.mouseMove(rows.viewport(), QPoint(50, 20))
    blank = rows.grab().toImage()
    blank.fill(theme.colour("surface"))
    assert blank != rows.grab().toImage()


def test_a_long_list_is_shown_part_by_part(theme, show, qtmodeltester):
    """The button says how many come next; a last single row comes with those before it."""
    group = show(RowGroup(theme, "Changes", few=2, at_a_time=3))
    group.set_rows([Row(f"Row {number}") for number in range(9)])
    model = group.list.model()
    qtmodeltester.check(model)

    assert ("Show 3 more", 2) == (group.all_button.text(), model.rowCount())
    group.all_button.click()
    assert ("Show 3 more", 5) == (group.all_button.text(), model.rowCount())
    group.all_button.click()
    assert (False, 9) == (group.all_button.isVisible(), model.rowCount())


def test_rows_that_lead_nowhere_show_no_hand(theme, show):
    """The pointer promises nothing."""
    group = show(RowGroup(theme, "Changes"))
    group.set_rows([Row("Row")])
    assert Qt.CursorShape.ArrowCursor is group.list.viewport().cursor().shape()
