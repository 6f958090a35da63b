# SPDX-License-Identifier: MPL-2.0
"""Test what a screen reader finds in a chart."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.auditapp.charts.charting import heat, stack, trend
from ui.charts.chart_view import ChartView

NAME = QAccessible.Text.Name


@pytest.fixture
def view(theme, show):
    """Return a chart with the keys in it, in a window."""
    page = QWidget()
    made = ChartView(theme, heat())
    QVBoxLayout(page).addWidget(made)
    show(page, 700, 400)
    made.setFocus()
    return made


@pytest.fixture
def found(view):
    """Return what Qt tells a screen reader of the chart."""
    return QAccessible.queryAccessibleInterface(view)


def test_a_chart_is_a_list_with_a_title(found, view):
    """What it shows is its description."""
    assert (QAccessible.Role.List, "Criteria met") == (found.role(), found.text(NAME))
    assert found.text(QAccessible.Text.Description).startswith("Criteria met. Criterion 0, Team 0")
    assert "" == found.text(QAccessible.Text.Help)
    assert view is found.object()


def test_every_mark_is_an_item_with_its_words(found, view):
    """In the order of the keys, and none more."""
    marks = [found.child(at) for at in range(found.childCount())]
    assert [mark.words for mark in view.marks] == [mark.text(NAME) for mark in marks]
    assert {QAccessible.Role.ListItem} == {mark.role() for mark in marks}
    assert found.child(9) is None
    assert found.child(-1) is None
    assert [0, 8] == [found.indexOfChild(found.child(at)) for at in (0, 8)]


def test_a_mark_is_where_it_is_painted(found, view):
    """On the screen; and what is there is that mark."""
    mark = found.child(4)
    painted = view.rect_of(4)
    assert view.mapToGlobal(painted.topLeft()) == mark.rect().topLeft()
    assert painted.size() == mark.rect().size()
    centre = mark.rect().center()
    assert mark.text(NAME) == found.childAt(centre.x(), centre.y()).text(NAME)
    assert found.childAt(found.rect().x() + 1, found.rect().y() + 1) is None
    assert found.rect().contains(mark.rect())


def test_the_mark_with_the_keys_is_the_focused_one(found, view):
    """And none before one has them."""
    assert found.focusChild() is None
    view.go_to(3)
    assert view.marks[3].words == found.focusChild().text(NAME)
    states = [found.child(at).state() for at in (2, 3)]
    assert [(0, 0), (1, 1)] == [(each.focused, each.selected) for each in states]
    assert found.state().focused


def test_a_chart_is_in_the_page_around_it(found, view):
    """And a mark in its chart."""
    assert view.parentWidget() is found.parent().object()
    assert view is found.child(0).parent().object()


def test_a_mark_is_the_end_of_the_way(found, view):
    """Nothing is in it, nothing of it can be changed, and its chart is in a window."""
    mark = found.child(0)
    mark.setText(NAME, "Something else")
    assert (0, None, None, -1) == (
        mark.childCount(),
        mark.child(0),
        mark.childAt(1, 1),
        mark.indexOfChild(mark),
    )
    assert (None, "") == (mark.object(), mark.text(QAccessible.Text.Description))
    assert view.window().windowHandle() is found.window()


def test_marks_of_a_chart_that_is_gone_say_nothing(found, view):
    """A screen reader may still hold one when another chart is shown."""
    last = found.child(8)
    view.set_chart(stack(1))
    assert (3, False, "") == (found.childCount(), last.isValid(), last.text(NAME))
    assert last.rect().isNull()
    assert last.state().invalid


def test_nothing_is_left_with_qt_when_a_chart_is_deleted(theme, qapp):
    """Its own interface goes with it, and those of its marks."""
    chart = ChartView(theme, trend())
    found = QAccessible.queryAccessibleInterface(chart)
    ids = [QAccessible.uniqueId(each) for each in (found, found.child(0), found.child(2))]
    assert None not in map(QAccessible.accessibleInterface, ids)
    del found
    chart.deleteLater()
    del chart
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [None] * 3 == list(map(QAccessible.accessibleInterface, ids))


def test_other_widgets_are_read_out_by_qt(theme, show):
    """The factory is for charts alone."""
    assert QAccessible.Role.List != QAccessible.queryAccessibleInterface(show(QWidget())).role()
