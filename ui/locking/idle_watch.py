# SPDX-License-Identifier: MPL-2.0
"""Notice when nobody has touched the keyboard or the mouse for a while, or the computer slept.

Both are told by clocks that nobody can set. Qt's timers use one that stands still in sleep; beside
it runs one that does not.
"""

import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent

TOUCHES = (QKeyEvent, QMouseEvent, QWheelEvent, QTouchEvent, QInputMethodEvent)
"""Told apart by class, which costs less than by type: every event of the program comes by."""

TICK: Final = 10
"""Seconds between two looks at the clock when nothing else happens."""

SLEPT: Final = 60
"""Seconds without a single event, not even a tick, after which the computer must have slept."""

if sys.platform == "linux":
    _CLOCK: int | None = time.CLOCK_BOOTTIME
elif sys.platform == "darwin":  # pragma: no cover - there it is this one that runs on in sleep
    _CLOCK = time.CLOCK_MONOTONIC
else:  # pragma: no cover - on Windows ``time.monotonic`` does
    _CLOCK = None


def running_seconds() -> float:
    """Return the seconds since some moment, sleep included; setting the clock changes nothing."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


class IdleWatch(QObject):
    """Watch all events of the application while it is on.

    Signals:
        went_idle: nothing was touched for the set time.
        slept: the computer slept. It comes before the first event after that is carried out, so
            that nothing is painted or typed in between.
    """

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
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.went_idle)
        self._tick = QTimer(self, interval=TICK * 1000)
        self._tick.timeout.connect(self._has_slept)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Set the time to wait, and begin to wait anew if the watch is on."""
        self._timer.setInterval(minutes * 60_000)

    def start(self) -> None:
        """Begin to watch."""
        self._seen = self._clock()
        self._application.installEventFilter(self)
        self._timer.start()
        self._tick.start()

    def stop(self) -> None:
        """Stop watching."""
        self._application.removeEventFilter(self)
        self._timer.stop()
        self._tick.stop()

    def _has_slept(self) -> bool:
        """Look at the clock; tell, and return, whether the computer slept since the last look."""
        before, self._seen = self._seen, self._clock()
        has_slept = self._seen - before >= SLEPT
        if has_slept:
            self.slept.emit()
        return has_slept

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at each touch; let every event pass but a touch that ended a sleep.

        That touch was meant for what was on the screen before, and that is gone.
        """
        has_slept = self._has_slept()
        if isinstance(event, TOUCHES):
            if has_slept:
                return True
            self._timer.start()
        return False
