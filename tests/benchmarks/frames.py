# SPDX-License-Identifier: MPL-2.0
"""Tell how long the event loop of a window is away at a time, while keys are pressed.

A *turn* is what the loop does from one look at a clock to the next: it handles a key, lays out,
paints, takes in what a job found. While a turn lasts nothing is painted and no key answered, so a
turn that is longer than the refresh of the screen is a frame that is missed. A timer without
interval asks for a turn as soon as the one before is over, in the loop that runs in the program
too (``exec``); keys come to the window as from a keyboard, each after the one before has long had
its effect, timers and jobs that it set off included.

A turn is told in time of the processor, all threads of the program together: what else the machine
does is left out, and a job that keeps the window waiting for Python's lock counts. Each step is
taken in several rounds, the median of its longest turns is taken, and of all steps the longest.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, process_time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

REFRESH = 1 / 60
"""Seconds between two pictures of a common screen."""

REST = 0.35
"""Seconds in which nothing may happen until the next step: longer than typing is waited for."""

LONG = 0.0005
"""Seconds from which a turn counts as something that happens; an idle one takes a tenth."""


@dataclass
class Step:
    """One thing that a person does, and the longest turn that each round of it took, in seconds."""

    name: str
    do: Callable[[], object]
    turns: list[float] = field(default_factory=list)


class Loop(QObject):
    """Take steps in the real event loop, and note how long its turns are."""

    def __init__(self, application: QApplication, is_busy: Callable[[], bool]) -> None:
        """Wait after each step until ``is_busy`` says that no job is under way."""
        super().__init__()
        self._application = application
        self._is_busy = is_busy
        self._steps: list[Step] = []
        self._longest = 0.0
        self._before = 0.0
        self._quiet_since = 0.0
        self._beat = QTimer(self, interval=0)
        self._beat.timeout.connect(self._on_beat)

    def take(self, steps: Sequence[Step]) -> None:
        """Take the steps one after the other, and add to each its longest turn."""
        self._steps = list(steps)
        self._begin()
        self._beat.start()
        self._application.exec()
        self._beat.stop()

    def _begin(self) -> None:
        self._longest = 0.0
        self._quiet_since = perf_counter()
        self._before = process_time()
        QTimer.singleShot(0, self._steps[0].do)

    def _on_beat(self) -> None:
        now = process_time()
        turn, self._before = now - self._before, now
        self._longest = max(self._longest, turn)
        if turn > LONG or self._is_busy():
            self._quiet_since = perf_counter()
        elif perf_counter() - self._quiet_since > REST:
            self._steps.pop(0).turns.append(self._longest)
            if self._steps:
                self._begin()
            else:
                self._application.exit()  # ``quit`` would close the windows


def longest(steps: Sequence[Step]) -> tuple[float, str]:
    """Return the longest of the steps, in refreshes of the screen, and its name."""
    return max((median(each.turns) / REFRESH, each.name) for each in steps)
