# SPDX-License-Identifier: MPL-2.0
"""Take from audits that were read twice what agreement is counted of."""

from collections.abc import Iterator, Sequence

from auditapp.insight.agreement import Pair
from auditapp.judgement.comparison import Comparison


def grade_pairs(comparison: Comparison, auditor: str) -> Iterator[Pair]:
    """Yield the grades that both gave: of the sections, of practice and of impact."""
    for grade in comparison.grades:
        if grade.first is not None and grade.second is not None:
            yield Pair(grade.first.band, grade.second.band, auditor, grade.key)


def rating_pairs(comparison: Comparison, auditor: str, scale: Sequence[str]) -> Iterator[Pair]:
    """Yield the ratings that both gave on one scale, by question.

    What could not be found, does not apply or no longer means the same is left out.
    """
    for line in comparison.lines:
        if line.steps is None or line.first is None or line.second is None:
            continue
        first, second = line.first.rating, line.second.rating
        if first in scale and second in scale:
            yield Pair(str(first), str(second), auditor, line.key)
