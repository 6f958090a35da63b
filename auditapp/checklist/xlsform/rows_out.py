# SPDX-License-Identifier: MPL-2.0
"""Lay a checklist out as the rows of an XLSForm workbook.

A condition stands in the standard column when it reads back from there as it was, and else, as in a
checklist file, in a column of our own; never in both.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from auditapp.checklist.models import Checklist, Condition, Question, QuestionKind, Section
from auditapp.checklist.scales import BUILT_IN_SCALES, Scale
from auditapp.checklist.xlsform.answer_tests import Asked
from auditapp.checklist.xlsform.constraints import constraint_parts
from auditapp.checklist.xlsform.expression_writer import expression, number_text
from auditapp.checklist.xlsform.expressions import ExpressionError
from auditapp.checklist.xlsform.names import XmlNames, free
from auditapp.checklist.xlsform.own_columns import (
    ANSWER_COLUMNS,
    OWN_SHEETS,
    PREFIX,
    QUESTION_COLUMNS,
    SECTION_COLUMNS,
    SETTINGS_COLUMNS,
    encoded,
)
from auditapp.checklist.xlsform.translation import Translator
from auditapp.checklist.yaml_writer import plain_checklist
from auditapp.model.ids import AnswerId, QuestionId

Cells = dict[str, str]
"""The text of each filled cell of a row, by its heading."""

_TYPES: Final = {
    QuestionKind.RATING: "select_one",
    QuestionKind.CHOICE: "select_one",
    QuestionKind.CHOICES: "select_multiple",
    QuestionKind.TEXT: "text",
    QuestionKind.NUMBER: "decimal",
    QuestionKind.DATE: "date",
    QuestionKind.DATES: "date",
}
_SAID_BY_TYPE: Final = frozenset(_TYPES) - {QuestionKind.RATING, QuestionKind.DATES}
_CONDITION: Final[TypeAdapter[Condition]] = TypeAdapter(Condition)


def sheets_of(checklist: Checklist) -> dict[str, list[Cells]]:
    """Return the rows of each sheet of the workbook."""
    return _Layout(checklist).sheets()


class _Layout:
    """Lay one checklist out in rows, under names that XLSForm allows."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._plain = plain_checklist(checklist)
        given = XmlNames()
        self._names = {each.id: given.new(each.id, "q") for each in checklist.questions}
        self._section_names = [given.new(each.id, "section") for each in checklist.sections]
        self._intro_names = [given.new(f"{name}-intro", "note") for name in self._section_names]
        self._lists = self._list_names()
        self._translator = Translator(
            {self._names[each.id]: _asked(checklist, each.id) for each in checklist.questions}
        )

    def sheets(self) -> dict[str, list[Cells]]:
        """Return the rows of each sheet: the three of XLSForm first, then our own."""
        own = {
            f"{PREFIX}{key}": [encoded(row, columns, "") for row in self._plain[key]]
            for key, columns in OWN_SHEETS.items()
            if key in self._plain
        }
        return {
            "survey": list(self._survey()),
            "choices": list(self._choices()),
            "settings": [self._settings()],
            **own,
        }

    def _list_names(self) -> dict[QuestionId, str]:
        """Give each choice a list of its own, and each rating its scale."""
        taken = {*BUILT_IN_SCALES, *(scale.id for scale in self._checklist.scales)}
        names: dict[QuestionId, str] = {}
        for question in self._checklist.questions:
            if question.scale is not None:
                names[question.id] = question.scale
            elif question.answers:
                names[question.id] = free(f"{self._names[question.id]}_answers", taken)
        return names

    def _settings(self) -> Cells:
        head = {
            "form_title": self._checklist.title,
            "form_id": self._checklist.id,
            "version": self._checklist.version,
        }
        return head | encoded(self._plain, SETTINGS_COLUMNS, PREFIX)

    def _choices(self) -> Iterator[Cells]:
        used = {self._checklist.question(each).scale for each in self._lists}
        own = {scale.id for scale in self._checklist.scales}
        for scale in (*BUILT_IN_SCALES.values(), *self._checklist.scales):
            if scale.id in used | own:
                yield from _scale_rows(scale, is_own=scale.id in own)
        for section in self._plain["sections"]:
            for question in section["questions"]:
                for answer in question.get("answers", ()):
                    row = {"list_name": self._lists[question["id"]], "name": answer["id"]}
                    yield {
                        **row,
                        "label": answer["text"],
                        **encoded(answer, ANSWER_COLUMNS, PREFIX),
                    }

    def _survey(self) -> Iterator[Cells]:
        sections = zip(self._checklist.sections, self._plain["sections"], strict=True)
        for number, (section, plain) in enumerate(sections):
            yield self._begin(number, section, plain)
            if section.intro is not None:
                name = self._intro_names[number]
                yield {"type": "note", "name": name, "label": section.intro}
            for question, inner in zip(section.questions, plain["questions"], strict=True):
                yield self._question(question, inner)
            yield {"type": "end_group"}

    def _begin(self, number: int, section: Section, plain: Mapping[str, Any]) -> Cells:
        name = self._section_names[number]
        cells = {"type": "begin_group", "name": name, "label": section.title}
        cells |= encoded(plain, SECTION_COLUMNS, PREFIX)
        if name != section.id:
            cells[f"{PREFIX}id"] = section.id
        return self._with_relevant(cells, section.when)

    def _question(self, question: Question, plain: Mapping[str, Any]) -> Cells:
        kind = "integer" if question.whole else _TYPES[question.kind]
        answers = self._lists.get(question.id)
        cells = {
            "type": f"{kind} {answers}" if answers else kind,
            "name": self._names[question.id],
            "label": question.text,
            "hint": question.hint or "",
            "required": "yes" if question.required else "no",
        }
        if question.kind not in _SAID_BY_TYPE:
            cells[f"{PREFIX}kind"] = question.kind.value
        if self._names[question.id] != question.id:
            cells[f"{PREFIX}id"] = question.id
        cells |= encoded(plain, QUESTION_COLUMNS, PREFIX)
        return self._with_constraint(self._with_relevant(cells, question.when), question)

    def _with_relevant(self, cells: Cells, when: Condition | None) -> Cells:
        """Put a condition into the standard column, if it would come back from there unchanged."""
        if when is None or (text := self._expression(when, None)) is None:
            return cells
        return {**cells, "relevant": text} | {f"{PREFIX}when": ""}

    def _expression(self, condition: Condition, own: QuestionId | None) -> str | None:
        """Return a condition as an expression that means the same when it is read, or None."""
        asked = _asked(self._checklist, own) if own else None
        try:
            text = expression(condition, self._names, own)
            back = self._translator.condition(text, asked)
        except ExpressionError:
            return None
        return text if _is_same(back, condition) else None

    def _with_constraint(self, cells: Cells, question: Question) -> Cells:
        """Put the limits, and a single rule that has words in XLSForm, into the standard column."""
        limits = [
            f". {sign} {number_text(limit)}"
            for sign, limit in ((">=", question.min), ("<=", question.max))
            if limit is not None
        ]
        if len(question.rules) == 1:
            (rule,) = question.rules
            text = self._expression(rule.must, question.id)
            constraint = " and ".join([*limits, f"({text})" if limits else str(text)])
            if text is not None and self._reads_back(constraint, question):
                rest = {"constraint_message": rule.message, f"{PREFIX}rules": ""}
                return {**cells, "constraint": constraint, **rest}
        return {**cells, "constraint": " and ".join(limits)} if limits else cells

    def _reads_back(self, constraint: str, question: Question) -> bool:
        """Tell whether a constraint comes apart into the limits and the rule it was made of."""
        asked = _asked(self._checklist, question.id)
        parts = constraint_parts(self._translator.condition(constraint, asked), asked)
        wanted = {"min": question.min, "max": question.max}
        return (
            {key: parts.limits.get(key) for key in wanted} == wanted
            and not parts.exclusive
            and _is_same(parts.must, question.rules[0].must)
        )


def _asked(checklist: Checklist, question_id: QuestionId) -> Asked:
    question = checklist.question(question_id)
    answers = {str(each): AnswerId(each) for each in checklist.answer_texts(question_id)}
    return Asked(question_id, question.kind, answers, whole=question.whole)


def _is_same(plain: object, condition: Condition) -> bool:
    return isinstance(plain, dict) and _CONDITION.validate_python(plain) == condition


def _scale_rows(scale: Scale, *, is_own: bool) -> Iterator[Cells]:
    for answer in scale.answers:
        cells = {"list_name": scale.id, "name": answer.id, "label": answer.text}
        if is_own:
            plain = answer.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            cells |= encoded(plain, ANSWER_COLUMNS, PREFIX)
        yield cells
