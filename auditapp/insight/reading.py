# SPDX-License-Identifier: MPL-2.0
"""Read audits together: the one way in to what is counted of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.insight.judged_audits import JudgedAudit, checklists_of, judged
from auditapp.insight.meanings import Meanings, read_meanings
from auditapp.judgement.audit_states import AuditState


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold audits that are read together, at least one, the oldest first.

    ``titles`` name the checklists with their versions; ``unreadable`` counts the audits that may
    belong to them and could not be read.
    """

    audits: tuple[JudgedAudit, ...]
    meanings: Meanings
    titles: tuple[str, ...]
    unreadable: int = 0

    @property
    def first(self) -> dt.date:
        """Return the day of the oldest audit."""
        return self.audits[0].day

    @property
    def last(self) -> dt.date:
        """Return the day of the newest audit."""
        return self.audits[-1].day

    @property
    def drafts(self) -> int:
        """Return how many of the audits were not signed off."""
        return sum(audit.is_draft for audit in self.audits)


def read_across(states: Sequence[AuditState], unreadable: int = 0) -> Reading:
    """Return what is counted of ``states``."""
    checklists = checklists_of(states)
    meanings = read_meanings(checklists)
    audits = sorted((judged(state, meanings) for state in states), key=lambda each: each.day)
    titles = {(each.title, each.version) for each in checklists.values()}
    return Reading(
        tuple(audits),
        meanings,
        tuple(f"{title} {version}" for title, version in sorted(titles)),
        unreadable,
    )
