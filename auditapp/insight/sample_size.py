# SPDX-License-Identifier: MPL-2.0
"""Say how many files have to be read to be sure of something."""

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Final

from auditapp.model.round_kinds import SampleMethod
from auditapp.model.sample_plan import SamplePlan

_SLACK: Final = 1e-9
"""Less than any whole file: 0.29 × 100 is a little more or less than 29 to a computer."""


def size_for_margin(
    population: int, margin: float, confidence: float = 0.95, expected: float = 0.5
) -> int:
    """Return how many of ``population`` give a share its interval of plus or minus ``margin``.

    W. G. Cochran, "Sampling Techniques", 3rd edition (1977), sections 4.4 and 4.6: the size for a
    population without end, then the correction for one that has an end; rounded up. All figures but
    the first lie between 0 and 1.
    """
    if population < 1:
        return 0
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    endless = z**2 * expected * (1 - expected) / margin**2
    return min(population, math.ceil(endless / (1 + (endless - 1) / population) - _SLACK))


def margin_of_size(
    population: int, size: int, confidence: float = 0.95, expected: float = 0.5
) -> float:
    """Return the plus or minus of a share that ``size`` of ``population`` files give, from 0 to 1.

    The same formula as that of `size_for_margin`, the other way round: Cochran (1977), sections
    3.2 and 3.3, with the correction for a population that has an end. Of no file it is 1.
    """
    if size < 1:
        return 1.0
    if size >= population:
        return 0.0
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    left = (population - size) / (population - 1)
    return min(1.0, z * math.sqrt(expected * (1 - expected) / size * left))


def dip_sample_size(population: int, share_bad: float, confidence: float = 0.95) -> int:
    """Return the fewest files that hold a bad one with ``confidence``, if so many are bad.

    The hypergeometric distribution, drawing without putting back. The number of bad files is
    rounded down to a whole one, at least 1, which asks for the larger sample.
    """
    if population < 1:
        return 0
    bad = max(1, math.floor(share_bad * population + _SLACK))
    return _fewest(population, lambda size: chance_to_find(population, bad, size) >= confidence)


def chance_to_find(population: int, bad: int, size: int) -> float:
    """Return how likely a sample of ``size`` holds at least one of ``bad`` files, from 0 to 1."""
    return 1 - math.comb(population - bad, size) / math.comb(population, size)


def most_bad_unseen(population: int, size: int, confidence: float = 0.95) -> int:
    """Return how many may be bad although none of ``size`` drawn files was, with ``confidence``.

    More than that would have shown. Of a sample of everything it is 0.
    """
    rest = population - size
    return _fewest(rest, lambda bad: chance_to_find(population, bad + 1, size) > confidence)


def planned_size(population: int, plan: SamplePlan) -> int:
    """Return how many of ``population`` a plan asks for; never more than there are.

    What the plan does not say counts as the most careful: then everything is read.
    """
    if plan.method is SampleMethod.SIZE and plan.size is not None:
        return min(population, plan.size)
    if plan.method is SampleMethod.MARGIN and plan.margin is not None:
        return size_for_margin(population, plan.margin, plan.confidence, plan.expected)
    if plan.method is SampleMethod.DIP and plan.share_bad is not None:
        return dip_sample_size(population, plan.share_bad, plan.confidence)
    return population


def _fewest(most: int, is_enough: Callable[[int], bool]) -> int:
    """Return the smallest number up to ``most`` that is enough; what is more is enough as well."""
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle + 1, high)
    return low
