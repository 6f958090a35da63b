# SPDX-License-Identifier: MPL-2.0
"""Hold what a report says as texts and grids, which is all that spreadsheets know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Say where in a report something stands.

    ``part`` is the heading right under the title; ``under`` holds the headings below it, joined.
    """

    part: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Hold one text. ``label`` says what it is of, if the report does."""

    place: Place
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """Hold the cells of a row.

    A cell that is None does not belong to this row; an empty one is left to be filled in.
    ``under`` is as in `Place`: the rows of one grid may come from several sections.
    """

    under: str
    cells: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Hold a table: a title for each column, and rows of as many cells.

    ``numbers`` are the places of the columns that hold numbers, from 0.
    """

    part: str
    caption: str
    titles: tuple[str, ...]
    rows: tuple[GridRow, ...]
    numbers: frozenset[int] = frozenset()

    @property
    def place(self) -> Place:
        """Return where all of it stands."""
        unders = {row.under for row in self.rows}
        return Place(self.part, unders.pop() if len(unders) == 1 else "")

    @property
    def has_sections(self) -> bool:
        """Tell whether its rows come from several sections."""
        return len({row.under for row in self.rows}) > 1


Entry = Said | Grid
