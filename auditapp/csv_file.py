# SPDX-License-Identifier: MPL-2.0
"""Write tables as CSV that spreadsheet programs open without harm.

The form is that of RFC 4180, in UTF-8 with the mark by which Excel knows it.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

_TAKEN_FOR_FORMULAS: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a cell begins with that a spreadsheet program would carry out, the wide forms of East Asia
among it (OWASP, CSV injection)."""

_LEFT_OUT: Final = ("\t", "\r", "\n")
"""What some programs leave out at the beginning of a cell, and then read the rest anew."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as the contents of a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def safe_cell(text: str) -> str:
    """Return a text with an apostrophe before it if it would be taken for a formula.

    Spaces before it are no protection: programs that trim what they read begin behind them.
    """
    begins = text.lstrip()[:1]
    is_formula = begins in _TAKEN_FOR_FORMULAS or text.startswith(_LEFT_OUT)
    return f"'{text}" if is_formula else text
