# SPDX-License-Identifier: MPL-2.0
"""A theme for the tests of the widgets."""

import pytest
from PySide6.QtGui import QCursor

from tests.ui.view_fixtures import theme

__all__ = ["theme"]


@pytest.fixture
def show(qtbot):
    """Return a function that shows a widget in a window of its own and returns the widget."""
    kept = []

    def show(widget, width=600, height=400):
        qtbot.addWidget(widget)
        kept.append(widget)  # a window that nobody keeps is gone at once
        widget.resize(width, height)
        QCursor.setPos(0, 0)
        widget.move(40, 40)  # away from the pointer, which would hover
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    yield show
    kept.clear()
