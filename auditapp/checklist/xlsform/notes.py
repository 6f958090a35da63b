# SPDX-License-Identifier: MPL-2.0
"""Collect the lines of an import report while a workbook is read."""

from typing import Final

from auditapp.checklist.xlsform.headings import language_of
from auditapp.checklist.xlsform.report import Outcome, ReportLine
from auditapp.checklist.xlsform.workbook import Cell, Row
from auditapp.i18n import _

LONGEST: Final = 4000
"""Characters of a text in a checklist."""

_REASONS: Final = {
    "choice_filter": _("all answers of the list are offered"),
    "default": _("an answer is never filled in beforehand"),
    "calculation": _("a calculation is not worked out"),
    "repeat_count": _("the questions are asked once"),
    "constraint_message": _("a message stands only beside a rule"),
}


class Notes:
    """Note what became of rows and cells, in whatever order it is found out."""

    def __init__(self) -> None:
        self._lines: list[ReportLine] = []
        self._rows: dict[tuple[str, int], Row] = {}

    def lines(self) -> tuple[ReportLine, ...]:
        """Return the lines by sheet, in the order in which sheets were first noted, and by row."""
        order = {sheet: place for place, sheet in enumerate(dict.fromkeys(self._sheets()))}
        return tuple(sorted(self._lines, key=lambda line: (order[line.sheet], line.row)))

    def _sheets(self) -> list[str]:
        return [line.sheet for line in self._lines]

    def take_row(self, row: Row, reason: str, **words: str) -> None:
        """Note that a row was taken; cells of it that stay untaken are noted by `leave_rest`."""
        self._note_row(row, Outcome.TAKEN, reason.format(**words))
        self._rows[row.sheet, row.number] = row

    def keep_row(self, row: Row, reason: str) -> None:
        """Note that a whole row is kept as text."""
        self._note_row(row, Outcome.KEPT_AS_TEXT, reason)
        self._keep_cells(row)

    def refuse_row(self, row: Row, reason: str) -> None:
        """Note that a row cannot be used; its cells are kept as text."""
        self._note_row(row, Outcome.REFUSED, reason)
        self._keep_cells(row)

    def leave_rest(self) -> None:
        """Note the cells that nobody took of the rows that were taken."""
        for row in self._rows.values():
            for key, cell in row.rest():
                self.keep(cell, _REASONS.get(key, _("a checklist has no place for it")))

    def keep(self, cell: Cell, reason: str) -> None:
        """Note that a cell is kept as text."""
        self._note(cell, Outcome.KEPT_AS_TEXT, reason)

    def refuse(self, cell: Cell, reason: str) -> None:
        """Note that a cell cannot be used."""
        self._note(cell, Outcome.REFUSED, reason)

    def remark(self, row: Row, reason: str) -> None:
        """Note that something about a row that was taken did not come over."""
        self._note_row(row, Outcome.KEPT_AS_TEXT, reason)

    def complete(self, sheet: str, row: int, reason: str) -> None:
        """Note something that somebody must still write."""
        self._lines.append(
            ReportLine(sheet=sheet, row=row, outcome=Outcome.TO_COMPLETE, reason=reason)
        )

    def of_sheet(self, sheet: str, outcome: Outcome, reason: str) -> None:
        """Note something about a whole sheet."""
        self._lines.append(ReportLine(sheet=sheet, outcome=outcome, reason=reason))

    def in_language(self, row: Row, key: str, language: str | None) -> Cell | None:
        """Take a text in the language wanted, and keep its translations as text."""
        chosen = row.take(f"{key}::{language}") if language else None
        chosen = chosen or row.take(key)
        translations = [
            cell for each, cell in row.cells.items() if language_of(each, key) and cell != chosen
        ]
        if chosen is None and translations:
            chosen = translations.pop(0)
        for cell in translations:
            self.keep(cell, _("a checklist has one language"))
        for each in row.cells:
            if language_of(each, key):
                row.take(each)
        return chosen

    def fitted(self, cell: Cell) -> str:
        """Return the text of a cell, or as much of it as a checklist takes."""
        if len(cell.text) <= LONGEST:
            return cell.text
        self.keep(cell, _("only its first {n} characters are taken").format(n=LONGEST - 1))
        return f"{cell.text[: LONGEST - 1].rstrip()}…"

    def _keep_cells(self, row: Row) -> None:
        for cell in sorted([*row.cells.values(), *row.spare], key=lambda each: each.column):
            self.keep(cell, _("kept with its row"))

    def _note_row(self, row: Row, outcome: Outcome, reason: str) -> None:
        self._lines.append(
            ReportLine(sheet=row.sheet, row=row.number, outcome=outcome, reason=reason)
        )

    def _note(self, cell: Cell, outcome: Outcome, reason: str) -> None:
        self._lines.append(
            ReportLine(
                sheet=cell.sheet,
                row=cell.row,
                column=cell.letters,
                heading=cell.heading,
                outcome=outcome,
                text=cell.text,
                reason=reason,
            )
        )
