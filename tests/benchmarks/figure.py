# SPDX-License-Identifier: MPL-2.0
"""Measure so that a busy machine or a slow one gives the same answer as an idle, quick one."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value and the most it may be, both in the unit that ``name`` says."""

    name: str
    value: float
    limit: float

    @property
    def is_met(self) -> bool:
        """Whether the value is within its limit."""
        return self.value <= self.limit

    def __str__(self) -> str:
        """Give the line to print: ``name: 1.43 (needs <= 2.0)``."""
        digits = 2 if self.limit >= 1 else 4
        return f"{self.name}: {self.value:.{digits}f} (needs <= {self.limit})"


def median_ratio(
    candidate: Callable[[], object],
    reference: Callable[[], object],
    rounds: int = 15,
    clock: Callable[[], float] = perf_counter,
) -> float:
    """Return how many times as long ``candidate`` takes as ``reference``.

    Each round runs both, the order turning round by round, so that what else the machine does
    falls on both alike; the median leaves out the rounds in which it fell on one. Both run once
    beforehand, unmeasured. ``clock`` tells the seconds; that of the processor leaves out what other
    programs take.
    """
    candidate()
    reference()
    ratios = []
    for turn in range(rounds):
        if turn % 2:
            below, above = _seconds(reference, clock), _seconds(candidate, clock)
        else:
            above, below = _seconds(candidate, clock), _seconds(reference, clock)
        ratios.append(above / below)
    return median(ratios)


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start
