# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.reading.reading_order``, in the two kinds of window that ask it."""

import gc

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tests.ui.view_fixtures import in_window
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows
from ui.widgets.surfaces.dialog import Dialog

__all__ = ["in_window"]


def lines(count):
    """Return so many fields, named after their number."""
    made = [QLineEdit() for _ in range(count)]
    for number, line in enumerate(made):
        line.setAccessibleName(str(number))
    return made


def column_of(*widgets):
    """Return a widget with a label, at which Tab does not stop, and ``widgets`` below it."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.addWidget(QLabel("no stop"))
    for widget in widgets:
        column.addWidget(widget)
    return group


@pytest.fixture
def round_from(qtbot):
    """Return a function that presses Tab, or Shift+Tab, until the focus is where it was."""

    def round_from(first, *, forwards=True):
        key = Qt.Key.Key_Tab if forwards else Qt.Key.Key_Backtab
        first.setFocus()
        visited = [QApplication.focusWidget()]
        while True:
            qtbot.keyClick(visited[-1], key)
            focus = QApplication.focusWidget()
            if focus in visited:
                assert focus is visited[0]
                return visited
            visited.append(focus)

    return round_from


def test_what_is_made_late_is_visited_in_its_place(in_window, round_from):
    """A group that was put between two others comes between them, both ways round."""
    stops = lines(5)
    page = column_of(column_of(*stops[:2]), column_of(stops[4]))
    in_window(page)
    page.layout().insertWidget(2, column_of(*stops[2:4]))
    QApplication.processEvents()
    assert stops == round_from(stops[0])
    assert [stops[0], *stops[:0:-1]] == round_from(stops[0], forwards=False)


def test_a_dialog_asks_as_well(theme, show, round_from):
    """A field put in late comes before the buttons."""
    stops = lines(2)
    dialog = Dialog(theme, "Which one?")
    dialog.body.addWidget(stops[0])
    button = dialog.add_button("Go on")
    dialog.body.addWidget(stops[1])
    show(dialog)
    assert [*stops, button] == round_from(stops[0])


def test_cards_made_late_follow_those_before_them(theme, in_window, round_from):
    """A question with more answers than any before it has its new cards in its own place."""
    before, after = lines(2)
    group = CheckRows(theme, "Which of these?")
    page = column_of(before, group, after)
    in_window(page)
    group.set_answers([AnswerSpec(value=value, text=value) for value in "ab"])
    group.set_answers([AnswerSpec(value=value, text=value) for value in "abcd"])
    assert [before, *group.cards, after] == round_from(before)


def test_a_grid_is_read_row_by_row(in_window, round_from):
    """It numbers its items in the order of their making, which nobody sees."""
    stops = lines(4)
    page = QWidget()
    grid = QGridLayout(page)
    for number in (3, 1, 0, 2):
        grid.addWidget(stops[number], number // 2, number % 2)
    in_window(page)
    assert stops == round_from(stops[0])


def test_what_cannot_be_used_is_passed_by(in_window, round_from):
    """Hidden and disabled fields, another page of a stack, and what only hands the focus on."""
    stops = lines(3)
    hidden, disabled, other = lines(3)
    handing_on, number = column_of(stops[1]), QSpinBox()
    handing_on.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    handing_on.setFocusProxy(stops[1])
    stack = QStackedWidget()
    for page in (column_of(other), column_of(stops[2])):
        stack.addWidget(page)
    stack.setCurrentIndex(1)
    page = column_of(stops[0], hidden, disabled, handing_on, number, stack)
    in_window(page)
    hidden.hide()
    disabled.setEnabled(False)
    expected = [stops[0], stops[1], number, stops[2]]
    assert expected == round_from(stops[0])
    assert [stops[0], stops[2], number, stops[1]] == round_from(stops[0], forwards=False)


def test_what_scrolls_comes_before_what_is_in_it(in_window, round_from):
    """A scroll area that is a stop itself is left for its content, and entered backwards last."""
    stops = lines(3)
    area = QScrollArea()
    area.setWidget(column_of(stops[1]))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page = column_of(stops[0], area, stops[2])
    in_window(page)
    assert [stops[0], area, stops[1], stops[2]] == round_from(stops[0])
    assert [stops[0], stops[2], stops[1], area] == round_from(stops[0], forwards=False)


def test_a_dialog_over_the_window_is_not_part_of_it(theme, in_window, round_from, qtbot):
    """It is a child, but a window of its own."""
    stops = lines(2)
    page = column_of(*stops)
    in_window(page)
    dialog = Dialog(theme, "Which one?", page)
    dialog.body.addWidget(QLineEdit())
    dialog.setModal(False)
    dialog.show()
    page.activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    assert stops == round_from(stops[0])
    dialog.close()


def test_a_single_stop_keeps_the_focus(in_window, round_from):
    """There is nowhere to go."""
    (only,) = lines(1)
    in_window(column_of(only))
    assert [only] == round_from(only)


@pytest.mark.parametrize("way", ["hide", "disable", "delete"])
def test_the_focus_leaves_what_goes_away(in_window, qtbot, way):
    """Tab goes on with what is left, and what is taken apart is not touched again."""
    stops = lines(3)
    group = column_of(stops[1])
    page = column_of(stops[0], group, stops[2])
    in_window(page)
    stops[1].setFocus()
    if way == "hide":
        group.hide()
    elif way == "disable":
        group.setEnabled(False)
    else:
        group.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    qtbot.keyClick(page.window(), Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert {stops[0], stops[2]} == {first, QApplication.focusWidget()}


def test_nothing_is_taken_from_its_parent(in_window, round_from):
    """Python must not take a widget for the child of one that only stands beside it."""
    stops = lines(3)
    page = column_of(*stops)
    in_window(page)
    round_from(stops[0])
    del stops[0]
    gc.collect()
    kept = page.findChildren(QLineEdit)
    assert 3 == len(kept)
    assert all(isinstance(line, QObject) and line.parent() is page for line in kept)
