# SPDX-License-Identifier: MPL-2.0
"""Wait until the user stops typing."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

SETTLE_MS: Final = 400
"""Milliseconds after the last key press at which a text counts as settled."""


class SettleTimer(QObject):
    """Tells once when typing has come to rest.

    Signals:
        settled: nothing was typed for ``SETTLE_MS``, or somebody asked not to wait.
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
