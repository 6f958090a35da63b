# SPDX-License-Identifier: MPL-2.0
"""Spread a sample over strata, such as teams, so that everybody gets the same from the same list.

All figures are whole or fractions, never ``float``: the same on every computer.
"""

import math
from collections.abc import Mapping
from fractions import Fraction

from auditapp.errors import SamplingError
from auditapp.i18n import _
from auditapp.model.round_kinds import StrataMethod

Sizes = Mapping[str, int]
"""How many cases each stratum has, by its name."""


def spread(sizes: Sizes, size: int, method: StrataMethod, least_each: int = 0) -> dict[str, int]:
    """Return how many of ``size`` cases come from each stratum; together they are ``size``.

    No stratum gives more than it has, and each gives ``least_each``, as far as it has them.

    Raises:
        SamplingError: there are fewer cases than that, or the least of all strata is more.
    """
    if size > sum(sizes.values()):
        raise SamplingError(
            _("There are only {count} cases to draw from.").format(count=sum(sizes.values())),
            _("Ask for a smaller sample, or exclude fewer."),
        )
    least = {name: min(count, least_each) for name, count in sizes.items()}
    if sum(least.values()) > size:
        raise SamplingError(
            _("{least} from every group make {sum} cases, more than the sample of {size}.").format(
                least=least_each, sum=sum(least.values()), size=size
            ),
            _("Ask for a larger sample, or fewer from every group."),
        )
    if method is StrataMethod.EQUAL:
        return _equally(sizes, size, least)
    return _in_proportion(sizes, size, least)


def _in_proportion(sizes: Sizes, size: int, least: Sizes) -> dict[str, int]:
    """Spread by largest remainder (Hamilton's method), those that fall below their least first."""
    fixed: dict[str, int] = {}
    while True:
        free = [name for name in sorted(sizes) if name not in fixed]
        left = size - sum(fixed.values())
        cases = sum(sizes[name] for name in free)
        due = {name: Fraction(left * sizes[name], cases) for name in free if cases}
        low = {name: least[name] for name in due if due[name] < least[name]}
        if not low:
            break
        fixed |= low
    parts = {name: math.floor(part) for name, part in due.items()}
    # Of equal remainders the larger stratum's counts, then the one that the alphabet has first.
    order = sorted(due, key=lambda name: (parts[name] - due[name], -sizes[name], name))
    for name in order[: left - sum(parts.values())]:
        parts[name] += 1
    return {name: (fixed | parts).get(name, 0) for name in sorted(sizes)}


def _equally(sizes: Sizes, size: int, least: Sizes) -> dict[str, int]:
    """Give one to each stratum in turn, the largest first, until all are given."""
    parts = {name: least[name] for name in sorted(sizes)}
    order = sorted(sizes, key=lambda name: (-sizes[name], name))
    for _turn in range(size - sum(parts.values())):
        name = min(
            (each for each in order if parts[each] < sizes[each]), key=lambda each: parts[each]
        )
        parts[name] += 1
    return parts
