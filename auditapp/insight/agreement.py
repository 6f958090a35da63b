# SPDX-License-Identifier: MPL-2.0
"""Say how far two readers of the same case files agree: in all, by auditor and by question.

Whatever was graded twice is a pair. Only what stands on one scale with an order can be counted
together; "could not find" and "not applicable" have no place in it and are left out before.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from auditapp.insight.agreement_coefficients import Coefficient, Weights, gwet, kappa
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST
from auditapp.model.grade import GradeBand

GRADES: tuple[str, ...] = tuple(GradeBand)
"""The four grades, best first: the scale of grades and of ratings of quality."""

COMPLIANCE: tuple[str, ...] = ("met", "partly_met", "not_met")
"""The ordered part of the built-in scale of compliance, best first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold what two readers chose for the same thing: an audit's grade, or a question's rating.

    Args:
        first: the auditor's choice, a name of the scale.
        second: the moderator's.
        auditor: who chose first.
        subject: what was graded: the key of a grade, or a criterion.
    """

    first: str
    second: str
    auditor: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Direction:
    """Count how the second reader differs from the first.

    ``chance`` is how likely a lean at least as strong is when neither side is favoured: the exact
    sign test, two-sided (W. J. Dixon and A. M. Mood, Journal of the American Statistical
    Association 41 (1946), 557-566). Pairs that agree say nothing about it.
    """

    higher: int
    same: int
    lower: int

    @property
    def chance(self) -> float:
        """Return that likelihood, from 0 to 1; 1 when nothing differs."""
        differing = self.higher + self.lower
        fewer = min(self.higher, self.lower)
        tail = sum(math.comb(differing, k) for k in range(fewer + 1))
        return min(1.0, 2 * tail / (1 << differing))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hold how far two readers agree.

    ``exact`` and ``within_one`` count pairs; with fewer than ``FEWEST`` they say nothing, see
    ``is_share_telling``. The coefficients are None below ``fewest_pairs``, or where they cannot be
    worked out.
    """

    exact: Share
    within_one: Share
    direction: Direction
    fewest: int
    kappa: Coefficient | None
    kappa_linear: Coefficient | None
    kappa_quadratic: Coefficient | None
    ac1: Coefficient | None
    ac2_linear: Coefficient | None
    ac2_quadratic: Coefficient | None

    @property
    def total(self) -> int:
        """Return how many pairs there are."""
        return self.exact.total

    @property
    def is_share_telling(self) -> bool:
        """Tell whether there are enough pairs for a share of them."""
        return self.total >= FEWEST

    @property
    def is_coefficient_telling(self) -> bool:
        """Tell whether there are enough pairs for the coefficients."""
        return self.total >= self.fewest


def fewest_pairs(scale: Sequence[str]) -> int:
    """Return the fewest pairs for which a coefficient is worked out: 32 on a scale of four.

    Twice the square of the number of choices: D. V. Cicchetti, "Testing the normal approximation
    and minimal sample size requirements of weighted kappa when the number of categories is large",
    Applied Psychological Measurement 5 (1981), 101-104.
    """
    return 2 * len(scale) ** 2


def agreement(pairs: Sequence[Pair], scale: Sequence[str] = GRADES) -> Agreement:
    """Return how far the two readers of ``pairs`` agree on ``scale``, which is best first.

    Raises ``ValueError`` for a choice that the scale does not have.
    """
    places = [(scale.index(pair.first), scale.index(pair.second)) for pair in pairs]
    steps = [first - second for first, second in places]
    counts = Counter(places)
    table = [[counts[i, j] for j in range(len(scale))] for i in range(len(scale))]
    fewest = fewest_pairs(scale)
    is_enough = len(pairs) >= fewest

    def coefficient(
        work_out: Callable[..., Coefficient | None], weights: Weights
    ) -> Coefficient | None:
        """Work out a coefficient of all pairs, unless there are too few for any."""
        return work_out(table, weights) if is_enough else None

    return Agreement(
        exact=Share(steps.count(0), len(steps)),
        within_one=Share(sum(abs(step) <= 1 for step in steps), len(steps)),
        direction=Direction(
            sum(step > 0 for step in steps), steps.count(0), sum(step < 0 for step in steps)
        ),
        fewest=fewest,
        kappa=coefficient(kappa, Weights.NONE),
        kappa_linear=coefficient(kappa, Weights.LINEAR),
        kappa_quadratic=coefficient(kappa, Weights.QUADRATIC),
        ac1=coefficient(gwet, Weights.NONE),
        ac2_linear=coefficient(gwet, Weights.LINEAR),
        ac2_quadratic=coefficient(gwet, Weights.QUADRATIC),
    )


def by_auditor(pairs: Sequence[Pair], scale: Sequence[str] = GRADES) -> dict[str, Agreement]:
    """Return how far the second readers agree with each auditor, in the order of the alphabet.

    For a talk with the auditor, never for a league table: see ``auditapp.insight.small_numbers``.
    """
    return _grouped(pairs, scale, lambda pair: pair.auditor)


def by_subject(pairs: Sequence[Pair], scale: Sequence[str] = GRADES) -> dict[str, Agreement]:
    """Return how far two readers agree on each question or grade, the least agreed on first."""
    found = _grouped(pairs, scale, lambda pair: pair.subject)
    return dict(sorted(found.items(), key=lambda item: item[1].exact.share))


def _grouped(
    pairs: Sequence[Pair], scale: Sequence[str], key: Callable[[Pair], str]
) -> dict[str, Agreement]:
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(key(pair), []).append(pair)
    return {name: agreement(groups[name], scale) for name in sorted(groups)}
