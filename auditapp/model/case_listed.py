# SPDX-License-Identifier: MPL-2.0
"""Define a case as a list of cases has it: the population that a round draws from."""

from pydantic import AwareDatetime, Field

from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus
from auditapp.model.frozen import Frozen
from auditapp.model.round_kinds import CaseField
from auditapp.model.text import GivenText, Text

STRATUM_FIELDS = frozenset(CaseField) - {CaseField.REFERENCE, CaseField.FACT}
"""The fields that a list can be divided by; beside them there are its facts."""


class CaseListed(Frozen):
    """Hold one case of the list, under its pseudonym, which is the key of its row.

    ``facts`` are other columns by their headings; they serve to divide the list into strata.
    """

    team: Text = ""
    worker_code: Text = ""
    manager_code: Text = ""
    age_band: AgeBand | None = None
    cohorts: tuple[Cohort, ...] = ()
    legal_status: LegalStatus | None = None
    facts: dict[str, Text] = {}

    def stratum_value(self, by: str) -> str:
        """Return what the case has under the name of a field, or under the heading of a fact.

        Raises ``KeyError`` when neither is there.
        """
        if by in self.facts:
            return self.facts[by]
        if by not in STRATUM_FIELDS:
            raise KeyError(by)
        value = getattr(self, by)
        return ", ".join(sorted(value)) if isinstance(value, tuple) else str(value or "")


class ColumnMatched(Frozen):
    """Say what a column of the list was taken for; ``field`` is None where it was left out."""

    heading: Text
    field: CaseField | None


class ListRead(Frozen):
    """Hold how the list of cases came in: by whom, when, from what, and its SHA-256.

    ``kind`` is ``pasted``, ``csv`` or ``xlsx``. The name of the file is not kept: people write
    names into it. ``sha256`` is that of ``auditapp.insight.sampling.list_digest``.
    """

    kind: str
    columns: tuple[ColumnMatched, ...]
    cases: int = Field(ge=0)
    rows_left_out: int = Field(default=0, ge=0)
    sha256: str
    by: str
    at: AwareDatetime


class ErasedCase(Frozen):
    """Hold that a case was erased from a round, and why. The key of its row is its name since.

    ``history_head`` is the SHA-256 of the last line of the history before: whoever noted it knows
    by it that this is still the same history, of which the words about the case are gone.
    """

    reason: GivenText
    by: str
    at: AwareDatetime
    history_head: str


class Exclusion(Frozen):
    """Hold why a listed case may not be drawn. The key of its row is the case."""

    reason: GivenText
    by: str
    at: AwareDatetime
