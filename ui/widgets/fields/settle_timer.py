# SPDX-License-Identifier: MPL-2.0
"""Tell what is typed in short steps, not key by key."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

SETTLE_MS: Final = 300
"""Milliseconds after the first key that is not told yet.

It runs on while the typing goes on, so a text is never older than this before it is on its way to
the disk. It is less than the 400 ms that are promised for the whole way.
"""


class SettleTimer(QObject):
    """Tells at most once in each ``SETTLE_MS`` that something was typed.

    Signals:
        settled: something was typed ``SETTLE_MS`` ago, or somebody asked not to wait.
    """

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        """Start at rest."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.settled)

    def touch(self) -> None:
        """Note that something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def settle_now(self) -> None:
        """Emit ``settled`` at once if something was typed since the last time."""
        if self.is_pending:
            self._timer.stop()
            self.settled.emit()

    def cancel(self) -> None:
        """Forget what was typed."""
        self._timer.stop()

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that has not been told yet."""
        return self._timer.isActive()
