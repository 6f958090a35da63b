# SPDX-License-Identifier: MPL-2.0
"""What one row of a list says, before it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from auditapp.i18n import _
from ui.walkthrough.steps import Step


@dataclass(frozen=True, slots=True)
class Column:
    """Name a column of cells and give its width, in pixels at 100 %.

    A column of numbers ends them all at the same place, so that they can be compared.
    """

    title: str
    width: int
    has_numbers: bool = False

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Where in the column its title and its words stand."""
        return Qt.AlignmentFlag.AlignRight if self.has_numbers else Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold what a row says in one column: a pill when there is a tone, else plain words."""

    text: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Hold a sentence under a row, in the colour called ``colour`` among the tokens.

    ``marks`` spell the text where words in it went or came.
    """

    text: str
    colour: str = "text2"
    marks: tuple[WordMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one line: its words, its cells in the order of the columns, and where it leads.

    ``number`` is that of the question it is about. A row leads to a ``step`` of an audit, or to
    what its list knows by ``key``; one with neither leads nowhere.
    """

    title: str
    remarks: tuple[Remark, ...] = ()
    cells: tuple[Cell, ...] = ()
    number: int | None = None
    step: Step | None = None
    key: str = ""

    @property
    def leads(self) -> bool:
        """Whether it can be chosen."""
        return self.step is not None or bool(self.key)


def spoken_words(row: Row, columns: Sequence[Column]) -> str:
    """Return the whole row as a screen reader says it."""
    number = _("Question {number}").format(number=row.number) if row.number else ""
    cells = (
        f"{column.title}: {cell.text}"
        for column, cell in zip(columns, row.cells, strict=False)
        if cell.text
    )
    parts = (number, row.title, *cells, *map(_spoken_remark, row.remarks))
    return ". ".join(part.rstrip(".") for part in parts if part)


def _spoken_remark(remark: Remark) -> str:
    """Return a remark as it is said: of a marked text, what it was and what it is now."""
    if not remark.marks:
        return remark.text
    was, now = (
        "".join(mark.text for mark in remark.marks if mark.kind is not kind).strip()
        for kind in (MarkKind.CAME, MarkKind.WENT)
    )
    return _("Was: {old} Now: {new}").format(old=was, new=now)
