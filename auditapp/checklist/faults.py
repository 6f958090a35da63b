# SPDX-License-Identifier: MPL-2.0
"""Say what is wrong with a checklist file, where, and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""The keys and list positions that lead to a place in a file's data."""

MOST_FAULTS = 500
"""How many faults of a file are listed: more than anybody reads at once, and soon found."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault at a place in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """Give the form that editors make a link of: ``file:line:column: sentences``."""
        return f"{self.file}:{self.line}:{self.column}: {self.message} {self.remedy}".rstrip()


@dataclass(frozen=True, slots=True)
class LineMap:
    """Know the line and column of every key and list item of a file."""

    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path) -> tuple[int, int]:
        """Return the line and column of ``path``, or of the nearest place around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


@dataclass(frozen=True, slots=True)
class PathFault:
    """One fault at a path in a checklist's data, before its line is looked up."""

    path: Path
    message: str
    remedy: str = ""

    def in_file(self, file: str, lines: LineMap) -> Fault:
        """Return the same fault with its line and column in ``file``."""
        line, column = lines.place(self.path)
        return Fault(file, line, column, self.message, self.remedy)
