# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.tab_order``."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.tab_order import visit_after


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
