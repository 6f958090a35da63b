# SPDX-License-Identifier: MPL-2.0
"""Keep Tab in reading order where widgets are made late: Qt would visit them last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def visit_after(before: QWidget, group: QWidget) -> None:
    """Have Tab go through ``group`` right after the last stop inside ``before``.

    ``QWidget.setTabOrder`` alone moves single widgets, not what is inside them.
    """
    previous = _stops(before)[-1]
    for stop in _stops(group):
        QWidget.setTabOrder(previous, stop)
        previous = stop


def _stops(group: QWidget) -> list[QWidget]:
    """Return the widgets inside ``group`` that Tab visits, in order."""
    stops: list[QWidget] = []
    widget = group.nextInFocusChain()
    while widget is not None and group.isAncestorOf(widget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops
