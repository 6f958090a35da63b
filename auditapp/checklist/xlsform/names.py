# SPDX-License-Identifier: MPL-2.0
"""Make ids of the names in a spreadsheet, and names of ids, each of them once.

XLSForm wants names that XML could have (letters, digits, ``_ - .``, no digit first); a checklist
wants ids without dots, those of questions without underscores too.
"""

import re
import unicodedata
from typing import Final

LONGEST: Final = 64
_QUESTION: Final = re.compile(r"[^A-Za-z0-9-]+")
_PLAIN: Final = re.compile(r"[^A-Za-z0-9_-]+")
_XML_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


class Ids:
    """Hand out ids, and no id twice."""

    def __init__(self, *, of_questions: bool = False, reserved: tuple[str, ...] = ()) -> None:
        self._unwanted = _QUESTION if of_questions else _PLAIN
        self._taken = set(reserved)

    def new(self, name: str, otherwise: str) -> str:
        """Return the id nearest to ``name``; to ``otherwise`` when nothing of it can stay."""
        letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        wanted = self._unwanted.sub("-", letters).lstrip("-_")[:LONGEST] or otherwise
        return free(wanted, self._taken)


class XmlNames:
    """Hand out names for the questions and sections of one spreadsheet, and no name twice."""

    def __init__(self) -> None:
        self._taken = {"meta"}  # ODK keeps it for itself

    def new(self, wanted: str, prefix: str) -> str:
        """Return ``wanted`` if it can be a name and is free, and else one that begins otherwise."""
        if not _XML_NAME.fullmatch(wanted) or wanted in self._taken:
            wanted = f"{prefix}-{wanted}"
        return free(wanted, self._taken)


def free(wanted: str, taken: set[str]) -> str:
    """Return ``wanted``, with a number behind it if it is taken, and take it."""
    name, number = wanted, 2
    while name in taken:
        ending = f"-{number}"
        name, number = f"{wanted[: LONGEST - len(ending)]}{ending}", number + 1
    taken.add(name)
    return name
