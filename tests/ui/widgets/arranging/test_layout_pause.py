# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.arranging.layout_pause``: laid out once, and always in the end."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.arranging.layout_pause import paused


@pytest.fixture
def column(show):
    """Return the layout of a widget on show, with one button and room for more."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.addWidget(QPushButton("One"))
    show(widget)
    return column


def add(column):
    """Add a button that is in sight at once; return it."""
    button = QPushButton("Another")
    column.addWidget(button)
    button.show()
    return button


def test_nothing_moves_meanwhile(column, qtbot):
    """What comes into sight waits for its place, and has it afterwards."""
    first = column.parentWidget().findChild(QPushButton)
    before = first.geometry()
    with paused(column):
        button = add(column)
        meanwhile = first.geometry()
    assert before == meanwhile
    qtbot.waitUntil(lambda: button.y() > first.y() and first.geometry() != before)


def add_and_fail(column):
    """Add a button, and come to grief over it."""
    with paused(column):
        add(column)
        raise ValueError


def test_an_error_leaves_it_going(column, qtbot):
    """The page must not stand still for good."""
    with pytest.raises(ValueError):  # noqa: PT011 - it has no words
        add_and_fail(column)
    first, button = column.parentWidget().findChildren(QPushButton)
    qtbot.waitUntil(lambda: button.y() > first.y())
