# SPDX-License-Identifier: MPL-2.0
"""Notice when nobody has touched the keyboard or the mouse for a while, or the computer slept.

Both are told by clocks that nobody can set. Qt's timers use one that stands still in sleep; beside
it runs one that does not.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import (
    QCursor,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTouchEvent,
    QWheelEvent,
)

TOUCHES: Final = frozenset(
    (QKeyEvent, QMouseEvent, QWheelEvent, QTouchEvent, QInputMethodEvent),
)
"""Told apart by class, which costs less than by type: every event of the program comes by, and a
change of colours alone sends some thirty to each widget."""

TICK: Final = 10
"""Seconds between two looks at the clock when nothing else happens."""

NOTICE: Final = 60
"""Seconds between the warning and the end of the wait: WCAG 2.2, 2.2.1, asks for 20 at least."""

SHORT_NOTICE: Final = 30
"""The same where the whole wait is one minute."""

SLEPT: Final = 60
"""Seconds without a single event, not even a tick, after which the computer must have slept."""

if sys.platform == "linux":
    _CLOCK: int | None = time.CLOCK_BOOTTIME
elif sys.platform == "darwin":  # pragma: no cover - there it is this one that runs on in sleep
    _CLOCK = time.CLOCK_MONOTONIC
else:  # pragma: no cover - on Windows ``time.monotonic`` does
    _CLOCK = None


running_seconds: Final[Callable[[], float]] = (
    time.monotonic if _CLOCK is None else partial(time.clock_gettime, _CLOCK)
)
"""Return the seconds since some moment, sleep included; setting the clock changes nothing."""


class IdleWatch(QObject):
    """Watch all events of the application while it is on.

    Signals:
        idle_soon: nothing was touched for so long that it is time for a warning.
        came_back: something was touched after the warning.
        went_idle: nothing was touched for the set time.
        slept: the computer slept. It comes before the first event after that is carried out, so
            that nothing is painted in between.
    """

    idle_soon = Signal()
    came_back = Signal()
    went_idle = Signal()
    slept = Signal()

    def __init__(
        self,
        application: QCoreApplication,
        minutes: int,
        parent: QObject | None = None,
        clock: Callable[[], float] = running_seconds,
    ) -> None:
        """Watch ``application`` by ``clock``, in seconds, once ``start`` is called."""
        super().__init__(parent)
        self._application = application
        self._clock = clock
        self._seen = clock()
        self._pointer = QPoint()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.went_idle)
        self._warning = QTimer(self, singleShot=True)
        self._warning.timeout.connect(self.idle_soon)
        self._tick = QTimer(self, interval=TICK * 1000)
        self._tick.timeout.connect(self._look)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Set the time to wait, and begin to wait anew if the watch is on."""
        notice = NOTICE if minutes > 1 else SHORT_NOTICE
        self._timer.setInterval(minutes * 60_000)
        self._warning.setInterval(minutes * 60_000 - notice * 1000)

    def start(self) -> None:
        """Begin to watch."""
        self._seen = self._clock()
        self._pointer = QCursor.pos()
        self._application.installEventFilter(self)
        self._timer.start()
        self._warning.start()
        self._tick.start()

    def stop(self) -> None:
        """Stop watching."""
        self._application.removeEventFilter(self)
        self._timer.stop()
        self._warning.stop()
        self._tick.stop()

    def wait_anew(self) -> None:
        """Begin to wait anew, as after a touch; nothing happens while it is off."""
        if not self._timer.isActive():  # it may just have ended, by what a look at the clock told
            return
        was_warned = not self._warning.isActive()
        self._timer.start()
        self._warning.start()
        if was_warned:
            self.came_back.emit()

    def _is_touch(self, event: QEvent) -> bool:
        """Tell a move of the mouse from one that only a window has come up under it.

        Windows tells of such moves, too: the warning would put off the lock it warns of.
        """
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseMove:
            return True
        before, self._pointer = self._pointer, event.globalPosition().toPoint()
        return before != self._pointer

    def _look(self) -> None:
        """Tell if the computer slept since the last look at the clock."""
        before, self._seen = self._seen, self._clock()
        if self._seen - before >= SLEPT:
            self.slept.emit()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock, begin to wait anew at each touch, and let every event pass."""
        before, self._seen = self._seen, self._clock()  # as ``_look``, without the call
        if self._seen - before >= SLEPT:
            self.slept.emit()
        if type(event) in TOUCHES and self._is_touch(event):
            self.wait_anew()
        return False
