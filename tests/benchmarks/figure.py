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
    candidate: Callable[[], object], reference: Callable[[], object], rounds: int = 15
) -> float:
    """Return how many times as long ``candidate`` takes as ``reference``.

    Each round runs both, the order turning round by round, so that what else the machine does
    falls on both alike; the median leaves out the rounds in which it fell on one. Both run once
    beforehand, unmeasured.
    """
    candidate()
    reference()
    ratios = []
    for turn in range(rounds):
        if turn % 2:
            below, above = _seconds(reference), _seconds(candidate)
        else:
            above, below = _seconds(candidate), _seconds(reference)
        ratios.append(above / below)
    return median(ratios)


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
