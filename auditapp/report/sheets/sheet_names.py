# SPDX-License-Identifier: MPL-2.0
"""Name the sheets of a workbook as Excel allows it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from auditapp.i18n import _
from auditapp.report.characters import cleaned_line
from auditapp.report.sheets.grids import Grid

LONGEST: Final = 31
RESERVED: Final = "history"
"""Excel keeps this name for itself."""

_REFUSED: Final = re.compile(r"[\[\]:*?/\\]")


def sheet_names(grids: Sequence[Grid], taken: Iterable[str]) -> list[str]:
    """Return a name for the sheet of each grid; none is in ``taken`` or there twice.

    A grid that is alone in its part of the report is called after the part, which is shorter.
    """
    counts = Counter(grid.part for grid in grids)
    used = {name.casefold() for name in (*taken, RESERVED)}
    names = []
    for grid in grids:
        wanted = grid.part if grid.part and counts[grid.part] == 1 else grid.caption
        name = _free(_allowed(wanted), used)
        used.add(name.casefold())
        names.append(name)
    return names


def _allowed(text: str) -> str:
    """Return ``text`` without what Excel refuses in the name of a sheet."""
    return " ".join(_REFUSED.sub(" ", cleaned_line(text)).split()).strip("' ") or _("Table")


def _free(name: str, used: set[str]) -> str:
    """Return ``name``, shortened and numbered until it is none of ``used``."""
    number, free = 1, _short(name, LONGEST)
    while free.casefold() in used:
        number += 1
        free = f"{_short(name, LONGEST - len(str(number)) - 1)} {number}"
    return free


def _short(name: str, room: int) -> str:
    """Return ``name`` cut between two words, or in a word that is too long by itself."""
    if len(name) <= room:
        return name
    head = name[: room + 1].rpartition(" ")[0]
    return (head or name[:room]).strip("' ")
