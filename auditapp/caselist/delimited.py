# SPDX-License-Identifier: MPL-2.0
"""Read a list of cases that is text: pasted from a spreadsheet, or a CSV file of any country."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from auditapp.caselist.table import MAX_BYTES, CaseTable, TableKind, make_table
from auditapp.checklist.file_kinds import kind_words
from auditapp.errors import CaseListError
from auditapp.i18n import _

_DELIMITERS: Final = ("\t", ";", ",", "|")
"""What may stand between cells; of several that fit equally well the first is taken."""

_LOOKED_AT: Final = 50
_LOOKED_AT_LETTERS: Final = 2_000
"""Filled lines, and characters of each, from which the delimiter is found out."""

_LONGEST_LINE: Final = 100_000
"""Characters; the parser takes no cell of more than 131,072."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_delimited(data: bytes) -> CaseTable:
    """Return the rows of a CSV file.

    Raises:
        CaseListError: it is too large, no text, or has nothing in it.
    """
    _require_size(len(data))
    text, notes = _decoded(data)
    return _table(TableKind.CSV, text, notes)


def read_pasted(text: str) -> CaseTable:
    """Return the rows of a table that was pasted.

    Raises:
        CaseListError: it is too large, or has nothing in it.
    """
    _require_size(len(text))
    return _table(TableKind.PASTED, text, [])


def _require_size(size: int) -> None:
    if size > MAX_BYTES:
        raise CaseListError(
            _("The list is larger than {n} MB.").format(n=MAX_BYTES // 1_000_000),
            _("Keep only the columns and rows that are needed."),
        )


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """Return the text of a file, and a note where its characters had to be guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), []
    kind = kind_words(data)
    if kind is not None or b"\0" in data:
        raise CaseListError(
            kind or _("This is no text file."),
            _("Save the list as CSV or .xlsx in a spreadsheet program, and take that file."),
        )
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        note = _("Letters with accents were read as Western European. See whether they are right.")
        return data.decode("cp1252", "replace"), [note]


def _table(kind: TableKind, text: str, notes: list[str]) -> CaseTable:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if max(map(len, lines)) > _LONGEST_LINE:
        raise CaseListError(
            _("A row of the list is longer than any row of cases."),
            _("Copy the rows out of a spreadsheet program once more."),
        )
    delimiter = _delimiter(lines)
    try:
        return make_table(kind, _quoted_rows(lines, delimiter), notes=notes)
    except csv.Error:
        note = _("A quotation mark is never closed, so all of them were read as they stand.")
        rows = enumerate((line.split(delimiter) for line in lines), 1)
        return make_table(kind, rows, notes=[*notes, note])


def _quoted_rows(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows; a row that goes over several lines has the number of its first."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    number = 1
    for cells in reader:
        yield number, cells
        number = reader.line_num + 1


def _delimiter(lines: list[str]) -> str:
    """Return what most lines have equally often, more often rather than less; a tab if nothing."""
    filled = (line[:_LOOKED_AT_LETTERS] for line in lines if line.strip())
    looked_at = list(islice(filled, _LOOKED_AT))
    best, best_worth = _DELIMITERS[0], (0, 0)
    for delimiter in _DELIMITERS:
        rows = list(csv.reader(looked_at, delimiter=delimiter))
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, count = widths.most_common(1)[0] if widths else (0, 0)
        if (count, width) > best_worth:
            best, best_worth = delimiter, (count, width)
    return best
