# SPDX-License-Identifier: MPL-2.0
"""Remember where in a view somebody was: focus, caret, selection, row and scrolling.

No words are kept. A widget is known again by a hash of its name, as a view that is made anew has
the same widgets in the same order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_TRIES: Final = 20
_PAUSE: Final = 15
"""How often, and after how many milliseconds, it is seen whether a page is long enough already."""

Key = tuple[str, int, int]
"""The class of a widget, a hash of its accessible name, and its number among those alike."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Hold where somebody was in a view, without a word of what it shows.

    Args:
        focus: The widget with the focus.
        anchor: Where in its text the selection begins, in characters; else the row of a list.
        position: Where in its text the caret is, in characters.
        scrolls: How far each visible area is scrolled down, in the area's own units.
    """

    focus: Key | None = None
    anchor: int = 0
    position: int = 0
    scrolls: tuple[tuple[Key, int], ...] = ()


def read_spot(view: QWidget) -> Spot:
    """Return where somebody is in ``view``, which is on show."""
    focus = view.window().focusWidget()
    keys = {widget: key for key, widget in _widgets(view)}
    scrolls = tuple(
        (key, widget.verticalScrollBar().value())
        for widget, key in keys.items()
        if isinstance(widget, QAbstractScrollArea) and widget.verticalScrollBar().value()
    )
    if focus is None or focus not in keys:
        return Spot(scrolls=scrolls)
    return Spot(keys[focus], *_caret(focus), scrolls)


def go_to_spot(view: QWidget, spot: Spot) -> None:
    """Go where somebody was in ``view``, as far as that is still there; scroll once laid out."""
    widgets = dict(_widgets(view))
    focus = widgets.get(spot.focus) if spot.focus is not None else None
    if focus is not None:
        focus.setFocus()
        _set_caret(focus, spot.anchor, spot.position)
    for key, value in spot.scrolls:
        area = widgets.get(key)
        if isinstance(area, QAbstractScrollArea):
            _Scrolling(area, value)


def _widgets(view: QWidget) -> Iterator[tuple[Key, QWidget]]:
    """Yield each visible widget that can have the focus or be scrolled, with its key."""
    numbers: dict[tuple[str, int], int] = {}
    for widget in view.findChildren(QWidget):
        if not widget.isVisible():
            continue
        alike = (type(widget).__name__, hash(widget.accessibleName()))
        numbers[alike] = numbers.get(alike, -1) + 1
        yield (*alike, numbers[alike]), widget


def _caret(widget: QWidget) -> tuple[int, int]:
    if isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        return cursor.anchor(), cursor.position()
    if isinstance(widget, QLineEdit):
        position, start = widget.cursorPosition(), widget.selectionStart()
        if start < 0:
            return position, position
        return (widget.selectionEnd() if position == start else start), position
    if isinstance(widget, QAbstractItemView):
        return widget.currentIndex().row(), 0
    return 0, 0


def _set_caret(widget: QWidget, anchor: int, position: int) -> None:
    if isinstance(widget, QPlainTextEdit):
        cursor, most = widget.textCursor(), widget.document().characterCount() - 1
        cursor.setPosition(min(anchor, most))
        cursor.setPosition(min(position, most), QTextCursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    elif isinstance(widget, QLineEdit):
        widget.setSelection(anchor, position - anchor)
        if anchor == position:
            widget.setCursorPosition(position)
    elif isinstance(widget, QAbstractItemView) and anchor >= 0:
        model: QAbstractItemModel | None = widget.model()
        if model is not None and anchor < model.rowCount():
            widget.setCurrentIndex(model.index(anchor, 0))


class _Scrolling(QObject):
    """Scroll an area as if by hand, as soon as it is laid out far enough."""

    def __init__(self, area: QAbstractScrollArea, value: int) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._value = value
        self._tries = 0
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        self._tries += 1
        is_long_enough = self._bar.maximum() >= self._value
        # Twice at least: an area may still follow the focus in its first rounds of layout.
        if is_long_enough or self._tries >= _TRIES:
            self._bar.setSliderPosition(min(self._value, self._bar.maximum()))
            # So that it counts as the person's own scrolling, and nothing scrolls back.
            self._bar.triggerAction(QAbstractSlider.SliderAction.SliderMove)
            if self._tries > 1:
                self.deleteLater()
                self._timer.stop()
