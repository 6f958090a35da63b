# SPDX-License-Identifier: MPL-2.0
"""Write tables as CSV that spreadsheet programs open without harm.

The form is that of RFC 4180, in UTF-8 with the mark by which Excel knows it.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

_TAKEN_FOR_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet program would carry out (OWASP, CSV injection)."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as the contents of a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def safe_cell(text: str) -> str:
    """Return a text with an apostrophe before it if it would be taken for a formula."""
    return f"'{text}" if text.startswith(_TAKEN_FOR_FORMULAS) else text
