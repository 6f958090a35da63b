# SPDX-License-Identifier: MPL-2.0
"""Define a list of cases as it came in: rows of texts, before anybody knows what they mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from auditapp.checklist.xlsform.workbook import INVISIBLE
from auditapp.errors import CaseListError
from auditapp.i18n import _

MAX_BYTES: Final = 10_000_000
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 100
LONGEST_CELL: Final = 500
"""Characters of a cell; more is no code, and is cut off."""

_SPACES: Final = re.compile(r"\s+")


class TableKind(StrEnum):
    """Say what a list came as."""

    PASTED = "pasted"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class TableRow:
    """Hold the cells of a row that is not blank; ``number`` is that of the source, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseTable:
    """Hold the rows of a list, in order.

    Args:
        kind: what it came as.
        rows: all rows that are not blank, each with as many cells as the widest.
        blank_rows: how many were, above the last filled one.
        uncalculated: row numbers and columns (from 0) of formulas without a result in the file.
        notes: sentences on what was guessed, such as the characters that a file is written in.
    """

    kind: TableKind
    rows: tuple[TableRow, ...]
    blank_rows: int = 0
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return len(self.rows[0].cells) if self.rows else 0


def make_table(
    kind: TableKind,
    rows: Iterable[tuple[int, Sequence[str]]],
    *,
    uncalculated: frozenset[tuple[int, int]] = frozenset(),
    notes: Sequence[str] = (),
) -> CaseTable:
    """Make a table of numbered rows.

    Raises:
        CaseListError: it has no filled row, too many rows or too many columns.
    """
    filled: list[tuple[int, list[str]]] = []
    for number, cells in rows:
        texts = [plain_cell(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts or any(place[0] == number for place in uncalculated):
            filled.append((number, texts))
        if len(filled) > MAX_ROWS:
            raise CaseListError(
                _("The list has more than {n} rows.").format(n=MAX_ROWS),
                _("Split it, or take out what is not to be drawn from."),
            )
    width = max((len(texts) for _number, texts in filled), default=0)
    if not filled or not width:
        raise CaseListError(
            _("There is nothing in the list."), _("Copy the rows with the case references.")
        )
    if width > MAX_COLUMNS:
        raise CaseListError(
            _("The list has more than {n} columns.").format(n=MAX_COLUMNS),
            _("Keep the case reference, team, worker and what the list is to be divided by."),
        )
    made = tuple(TableRow(n, (*texts, *[""] * (width - len(texts)))) for n, texts in filled)
    blank = filled[-1][0] - len(filled)
    return CaseTable(kind, made, blank, uncalculated, tuple(notes))


def plain_cell(text: str) -> str:
    """Return a cell in one line, without what cannot be seen, and not endlessly long."""
    visible = INVISIBLE.sub("", text[: 4 * LONGEST_CELL])
    return _SPACES.sub(" ", visible).strip()[:LONGEST_CELL]


def column_letters(column: int) -> str:
    """Return a column, counted from 0, as spreadsheets call it: A to Z, then AA."""
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
