# SPDX-License-Identifier: MPL-2.0
"""Keep Tab in reading order where widgets are made late: Qt would visit them last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def visit_after(before: QWidget, group: QWidget) -> None:
    """Have Tab go through ``group`` right after the last stop inside ``before``.

    ``QWidget.setTabOrder`` alone moves single widgets, not what is inside them.
    """
    _visit_from(_stops(before)[-1], group)


def visit_at(place: QWidget, late: QWidget) -> None:
    """Have Tab go through ``late``, itself or what is inside it, where ``place`` stands.

    ``place`` is what ``late`` was put into. It was made in time and so is where it should be, even
    when Tab does not stop at it.
    """
    window = place.window()
    widget = place.previousInFocusChain()
    while widget is not None and widget is not window:
        if _is_stop(widget):
            _visit_from(widget, late)
            return
        widget = widget.previousInFocusChain()


def _visit_from(previous: QWidget, group: QWidget) -> None:
    for stop in _stops(group):
        QWidget.setTabOrder(previous, stop)
        previous = stop


def _stops(group: QWidget) -> list[QWidget]:
    """Return ``group`` and the widgets inside it, as far as Tab visits them, in order."""
    stops = [group] if _is_stop(group) else []
    # All the way round: once stops were moved, they do not follow what they are in any more.
    widget = group.nextInFocusChain()
    while widget is not None and widget is not group:
        if group.isAncestorOf(widget) and _is_stop(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
