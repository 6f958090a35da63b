# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.tab_order``."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.tab_order import visit_after, visit_at


def _group(*lines):
    group = QWidget()
    column = QVBoxLayout(group)
    column.addWidget(QLabel("no stop"))
    for line in lines:
        column.addWidget(line)
    return group


def test_group_made_late_is_visited_in_its_place(show, qtbot):
    """Tab goes through all of the late group, right after the group before it."""
    lines = [QLineEdit() for _ in range(5)]
    page = QWidget()
    column = QVBoxLayout(page)
    first, last, late = _group(*lines[:2]), _group(lines[4]), _group(*lines[2:4])
    for group in (first, last):
        column.addWidget(group)
    column.insertWidget(1, late)
    visit_after(first, late)
    show(page)
    lines[0].setFocus()
    visited = [lines[0]]
    while len(visited) < len(lines):
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert lines == visited


def test_what_is_put_into_a_place_late_is_visited_there(show, qtbot):
    """The place itself is no stop, and nothing in it was one when it was made."""
    first, late, last = QLineEdit(), QLineEdit(), QLineEdit()
    page, place = QWidget(), _group()
    column = QVBoxLayout(page)
    for widget in (first, place, last):
        column.addWidget(widget)
    place.layout().addWidget(late)
    visit_at(place, late)
    show(page)
    first.setFocus()
    visited = [first]
    while len(visited) < 3:
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert [first, late, last] == visited


def test_groups_may_follow_one_that_was_moved(show, qtbot):
    """A card that was put into its place late can itself get more groups later."""
    lines = [QLineEdit() for _ in range(4)]
    page, place, card = QWidget(), _group(), _group()
    column = QVBoxLayout(page)
    for widget in (lines[0], place, lines[3]):
        column.addWidget(widget)
    first, second = _group(lines[1]), _group(lines[2])
    card.layout().addWidget(first)
    place.layout().addWidget(card)
    visit_at(place, card)
    card.layout().addWidget(second)
    visit_after(first, second)
    show(page)
    lines[0].setFocus()
    visited = [lines[0]]
    while len(visited) < 4:
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert lines == visited
