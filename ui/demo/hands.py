# SPDX-License-Identifier: MPL-2.0
"""Work the window by the keyboard, as a person without a mouse does."""

import datetime as dt
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_TABS: Final = 120
PATIENCE: Final = 180_000
"""Milliseconds to wait for something that takes its time, such as a report.

More than a report is given, so that on a computer that is too busy the report says so itself.
"""
PLACES: Final = 8
"""How many places the rail has, at most."""
GLANCE: Final = 0.02
"""Seconds between two looks at what is waited for."""


class LostError(RuntimeError):
    """Say what could not be reached by the keyboard, and from where."""


class Hands:
    """Press keys. Every key goes to whatever has the focus at that moment."""

    def __init__(self, window: QWidget) -> None:
        """Take the keyboard of ``window``.

        Raises:
            LostError: It never got the keyboard.
        """
        self._window = window
        self._activate(window)

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key or a combination such as ``Alt+Right``."""
        combination = QKeySequence(keys)[0]  # type: ignore[index] # it is; the stubs forgot
        for _time in range(times):
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text; a line end is the Enter key."""
        for character in text:
            if character == "\n":
                self.press("Return")
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(
                    kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character
                )
                QApplication.sendEvent(self._target(), event)
        QCoreApplication.processEvents()

    def fill(self, name: str, text: str, *, nth: int = 1) -> None:
        """Go to the field called ``name`` by Tab and type ``text`` in place of what is there."""
        self.tab_to(name, nth=nth)
        self.press("Ctrl+A")
        self.type(text)

    def tab_to(self, name: str, *, nth: int = 1) -> None:
        """Press Tab until the focus is on the ``nth`` control called ``name``.

        The control that has the focus already counts.

        Raises:
            LostError: The focus went round without coming to it.
        """
        passed = []
        for _step in range(MOST_TABS):
            passed.append(self.focused_name)
            if passed[-1] == name:
                nth -= 1
                if nth == 0:
                    return
            self.press("Tab")
        raise LostError(f"{name!r} is not among {sorted(set(passed))}")

    def tick(self, name: str, *, nth: int = 1) -> None:
        """Go to a button, box or answer by Tab and press it with the space bar."""
        self.tab_to(name, nth=nth)
        self.press("Space")

    def arrow_to(self, name: str) -> None:
        """Go down a group by the arrow key to the answer called ``name``.

        Raises:
            LostError: The group has no such answer.
        """
        self._step_to(name, "Down")

    def arrow_across_to(self, name: str) -> None:
        """Go along a row by the arrow key to the button called ``name``.

        Raises:
            LostError: The row has no such button.
        """
        self._step_to(name, "Right")

    def _step_to(self, name: str, key: str) -> None:
        passed = []
        for _step in range(MOST_TABS):
            passed.append(self.focused_name)
            if passed[-1] == name:
                return
            self.press(key)
        raise LostError(f"{name!r} is not among {sorted(set(passed))}")

    def go_by_rail(self, page: str) -> None:
        """Go to a page of the rail, which is a single stop of Tab."""
        self.tab_to("Lock")
        self.press("Shift+Tab")
        self.press("Up", times=PLACES)  # to its upper end, wherever it began
        self.arrow_to(page)
        self.press("Space")

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Let the window work until ``condition`` holds.

        Raises:
            LostError: It did not come to hold.
        """
        deadline = QDeadlineTimer(PATIENCE)
        while not condition():
            if deadline.hasExpired():
                raise LostError(f"{what} did not come about")
            QCoreApplication.processEvents()
            time.sleep(GLANCE)  # which leaves the processor to whoever is waited for

    def rest(self) -> None:
        """Let the window finish what it has begun."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

    @property
    def focused_name(self) -> str:
        """What a screen reader calls the control that has the focus."""
        widget = self._focused()
        accessible = QAccessible.queryAccessibleInterface(widget)
        # On Linux Qt gives a drop-down list its value for a name, and the name by a relation.
        return widget.accessibleName() or accessible.text(QAccessible.Text.Name)

    def _activate(self, window: QWidget) -> None:
        window.activateWindow()
        if not QTest.qWaitForWindowActive(window, PATIENCE):
            raise LostError("the window did not get the keyboard")

    def _target(self) -> QWidget:
        """Return what gets the keys: an open list of suggestions before all else."""
        return QApplication.activePopupWidget() or self._focused()

    def _focused(self) -> QWidget:
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            # Without a screen a list of suggestions takes the keyboard along when it closes.
            self._activate(QApplication.activeModalWidget() or self._window)
        widget = QApplication.focusWidget()
        if widget is None:
            raise LostError("nothing has the focus")
        return widget


def typed_date(day: dt.date) -> str:
    """Return a date as an auditor types it."""
    return day.strftime("%d/%m/%Y")
