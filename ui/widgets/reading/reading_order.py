# SPDX-License-Identifier: MPL-2.0
"""Take Tab through a window in reading order, whatever was made first.

Qt goes in the order in which widgets were made. What is made late (a page, a row, one more card)
would come last; ``QWidget.setTabOrder`` moves single widgets and is led astray by focus proxies;
and PySide takes what ``nextInFocusChain`` returns for a child of the widget that was asked, and
breaks it when it lets go of that one. So a window asks here instead, in ``focusNextPrevChild``.

Reading order is the order of the layouts: a widget, then what is in it, then what comes after it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.widgets.arranging.layout_parts import laid_out


def go_to_next_stop(window: QWidget, *, forwards: bool) -> bool:
    """Give the focus to the stop after the one that has it in ``window``, or before it.

    After the last comes the first. Return False, and change nothing, when there is no other stop,
    and when what had the focus has just been hidden: it may be half taken apart, and is Qt's to
    leave.
    """
    focus = window.focusWidget() or window
    if not focus.isVisibleTo(window):
        return False
    for widget in _on_the_way(focus, window, forwards=forwards):
        if _is_stop(widget):
            reason = Qt.FocusReason.TabFocusReason
            widget.setFocus(reason if forwards else Qt.FocusReason.BacktabFocusReason)
            return True
    return False


def stops_in(window: QWidget) -> list[QWidget]:
    """Return everything in ``window`` that Tab comes to, in reading order."""
    return [widget for widget in _inside(window, forwards=True) if _is_stop(widget)]


def _is_stop(widget: QWidget) -> bool:
    # A widget with a focus proxy only hands on: the proxy is a stop, in its own place.
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes_tab) and widget.isEnabled() and widget.focusProxy() is None


def _on_the_way(focus: QWidget, window: QWidget, *, forwards: bool) -> Iterator[QWidget]:
    """Yield the widgets on show from ``focus`` to the end, and from there round to ``focus``."""
    if forwards:
        yield from _inside(focus, forwards=True)
    widget, around = focus, focus.parentWidget()
    while widget is not window and around is not None:
        parts = _parts(around, forwards=forwards)
        for part in parts[parts.index(widget) + 1 :]:
            yield from _whole(part, forwards=forwards)
        if not forwards:
            yield around
        widget, around = around, around.parentWidget()
    for part in _inside(window, forwards=forwards):
        if part is focus:
            return
        yield part


def _whole(widget: QWidget, *, forwards: bool) -> Iterator[QWidget]:
    """Yield ``widget``, unless it is hidden, and what is in it."""
    if widget.isHidden():
        return
    if forwards:
        yield widget
    yield from _inside(widget, forwards=forwards)
    if not forwards:
        yield widget


def _inside(widget: QWidget, *, forwards: bool) -> Iterator[QWidget]:
    for part in _parts(widget, forwards=forwards):
        yield from _whole(part, forwards=forwards)


def _parts(widget: QWidget, *, forwards: bool) -> Sequence[QWidget]:
    """Return the widgets right inside ``widget``: those of its layout, then the others."""
    laid_out = _laid_out(widget.layout())
    children = (child for child in widget.children() if isinstance(child, QWidget))
    # A dialog is a child too, but a window of its own.
    others = [child for child in children if not child.isWindow() and child not in laid_out]
    parts = [*laid_out, *others]
    return parts if forwards else parts[::-1]


def _laid_out(layout: QLayout | None) -> list[QWidget]:
    """Return the widgets of ``layout`` and of the layouts in it, in reading order."""
    if layout is None:
        return []
    widgets: list[QWidget] = []
    parts = laid_out(layout)
    for number in _in_reading_order(layout, parts):
        part = parts[number]
        widgets += _laid_out(part) if isinstance(part, QLayout) else [part]
    return widgets


def _in_reading_order(layout: QLayout, numbers: Iterable[int]) -> Iterable[int]:
    """Return the numbers of the items in reading order. A grid counts them as they were added."""
    if not isinstance(layout, QGridLayout):
        return numbers
    return sorted(numbers, key=lambda number: _cell(layout, number))


def _cell(grid: QGridLayout, number: int) -> tuple[int, int]:
    row, column, *_spans = cast("tuple[int, int, int, int]", grid.getItemPosition(number))
    return row, column
