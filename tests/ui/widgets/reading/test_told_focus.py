# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ToldFocus``; the screen reader is the edge of the program."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.reading.told_focus import ToldFocus


class HandingOn(QWidget):
    """A page that hands the focus on."""

    def __init__(self):
        super().__init__()
        self.field, self.other = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)

    def focusInEvent(self, event):  # noqa: N802 - the name is Qt's
        """Hand it on."""
        super().focusInEvent(event)
        self.field.setFocus()


@pytest.fixture
def page(qapp, qtbot):
    """Return the page, shown, with the focus on its second field."""
    page = HandingOn()
    ToldFocus(qapp, page)
    qtbot.addWidget(page)
    page.other.setFocus()
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.other.hasFocus)
    return page


@pytest.fixture
def told(page, qtbot, monkeypatch):
    """Return what is told by us from now on."""
    qtbot.wait(0)  # for what the first look at the window still has to tell
    told = []

    def hear(event):
        told.append(event.object())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


def test_what_was_handed_on_is_told_again(page, told, qtbot):
    """Qt's own last word would be the page, which says nothing."""
    page.setFocus()
    qtbot.waitUntil(lambda: bool(told))
    # As a set: a window that an earlier test left to Qt may still watch too, and tell the same.
    assert {page.field} == set(told)


def test_an_ordinary_move_is_not_told_twice(page, told, qtbot):
    """Qt tells of it, and once is enough."""
    page.field.setFocus()
    qtbot.wait(0)
    assert [] == told
