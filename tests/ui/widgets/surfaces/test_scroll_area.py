# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.surfaces.scroll_area``."""

import gc

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QScrollBar, QVBoxLayout, QWidget

from ui.widgets.surfaces.pane import Pane
from ui.widgets.surfaces.scroll_area import ScrollArea


@pytest.fixture
def area(theme, show):
    """Return a scroll area over forty fields, of which few fit."""
    page = QWidget()
    column = QVBoxLayout(page)
    area = ScrollArea(theme, page)
    area.fields = [QLineEdit() for _ in range(40)]
    for field in area.fields:
        column.addWidget(field)
    return show(area, 300, 200)


def _in_view(area, field):
    top = field.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + field.height() <= area.viewport().height()


def test_focus_is_scrolled_into_view(area):
    """A field far down comes into view when it gets the focus, however that happened."""
    field = area.fields[30]
    before = _in_view(area, field)
    field.setFocus()
    assert (False, True) == (before, _in_view(area, field))


def test_area_that_is_taken_apart_is_not_asked(theme, qtbot, qapp):
    """The focus that moves when the collector takes an area finds no broken slot."""

    def show_and_forget():
        page = QWidget()
        column = QVBoxLayout(page)
        area = ScrollArea(theme, page)
        area.fields = [QLineEdit() for _ in range(3)]
        for field in area.fields:
            column.addWidget(field)
        area.page, area.itself = page, area  # circles, as views have them
        area.show()
        area.activateWindow()
        area.fields[1].setFocus()
        qtbot.waitUntil(area.fields[1].hasFocus)

    with qtbot.captureExceptions() as raised:
        show_and_forget()
        gc.collect()
    assert ([], None) == (raised, qapp.focusWidget())


def test_step_follows_the_text_size(area, theme):
    """A turn of the wheel goes over as many lines at 200 % as at 100 %."""
    before = area.verticalScrollBar().singleStep()
    theme.set_text_scale(2.0)
    assert 2 * before == area.verticalScrollBar().singleStep()


def test_focus_elsewhere_does_not_scroll(area, show):
    """A field of another window leaves the page where it is."""
    other = show(QLineEdit())
    other.setFocus()
    assert 0 == area.verticalScrollBar().value()


def test_area_is_no_stop_for_tab(area):
    """Only what is in it takes the focus."""
    assert Qt.FocusPolicy.NoFocus == area.focusPolicy()


def test_page_is_as_wide_as_the_view(area):
    """Nothing is scrolled sideways."""
    assert (area.viewport().width(), 0) == (
        area.widget().width(),
        area.horizontalScrollBar().maximum(),
    )


def test_ground_behind_shows_through(theme, show):
    """The area has no ground of its own."""
    pane = Pane(theme, "surface")
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(ScrollArea(theme, QWidget()))
    show(pane, 100, 100)
    assert theme.colour("surface") == pane.grab().toImage().pixelColor(50, 50)


def test_focus_stays_in_view_while_the_page_is_laid_out(area, qtbot):
    """What grows above the focus moves it down; the area follows until the user scrolls."""
    field = area.fields[5]
    field.setFocus()
    area.show_focus()
    for grown in area.fields[:5]:
        grown.setMinimumHeight(100)
    qtbot.waitUntil(lambda: area.widget().height() > 600 and _in_view(area, field))
    area.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    area.fields[0].setMinimumHeight(300)
    qtbot.waitUntil(lambda: area.fields[0].height() == 300)
    assert 0 == area.verticalScrollBar().value()
