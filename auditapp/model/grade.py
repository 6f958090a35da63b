# SPDX-License-Identifier: MPL-2.0
"""Define grades: what the rules suggest, and what a person gives."""

from enum import StrEnum

from pydantic import AwareDatetime

from auditapp.model.frozen import Frozen
from auditapp.model.text import Text


class GradeBand(StrEnum):
    """Name the four grades, best first. The words are borrowed from inspection."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"

    @property
    def rank(self) -> int:
        """Count from 0 for the best grade to 3 for the worst."""
        return list(GradeBand).index(self)

    @classmethod
    def from_rank(cls, rank: int) -> "GradeBand":
        """Return the grade of ``rank``, kept within the four."""
        return list(cls)[max(0, min(3, rank))]


PRACTICE = "practice"
"""The key of the audit's practice grade; a section's grade has the section's key."""

IMPACT = "impact"
"""The key of the audit's impact grade: the difference made for the child."""


class SuggestedGrade(Frozen):
    """Hold what the rules make of the answers. It never binds.

    ``explanation`` is a list of plain sentences, the cap last. ``band`` is None while there is too
    little to go on.
    """

    band: GradeBand | None
    explanation: tuple[str, ...] = ()
    is_capped: bool = False


class Grade(Frozen):
    """Hold the judgement that a person gave, beside what was suggested at that moment."""

    band: GradeBand
    reason: Text = ""
    suggested: GradeBand | None = None
    given_at: AwareDatetime
    given_by: str
