# SPDX-License-Identifier: MPL-2.0
"""Give the grades of an invented audit: mostly as suggested, sometimes otherwise with a reason."""

import datetime as dt
from random import Random
from typing import Final

from auditapp.judgement.grading import suggest_grade
from auditapp.judgement.outline import Outline
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.sample import auditor_words
from auditapp.sample.authority import Auditor

_HABIT: Final = 0.35
"""How often a kind or a stern auditor gives another grade, for each grade of kindness."""

_OTHERWISE: Final = 0.05
_IMPACT_DIFFERS: Final = 0.35
_CAPPED: Final = 0.3
"""How often a grade that a cap holds down is given otherwise, of the times that others are."""


def give_grade(
    chance: Random, outline: Outline, key: str, auditor: Auditor, now: dt.datetime
) -> Grade:
    """Return the grade that an auditor gives under a key: a section's, ``PRACTICE`` or ``IMPACT``.

    Impact is near the practice grade, which must have been given before it.
    """
    suggested = suggest_grade(outline, key)
    if key == IMPACT:
        band = _near(chance, outline.audit.grades[PRACTICE].band)
        reason = chance.choice(auditor_words.IMPACT_REASONS[band])
        return Grade(band=band, reason=reason, given_at=now, given_by=auditor.name)
    start = suggested.band or GradeBand.REQUIRES_IMPROVEMENT
    step = _habit(chance, auditor)
    if suggested.is_capped and chance.random() > _CAPPED:
        step = 0
    band = GradeBand.from_rank(start.rank + step)
    return Grade(
        band=band,
        reason=_reason(chance, key, start, band),
        suggested=suggested.band,
        given_at=now,
        given_by=auditor.name,
    )


def _habit(chance: Random, auditor: Auditor) -> int:
    """Return how many grades worse than suggested is given: -1, 0 or 1."""
    drawn, habit = chance.random(), _HABIT * abs(auditor.kindness)
    if drawn < habit:
        return -1 if auditor.kindness > 0 else 1
    return chance.choice((-1, 1)) if drawn < habit + _OTHERWISE else 0


def _near(chance: Random, practice: GradeBand) -> GradeBand:
    if chance.random() > _IMPACT_DIFFERS:
        return practice
    return GradeBand.from_rank(practice.rank + chance.choice((-1, 1)))


def _reason(chance: Random, key: str, suggested: GradeBand, band: GradeBand) -> str:
    if key == PRACTICE and band is suggested:
        return chance.choice(auditor_words.PRACTICE_REASONS[band])
    if band is suggested:
        return ""
    is_better = band.rank < suggested.rank
    return chance.choice(
        auditor_words.GRADE_REASONS_UP if is_better else auditor_words.GRADE_REASONS_DOWN
    )
