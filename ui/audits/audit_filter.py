# SPDX-License-Identifier: MPL-2.0
"""Say which audits of the list are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.listing import AuditRow
from auditapp.searching import search_words, searched


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

    def passing(self, rows: Sequence[AuditRow], texts: Sequence[str]) -> Sequence[AuditRow]:
        """Return the audits that are looked for, in their order.

        Args:
            rows: all audits.
            texts: the ``searched_text`` of each: to put them together at each key takes longer
                than all the rest.
        """
        if self.is_empty:
            return rows
        found = list(zip(rows, texts, strict=True))
        for word in search_words(self.text):
            found = [(row, text) for row, text in found if word in text]
        return [row for row, _text in found if self._allows(row)]

    def _allows(self, row: AuditRow) -> bool:
        return (
            (not self.status or row.status == self.status)
            and (not self.team or row.team == self.team)
            and (not self.checklist or self.checklist in row.checklists)
        )


def searched_text(row: AuditRow) -> str:
    """Return what is searched of an audit."""
    return searched((row.case_reference, row.team, row.auditor, *row.checklists))
