# SPDX-License-Identifier: MPL-2.0
"""Tell whether shares rise or fall from one period to the next, and compare two rounds."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.insight.intervals import Z_95, Share

RARE: Final = 0.05
"""What chance would give less often than this is called a trend, a lean or a clear difference."""

_FEWEST_PERIODS: Final = 3


@dataclass(frozen=True, slots=True)
class Trend:
    """Hold the result of a trend test over ``periods`` shares of ``total`` cases in all.

    ``z`` is above 0 for a rise; ``chance`` is how likely one at least as steep is when nothing
    changes, two-sided, from 0 to 1.
    """

    z: float
    chance: float
    periods: int
    total: int

    @property
    def is_rare(self) -> bool:
        """Tell whether chance alone would seldom give it."""
        return self.chance < RARE


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold how a share differs between two groups: second less first, with its 95 % interval.

    ``odds`` is how many times the odds of the first those of the second are, with its interval.
    """

    first: Share
    second: Share
    value: float
    low: float
    high: float
    odds: float
    odds_low: float
    odds_high: float

    @property
    def is_clear(self) -> bool:
        """Tell whether the interval leaves no difference out."""
        return self.low > 0 or self.high < 0


def trend(shares: Sequence[Share], scores: Sequence[float] | None = None) -> Trend | None:
    """Return the Cochran-Armitage test for a trend in shares; None when nothing can be told.

    W. G. Cochran, Biometrics 10 (1954), 417-451; P. Armitage, "Tests for linear trends in
    proportions and frequencies", Biometrics 11 (1955), 375-386. ``scores`` place the periods on
    the time axis; without them they are evenly spaced. Periods of nobody do not count. Nothing can
    be told of fewer than three periods, or where all or none are counted.
    """
    places = range(len(shares)) if scores is None else scores
    pairs = [(at, each) for at, each in zip(places, shares, strict=True) if each.total]
    total = sum(each.total for _at, each in pairs)
    count = sum(each.count for _at, each in pairs)
    if len(pairs) < _FEWEST_PERIODS or count in (0, total):
        return None
    overall = count / total
    mean = sum(at * each.total for at, each in pairs) / total
    lean = sum((at - mean) * (each.count - each.total * overall) for at, each in pairs)
    spread = sum(each.total * (at - mean) ** 2 for at, each in pairs)
    z = lean / math.sqrt(overall * (1 - overall) * spread)
    return Trend(z, math.erfc(abs(z) / math.sqrt(2)), len(pairs), total)


def difference(first: Share, second: Share) -> Difference | None:
    """Compare a share in two rounds, or two other groups; None when one of them is of nobody.

    The interval of the difference is R. G. Newcombe's hybrid of two score intervals ("Interval
    estimation for the difference between independent proportions: comparison of eleven methods",
    Statistics in Medicine 17 (1998), 873-890, method 10). The odds ratio has B. Woolf's interval
    (Annals of Human Genetics 19 (1955), 251-253), with a half added to every count where one is 0
    (J. B. S. Haldane, the same 20 (1956), 309-311).
    """
    if not first.total or not second.total:
        return None
    value = second.share - first.share
    down = math.hypot(second.share - second.low, first.high - first.share)
    up = math.hypot(second.high - second.share, first.share - first.low)
    return Difference(first, second, value, value - down, value + up, *_odds(first, second))


def _odds(first: Share, second: Share) -> tuple[float, float, float]:
    counts = [
        second.count,
        second.total - second.count,
        first.count,
        first.total - first.count,
    ]
    if 0 in counts:
        yes, no, yes_first, no_first = (count + 0.5 for count in counts)
    else:
        yes, no, yes_first, no_first = counts
    ratio = yes * no_first / (no * yes_first)
    reach = math.exp(Z_95 * math.sqrt(1 / yes + 1 / no + 1 / yes_first + 1 / no_first))
    return ratio, ratio / reach, ratio * reach


def expected_by_chance(comparisons: int) -> float:
    """Return how many of so many comparisons come out as clear when nothing differs at all."""
    return comparisons * RARE
