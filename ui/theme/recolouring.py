# SPDX-License-Identifier: MPL-2.0
"""Put another set of colours on all that there is, without missing a frame.

A new style sheet, or no more than a new palette for a sheet to follow, has Qt style every widget
there is in one go, most of which lie on pages that are not on show. Here each is styled once: what
is on show at once, the rest a few at a time between events.
"""

from collections.abc import Iterator
from time import perf_counter
from typing import Final
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.style_sheet import MARK

_AT_A_TIME: Final = 0.004
"""Seconds for which hidden widgets are styled at a time: a quarter of a frame."""


# Not found among the children of the application: to look at these makes the class of its style,
# which takes PySide a thirtieth of the whole start.
_OF: "Final[WeakKeyDictionary[QApplication, Recolouring]]" = WeakKeyDictionary()


class Recolouring(QObject):
    """Style the widgets of an application anew, those on show first."""

    def __init__(self, application: QApplication) -> None:
        """Wait for a first set of colours."""
        super().__init__(application)
        self._application = application
        self._name = ""
        self._steps: Iterator[None] = iter(())
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._go_on)

    def put_on(self, name: str) -> None:
        """Have all windows wear the set of that name, which the style sheet holds.

        What is on show wears it before the next frame is painted.
        """
        self.mark_all(name)
        self._application.installEventFilter(self)  # for what is made from now on
        self._steps = self._style_all()
        self._next.start()

    def mark_all(self, name: str) -> None:
        """Have all windows name the set of colours that they wear when they are next styled."""
        self._next.stop()
        self._steps = iter(())
        self._name = name
        for widget in self._application.allWidgets():
            if widget.parentWidget() is None:
                widget.setProperty(MARK, name)
            elif widget.property(MARK) is not None:  # it was in nothing while it was put together
                widget.setProperty(MARK, None)

    def settle(self) -> None:
        """Style now what is left to style."""
        for _step in self._steps:
            pass

    def _mark(self, widget: QWidget) -> None:
        """Mark what is around a widget and in nothing else."""
        while (around := widget.parentWidget()) is not None:
            widget = around
        if widget.property(MARK) != self._name:
            widget.setProperty(MARK, self._name)

    def _go_on(self) -> None:
        end = perf_counter() + _AT_A_TIME
        while perf_counter() < end:
            if next(self._steps, self) is self:
                self._next.stop()
                return

    def _style_all(self) -> Iterator[None]:
        """Style everything on show in one step, and every other widget in one of its own."""
        styled = Qt.WidgetAttribute.WA_WState_Polished  # the others are styled when they show
        widgets = [each for each in self._application.allWidgets() if each.testAttribute(styled)]
        hidden = []
        for each in widgets:
            if each.isVisible():
                self._style(each)
            else:
                hidden.append(each)
        for window in self._application.topLevelWidgets():
            window.update()
        yield
        for each in hidden:
            if shiboken6.isValid(each):  # it may be gone since
                self._style(each)
                yield

    def _style(self, widget: QWidget) -> None:
        self._application.style().polish(widget)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark what is about to be styled for the first time, which may be in no window yet."""
        if event.type() == QEvent.Type.Polish and isinstance(watched, QWidget):
            self._mark(watched)
        return False


def recolouring_of(application: QApplication) -> Recolouring:
    """Return the one of an application, which has the same widgets whatever their theme."""
    if application not in _OF:
        _OF[application] = Recolouring(application)
    return _OF[application]
