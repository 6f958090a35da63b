# SPDX-License-Identifier: MPL-2.0
"""Say how sure a share is that was counted in a few cases."""

import math
from dataclasses import dataclass
from typing import Final

Z_95: Final = 1.959964
"""The 97.5th percentile of the standard normal distribution: 95 % lie within it."""


@dataclass(frozen=True, slots=True)
class Share:
    """Hold ``count`` of ``total``, with an interval in which the true share probably lies.

    ``share``, ``low`` and ``high`` are from 0 to 1. A share of nothing is 0, and can be anything.
    """

    count: int
    total: int

    @property
    def share(self) -> float:
        """Return the share that was counted."""
        return self.count / self.total if self.total else 0.0

    @property
    def low(self) -> float:
        """Return the lower end of the 95 % interval."""
        return self._interval[0]

    @property
    def high(self) -> float:
        """Return the upper end of the 95 % interval."""
        return self._interval[1]

    @property
    def _interval(self) -> tuple[float, float]:
        """Return Wilson's score interval.

        E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
        Journal of the American Statistical Association 22 (1927), 209-212. It is right for few
        cases too and, unlike the usual one, never leaves 0 to 1.
        """
        if not self.total:
            return 0.0, 1.0
        square = Z_95**2 / self.total
        middle = self.share + square / 2
        reach = math.sqrt(self.share * (1 - self.share) * square + square**2 / 4)
        low = 0.0 if self.count == 0 else (middle - reach) / (1 + square)
        high = 1.0 if self.count == self.total else (middle + reach) / (1 + square)
        return low, high
