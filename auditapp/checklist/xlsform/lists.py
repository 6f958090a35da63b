# SPDX-License-Identifier: MPL-2.0
"""Read the sheet ``choices``: the lists of answers that questions name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from auditapp.checklist.xlsform.names import Ids
from auditapp.checklist.xlsform.notes import Notes
from auditapp.checklist.xlsform.own_columns import ANSWER_COLUMNS, PREFIX
from auditapp.checklist.xlsform.workbook import Row
from auditapp.i18n import _

OTHER: Final = "other"


@dataclass(slots=True)
class AnswerList:
    """The answers of one list as plain data, with the rows that they come from.

    ``ids`` gives the id of each answer under its name in the spreadsheet.
    """

    answers: list[dict[str, Any]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    _given: Ids = field(default_factory=Ids)

    def copy(self) -> "AnswerList":
        """Return a list of the same answers that can be added to on its own."""
        given = Ids(reserved=tuple(self.ids.values()))
        answers = [dict(answer) for answer in self.answers]
        return AnswerList(answers, list(self.rows), dict(self.ids), given)

    def add(self, name: str, row: Row) -> dict[str, Any]:
        """Add an answer, and return its plain data, which holds its id so far."""
        answer: dict[str, Any] = {"id": self._given.new(name, "answer")}
        self.answers.append(answer)
        self.rows.append(row)
        self.ids[name] = answer["id"]
        return answer


def read_lists(rows: tuple[Row, ...], language: str | None, notes: Notes) -> dict[str, AnswerList]:
    """Return the lists by their names.

    Args:
        rows: the rows of the sheet.
        language: the language whose labels are taken; None for labels without one.
        notes: where it is told which rows cannot be used; `note_lists` tells of the others.
    """
    lists: dict[str, AnswerList] = {}
    for row in rows:
        list_name, name = row.take("list_name"), row.take("name")
        if list_name is None or name is None:
            notes.refuse_row(row, _("an answer needs a list_name and a name"))
            continue
        answers = lists.setdefault(list_name.text, AnswerList())
        if name.text in answers.ids:
            notes.refuse_row(row, _("this list has an answer of that name already"))
            continue
        answer = answers.add(name.text, row)
        label = notes.in_language(row, "label", language)
        answer["text"] = notes.fitted(label) if label else name.text
        for key, codec in ANSWER_COLUMNS.items():
            if cell := row.take(f"{PREFIX}{key}"):
                answer[key] = codec.decode(cell.text)
    return lists


def note_lists(lists: Mapping[str, AnswerList], used: Collection[str], notes: Notes) -> None:
    """Tell of each row that it was taken, or that no question offers its list."""
    for name, answers in lists.items():
        for answer, row in zip(answers.answers, answers.rows, strict=True):
            if name in used:
                notes.take_row(row, _("answer '{id}' of {list}"), id=answer["id"], list=name)
            else:
                notes.keep_row(row, _("no question offers this list"))


def as_options(answers: AnswerList) -> list[dict[str, Any]]:
    """Return the answers as those of a choice."""
    of_scales = ("counts_as", "from")
    return [{key: each[key] for key in each if key not in of_scales} for each in answers.answers]


def as_scale_answers(answers: AnswerList) -> list[Mapping[str, Any]]:
    """Return the answers as those of a scale."""
    return [
        {key: each[key] for key in ("id", "text", "counts_as", "from") if key in each}
        for each in answers.answers
    ]
