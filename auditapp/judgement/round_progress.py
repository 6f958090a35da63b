# SPDX-License-Identifier: MPL-2.0
"""Say how far a round is: what is done, what is late, and what nobody expects any more."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from auditapp.judgement.moment_words import uk_time
from auditapp.model.ids import CaseReference
from auditapp.model.round import Round
from auditapp.model.round_kinds import CaseState


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """Hold how many cases of a round are how far.

    Args:
        expected: the audits that are to be signed off: the target, or else the sample without what
            is exempt.
        signed: the audits that are.
        late: those signed off late, and those that are late today.
        unexplained: the late ones for which nobody gave a reason.
        exempt: the cases of which no audit is expected any more.
        unallocated: the cases that nobody was given.
    """

    expected: int
    signed: int
    late: tuple[CaseReference, ...]
    unexplained: tuple[CaseReference, ...]
    exempt: int
    unallocated: int


def round_progress(whole: Round, today: dt.date) -> RoundProgress:
    """Return how far the sample of a round is today."""
    sample = whole.sample
    states = Counter(whole.state(case) for case in sample)
    late = tuple(case for case in sample if is_late(whole, case, today))
    return RoundProgress(
        expected=whole.about.target or len(sample) - states[CaseState.EXEMPT],
        signed=states[CaseState.SIGNED],
        late=late,
        unexplained=tuple(
            case
            for case in late
            if case not in whole.progress or not whole.progress[case].late_reason.strip()
        ),
        exempt=states[CaseState.EXEMPT],
        unallocated=states[CaseState.DRAWN],
    )


def is_late(whole: Round, case: CaseReference, today: dt.date) -> bool:
    """Tell whether the audit of a drawn case was signed off late, or is late today."""
    if whole.state(case) is CaseState.EXEMPT:
        return False
    progress = whole.progress.get(case)
    signed_at = progress.signed_at if progress else None
    return (uk_time(signed_at).date() if signed_at else today) > whole.due(case)
