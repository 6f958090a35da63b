# SPDX-License-Identifier: MPL-2.0
"""Give the questions and sections of a form their conditions, rules and limits."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditapp.checklist.placeholders import placeholder
from auditapp.checklist.xlsform.answer_tests import Asked
from auditapp.checklist.xlsform.condition_shapes import Condition, both
from auditapp.checklist.xlsform.constraints import constraint_parts
from auditapp.checklist.xlsform.drafts import Draft, Group, QuestionDraft, SectionDraft
from auditapp.checklist.xlsform.expressions import ExpressionError
from auditapp.checklist.xlsform.notes import Notes
from auditapp.checklist.xlsform.own_columns import PREFIX, QUESTION_COLUMNS
from auditapp.checklist.xlsform.translation import Translator
from auditapp.checklist.xlsform.workbook import Cell, Row
from auditapp.i18n import _


def add_conditions(
    sections: Iterable[SectionDraft],
    not_asked: Mapping[str, str],
    language: str | None,
    notes: Notes,
) -> None:
    """Translate the conditions of all questions and sections, and note those that stay text."""
    drafts = [(section, question) for section in sections for question in section.questions]
    logic = _Logic(_translator([each for _section, each in drafts], not_asked), language, notes)
    for section in dict.fromkeys(id(section) for section, _question in drafts):
        logic.add_to_section(next(each for each, _question in drafts if id(each) == section))
    for _section, question in drafts:
        logic.add_to_question(question)


def _translator(questions: list[QuestionDraft], not_asked: Mapping[str, str]) -> Translator:
    """Know each question by its name, unless several have it."""
    names = [question.name for question in questions]
    several = {name for name in names if names.count(name) > 1}
    asked = {each.name: each.asked for each in questions if each.name not in several}
    unclear = {
        name: _("several questions are called '{name}'").format(name=name) for name in several
    }
    reasons = {
        name: _("'{name}' is not asked: {reason}").format(name=name[:60], reason=reason)
        for name, reason in not_asked.items()
    }
    return Translator(asked, reasons | unclear)


class _Logic:
    """Put what the cells of a spreadsheet say about conditions into the drafts of a checklist."""

    def __init__(self, translator: Translator, language: str | None, notes: Notes) -> None:
        self._translator = translator
        self._language = language
        self._notes = notes
        self._of_groups: dict[int, tuple[list[Condition], list[Cell]]] = {}

    def add_to_section(self, section: SectionDraft) -> None:
        """Join the conditions of all groups around a section."""
        found = [self._of_group(group) for group in section.groups if group.row is not None]
        conditions = [each for conditions, _cells in found for each in conditions]
        self._put_when(
            section, conditions, [cell for _conditions, cells in found for cell in cells]
        )

    def _of_group(self, group: Group) -> tuple[list[Condition], list[Cell]]:
        if id(group) not in self._of_groups and group.row is not None:
            self._of_groups[id(group)] = self._conditions(group.row)
        return self._of_groups[id(group)]

    def add_to_question(self, question: QuestionDraft) -> None:
        """Add the show-condition, the rules and the limits of a question."""
        if question.row is None:
            return
        self._put_when(question, *self._conditions(question.row))
        self._add_rules(question, question.row)

    def _conditions(self, row: Row) -> tuple[list[Condition], list[Cell]]:
        """Return what ``relevant`` and our own column say; both hold if both are filled."""
        conditions: list[Condition] = []
        cells: list[Cell] = []
        if (cell := row.take("relevant")) and (found := self._translated(cell)) is not None:
            conditions.append(found)
            cells.append(cell)
        if cell := row.take(f"{PREFIX}when"):
            decoded: Any = QUESTION_COLUMNS["when"].decode(cell.text)
            if isinstance(decoded, dict):
                conditions.append(decoded)
                cells.append(cell)
            else:
                self._notes.keep(cell, _("a condition is written as {question: ..., is: ...}"))
        return conditions, cells

    def _put_when(self, draft: Draft, conditions: list[Condition], cells: list[Cell]) -> None:
        if len(conditions) == 1 and not isinstance(conditions[0], bool):
            draft.put("when", conditions[0], *cells)
            return
        joined = both(conditions)
        if joined is False:
            for cell in cells:
                self._notes.keep(cell, _("it never holds, so it would never be asked"))
        elif joined is not True:
            draft.put("when", joined, *cells)

    def _translated(self, cell: Cell, own: Asked | None = None) -> Condition | None:
        try:
            return self._translator.condition(cell.text, own)
        except ExpressionError as error:
            self._notes.keep(cell, str(error))
            return None

    def _add_rules(self, question: QuestionDraft, row: Row) -> None:
        rules: list[dict[str, Any]] = []
        cells: list[Cell] = []
        if cell := row.take("constraint"):
            condition = self._translated(cell, question.asked)
            if isinstance(condition, dict):
                rules += self._rule(question, row, condition, cell)
                cells.append(cell)
            elif condition is False:
                self._notes.keep(cell, _("it never holds, so no answer would be right"))
        if cell := row.take(f"{PREFIX}rules"):
            decoded: Any = QUESTION_COLUMNS["rules"].decode(cell.text)
            rules = [*rules, *decoded] if isinstance(decoded, list) else decoded
            cells.append(cell)
        if rules:
            question.put("rules", rules, *cells)

    def _rule(
        self, question: QuestionDraft, row: Row, condition: dict[str, Any], cell: Cell
    ) -> list[dict[str, Any]]:
        """Return the rule of a constraint, without what the limits of the question say."""
        parts = constraint_parts(condition, question.asked)
        for key, limit in parts.limits.items():
            if key in question.plain:
                self._notes.keep(cell, _("the limits of the range count"))
            else:
                question.put(key, limit, cell)
        for answer in question.plain.get("answers", ()):
            if answer["id"] in parts.exclusive:
                answer["exclusive"] = True
        if not isinstance(parts.must, dict):
            return []
        message = self._notes.in_language(row, "constraint_message", self._language)
        if message is None:
            self._notes.complete(row.sheet, row.number, _("the rule has no message"))
        text = self._notes.fitted(message) if message else placeholder(_("what is wrong"))
        return [{"must": parts.must, "message": text}]
