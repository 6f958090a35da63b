# SPDX-License-Identifier: MPL-2.0
"""Count for each timescale how it was kept, and gather why it was missed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditapp.insight.follow_up_counts import Timeliness, timeliness
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.judgement.timescales import TimescaleState


@dataclass(frozen=True, slots=True)
class Lateness:
    """Hold how a timescale was kept, how often it is not due yet, and the reasons of the late ones.

    ``reasons`` counts them as they were written; ``explained`` is how many of the late have one.
    """

    kept: Timeliness
    due: int
    explained: int
    reasons: Mapping[str, int]

    @property
    def late(self) -> int:
        """Return how often it was missed."""
        return self.kept.in_time.total - self.kept.in_time.count


def lateness(audits: Sequence[JudgedAudit]) -> list[Lateness]:
    """Return how each timescale was kept, in the order of the checklists."""
    found = []
    for kept in timeliness(audits):
        having = [each for each in audits if kept.criterion in each.timescales]
        states = [each.timescales[kept.criterion].state for each in having]
        reasons = Counter(
            each.late_reasons[kept.criterion]
            for each, state in zip(having, states, strict=True)
            if state is TimescaleState.LATE and kept.criterion in each.late_reasons
        )
        due = states.count(TimescaleState.DUE)
        found.append(Lateness(kept, due, reasons.total(), reasons))
    return found
