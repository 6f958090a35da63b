# SPDX-License-Identifier: MPL-2.0
"""Tell what became of every row and cell of a spreadsheet that was imported."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from auditapp.i18n import _
from auditapp.model.frozen import Frozen


class Outcome(StrEnum):
    """Say what became of a row or cell."""

    TO_COMPLETE = "to_complete"
    REFUSED = "refused"
    KEPT_AS_TEXT = "kept_as_text"
    TAKEN = "taken"


HEADINGS: Final = {
    Outcome.TO_COMPLETE: _("To complete in the checklist"),
    Outcome.REFUSED: _("Refused"),
    Outcome.KEPT_AS_TEXT: _("Kept here as text, not in the checklist"),
    Outcome.TAKEN: _("Taken"),
}


class ReportLine(Frozen):
    """Tell what became of one row or cell.

    ``row`` counts from 1 and is 0 for what has no row; ``column`` is the letters of the column, and
    empty for a whole row. ``text`` is what stood there, word for word.
    """

    sheet: str
    row: int = 0
    column: str = ""
    heading: str = ""
    outcome: Outcome
    text: str = ""
    reason: str

    def __str__(self) -> str:
        """Give the place, the reason and the text, on one line."""
        place = f"{self.sheet} {self.column}{self.row or ''}".rstrip()
        named = f"{place} ({self.heading})" if self.heading else place
        quoted = f" [{' '.join(self.text.split())}]" if self.text else ""
        return f"{named}: {self.reason}{quoted}"


class ImportReport(Frozen):
    """Hold what became of a whole workbook, in the order of its sheets and rows."""

    file: str
    checklist: str
    lines: tuple[ReportLine, ...]

    def of(self, outcome: Outcome) -> tuple[ReportLine, ...]:
        """Return the lines with one outcome."""
        return tuple(line for line in self.lines if line.outcome is outcome)

    def plain_lines(self) -> Iterator[str]:
        """Yield the report as lines of text, what needs attention first."""
        for outcome in Outcome:
            lines = self.of(outcome)
            yield f"{HEADINGS[outcome]}: {len(lines)}"
            yield from (f"  {line}" for line in lines)

    def json_text(self) -> str:
        """Return the report as JSON; empty fields are left out."""
        plain = self.model_dump(mode="json", exclude_defaults=True)
        return json.dumps(plain, indent=1)
