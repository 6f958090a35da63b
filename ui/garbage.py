# SPDX-License-Identifier: MPL-2.0
"""Let Python clear up where nothing is under way: between two events, in the window's own thread.

By itself Python clears up wherever objects are made. Where that is in the middle of Qt's own work,
such as styling every widget anew, or in a thread of a job, widgets that nobody holds any more are
deleted under Qt's hands, and the program crashes.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_INTERVAL: Final = 1000
"""Milliseconds between two looks at whether there is enough to clear up."""


class Garbage(QObject):
    """Clear up in the place of Python, as seldom and as thoroughly as that would."""

    def __init__(self, parent: QObject) -> None:
        """Take over; Python does it again when ``parent`` is gone."""
        super().__init__(parent)
        gc.disable()
        parent.destroyed.connect(gc.enable)
        timer = QTimer(self, interval=_INTERVAL)
        timer.timeout.connect(self.clear_up)
        timer.start()

    def clear_up(self) -> None:
        """Clear up the generations that have more in them than Python would let gather."""
        for generation, limit in enumerate(gc.get_threshold()):
            if not limit or gc.get_count()[generation] <= limit:
                break
            gc.collect(generation)
