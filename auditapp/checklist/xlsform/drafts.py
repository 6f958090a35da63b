# SPDX-License-Identifier: MPL-2.0
"""Hold the questions and sections of a form while they become those of a checklist."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from auditapp.checklist.faults import Path
from auditapp.checklist.question_models import QuestionKind
from auditapp.checklist.xlsform.answer_tests import Asked
from auditapp.checklist.xlsform.lists import AnswerList
from auditapp.checklist.xlsform.notes import Notes
from auditapp.checklist.xlsform.own_columns import ANSWER_COLUMNS, PREFIX
from auditapp.checklist.xlsform.question_types import RowType
from auditapp.checklist.xlsform.workbook import Cell, Row
from auditapp.model.ids import AnswerId, QuestionId

Drop = Callable[[str], None]
"""Take something out of a draft again, for the reason given, and note it."""

CONDITIONS: Final = frozenset({"when", "rules"})


@dataclass(slots=True)
class Draft:
    """Hold plain data, and the cells that each key of it comes from."""

    plain: dict[str, Any]
    row: Row | None = None
    cells: dict[str, list[Cell]] = field(default_factory=dict)

    def put(self, key: str, value: Any, *cells: Cell) -> None:  # noqa: ANN401 - plain data
        """Set a key, and remember where its value comes from."""
        self.plain[key] = value
        self.cells.setdefault(key, []).extend(cells)

    def drops(self, path: Path, notes: Notes) -> Iterator[tuple[Path, Drop]]:
        """Yield the path of each key that comes from a cell, with what takes it out again."""
        for key in self.cells:
            yield (*path, key), self._drop(key, notes)

    def _drop(self, key: str, notes: Notes) -> Drop:
        def drop(reason: str) -> None:
            """Take the key out of the draft, and say why at every cell it came from."""
            self.plain.pop(key, None)
            for cell in self.cells.pop(key, []):
                (notes.keep if key in CONDITIONS else notes.refuse)(cell, reason)

        return drop


@dataclass(slots=True)
class Group:
    """A group of the form; the outermost one has no row."""

    row: Row | None = None
    name: str = ""
    title: str = ""
    notes: list[Row] = field(default_factory=list)
    """Notes above its first question, which introduce it."""


@dataclass(slots=True)
class QuestionDraft(Draft):
    """A question with its name and type in the spreadsheet."""

    name: str = ""
    type: RowType | None = None
    answers: AnswerList | None = None

    @property
    def asked(self) -> Asked:
        """Return what expressions need to know of the question."""
        ids = self.answers.ids if self.answers else {}
        return Asked(
            QuestionId(self.plain["id"]),
            QuestionKind(self.plain["kind"]),
            {name: AnswerId(each) for name, each in ids.items()},
            whole=bool(self.plain.get("whole")),
        )

    def answer_drops(self, path: Path, notes: Notes) -> Iterator[tuple[Path, Drop]]:
        """Yield the path of each addition to an answer, with what takes it out again."""
        answers = self.plain.get("answers", ())
        rows = self.answers.rows if self.answers else []
        for number, (answer, row) in enumerate(zip(answers, rows, strict=False)):
            for key in ANSWER_COLUMNS:
                if (cell := row.cells.get(f"{PREFIX}{key}")) and key in answer:
                    yield (*path, "answers", number, key), _drop_of(answer, key, cell, notes)


def _drop_of(answer: dict[str, Any], key: str, cell: Cell, notes: Notes) -> Drop:
    def drop(reason: str) -> None:
        """Take the key out of the answer, and say why at its cell."""
        answer.pop(key, None)
        notes.refuse(cell, reason)

    return drop


@dataclass(slots=True)
class SectionDraft(Draft):
    """A run of questions in one group."""

    groups: tuple[Group, ...] = ()
    questions: list[QuestionDraft] = field(default_factory=list)
