# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.surfaces.floating_bar``."""

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollBar, QVBoxLayout, QWidget

from ui.widgets.surfaces.floating_bar import FloatingBar
from ui.widgets.surfaces.scroll_area import ScrollArea


@pytest.fixture
def area(theme, show):
    """Return an area over 800 pixels of page, with a bar that floats."""
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [QLineEdit() for _number in range(8)]
    for field in fields:
        field.setFixedHeight(80)
        column.addWidget(field)
    area = ScrollArea(theme, content)
    area.fields = fields
    area.float_bar()
    return show(area, 300, 200)


@pytest.fixture
def bar(area):
    """Return the bar that floats."""
    return area.findChild(FloatingBar)


def test_the_page_is_as_wide_when_it_scrolls_as_when_not(area, bar, qtbot):
    """The bar comes and goes over the margin."""
    widths = set()
    for height in (200, 1200, 200):
        area.resize(300, height)
        qtbot.waitUntil(lambda h=height: bar.isVisible() is (h == 200))
        widths.add(area.widget().width())
    assert {300} == widths


def test_it_stands_at_the_right_edge_from_top_to_bottom(area, bar):
    """Where anybody looks for it, in any size."""
    area.resize(400, 260)
    assert (400, 0, 260) == (bar.geometry().right() + 1, bar.y(), bar.height())


def test_it_scrolls_the_page_and_follows_it(area, bar):
    """A part of the page that can be seen is a page for it too."""
    bar.setValue(120)
    assert 120 == area.verticalScrollBar().value()
    area.verticalScrollBar().setValue(60)
    assert (60, area.viewport().height()) == (bar.value(), bar.pageStep())


def test_who_scrolls_by_it_is_not_taken_back_to_the_focus(area, bar, qtbot):
    """As with the bar in whose place it stands."""
    area.fields[5].setFocus()
    area.show_focus()
    bar.triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    area.fields[0].setFixedHeight(300)
    qtbot.waitUntil(lambda: area.fields[0].height() == 300)
    assert 0 == area.verticalScrollBar().value()
