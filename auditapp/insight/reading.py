# SPDX-License-Identifier: MPL-2.0
"""Read audits together: the one way in to what is counted of them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from auditapp.checklist.models import Checklist
from auditapp.insight.judged_audits import JudgedAudit, checklists_of, judged
from auditapp.insight.meanings import Meanings, read_meanings
from auditapp.judgement.audit_states import AuditState, audit_digest


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold audits that are read together, at least one, the oldest first.

    ``titles`` name the checklists with their versions; ``unreadable`` counts the audits that may
    belong to them and could not be read. ``content`` is the SHA-256 that stands for all of them,
    ``used`` names the checklists of one audit after the other, by the SHA-256 of ``checklists``.
    """

    audits: tuple[JudgedAudit, ...]
    meanings: Meanings
    titles: tuple[str, ...]
    unreadable: int = 0
    content: str = ""
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    used: tuple[str, ...] = ()

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
    return Reading(
        tuple(audits),
        meanings,
        titles_of(checklists.values()),
        unreadable,
        content_across(audit_digest(state.audit, state.history) for state in states),
        checklists,
        tuple(pin.sha256 for state in states for pin in state.audit.checklists),
    )


def titles_of(checklists: Iterable[Checklist]) -> tuple[str, ...]:
    """Return what checklists are called, with their versions."""
    titles = {(each.title, each.version) for each in checklists}
    return tuple(f"{title} {version}" for title, version in sorted(titles))


def content_across(contents: Iterable[str]) -> str:
    """Return one SHA-256 for those of several audits, whatever their order."""
    return sha256("\n".join(sorted(contents)).encode()).hexdigest()
