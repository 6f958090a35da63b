# SPDX-License-Identifier: MPL-2.0
"""Notice when nobody has touched the keyboard or the mouse for a while."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent

TOUCHES = (QKeyEvent, QMouseEvent, QWheelEvent, QTouchEvent, QInputMethodEvent)
"""Told apart by class, which costs less than by type: every event of the program comes by."""


class IdleWatch(QObject):
    """Watch all events of the application while it is on.

    Signals:
        went_idle: nothing was touched for the set time.
    """

    went_idle = Signal()

    def __init__(
        self, application: QCoreApplication, minutes: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.went_idle)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Set the time to wait, and begin to wait anew if the watch is on."""
        self._timer.setInterval(minutes * 60_000)

    def start(self) -> None:
        """Begin to watch."""
        self._application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Stop watching."""
        self._application.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at each touch; let every event pass."""
        if isinstance(event, TOUCHES):
            self._timer.start()
        return False
