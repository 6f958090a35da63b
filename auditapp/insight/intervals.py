# SPDX-License-Identifier: MPL-2.0
"""Say how sure a share is that was counted in a few cases."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

Z_95: Final = 1.959964
"""The 97.5th percentile of the standard normal distribution: 95 % lie within it."""

EXACT_MOST: Final = 1_000
"""The most cases for which an exact interval is worked out; beyond, Wilson's is as good."""

_TAIL: Final = 0.025
_HALVINGS: Final = 60
"""After so many an interval from 0 to 1 is as narrow as a ``float`` can tell."""


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


def exact_interval(share: Share) -> tuple[float, float]:
    """Return the interval that covers the true share in at least 95 of 100 samples, whatever it is.

    It is wider than Wilson's, which covers it in 95 on average; for few cases and a claim that must
    stand. C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in
    the case of the binomial", Biometrika 26 (1934), 404-413. For more than ``EXACT_MOST`` cases
    Wilson's is returned: the two no longer differ to the eye.
    """
    count, total = share.count, share.total
    if total == 0 or total > EXACT_MOST:
        return share.low, share.high
    low = 0.0 if count == 0 else _where(lambda p: _at_least(count, total, p) >= _TAIL)
    high = 1.0 if count == total else _where(lambda p: _at_least(count + 1, total, p) >= 1 - _TAIL)
    return low, high


def _where(is_reached: Callable[[float], bool]) -> float:
    """Return the share from which on ``is_reached`` holds."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_reached(middle) else (middle, high)
    return (low + high) / 2


def _at_least(count: int, total: int, share: float) -> float:
    """Return how likely ``count`` or more of ``total`` are, each with the likelihood ``share``.

    The smaller of the two tails is added up, away from its largest term, so that nothing cancels
    out and no term is lost.
    """
    if count > total * share:
        return _tail(count, total, share)
    return 1 - _tail(total - count + 1, total, 1 - share)


def _tail(count: int, total: int, share: float) -> float:
    """Add up the likelihoods of ``count`` to ``total``, which fall from the first on."""
    odds = share / (1 - share)
    ways = math.lgamma(total + 1) - math.lgamma(count + 1) - math.lgamma(total - count + 1)
    term = math.exp(ways + count * math.log(share) + (total - count) * math.log1p(-share))
    whole = 0.0
    for at in range(count, total + 1):
        whole += term
        term *= odds * (total - at) / (at + 1)
    return whole
