# SPDX-License-Identifier: MPL-2.0
"""Say which audits of the list are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.listing import AuditRow


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Say which audits are looked for; an empty field lets every audit pass.

    Every word of ``text`` must occur in the case reference, team, auditor or checklists.
    """

    text: str = ""
    status: str = ""
    checklist: str = ""
    team: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every audit passes."""
        return self == AuditFilter()

    def passing(self, rows: Sequence[AuditRow]) -> Sequence[AuditRow]:
        """Return the audits that are looked for, in their order."""
        if self.is_empty:
            return rows
        words = self.text.casefold().split()
        return [row for row in rows if self._allows(row) and _has_words(row, words)]

    def _allows(self, row: AuditRow) -> bool:
        return (
            (not self.status or row.status == self.status)
            and (not self.team or row.team == self.team)
            and (not self.checklist or self.checklist in row.checklists)
        )


def _has_words(row: AuditRow, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = "\n".join((row.case_reference, row.team, row.auditor, *row.checklists)).casefold()
    return all(word in text for word in words)
