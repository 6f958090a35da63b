# SPDX-License-Identifier: MPL-2.0
"""Look at the page of insights, and choose on it."""

import datetime as dt

from PySide6.QtCore import Qt

from auditapp.insight.figures.figure import FigureKind
from tests.ui.insights.conftest import wait

TODAY = dt.date(2026, 11, 21)


def card(view, kind):
    """Return the card of a figure."""
    return view.page.cards.cards[kind]


def rows_of(view, kind):
    """Return the names and totals of the bars of a figure."""
    return [(row.name, row.total) for row in card(view, kind).figure.chart.rows]


def open_first(view, qtbot, kind=FigureKind.TEAMS):
    """Open the lines behind the first mark of a figure by the keys."""
    chart = card(view, kind).view
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    wait(view, qtbot)


def choose(field, values):
    """Choose some of many as the dialog does."""
    field._on_values_chosen(tuple(values))
