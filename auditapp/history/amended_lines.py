# SPDX-License-Identifier: MPL-2.0
"""Lay two states of an audit side by side, line by line: what an amendment changes.

Every field of every row has its line, so that nothing is changed unseen. Left out are only the
stamps of who changed a thing and when: the amendment and the history say that.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.checklist.revision.field_words import answer_words
from auditapp.history.field_words import FIELD_NAMES, model_words, plain_words
from auditapp.i18n import _
from auditapp.judgement.day_words import dates_in_words
from auditapp.judgement.outline import Outline
from auditapp.model.answer import Answer
from auditapp.model.audit import Audit
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.frozen import Frozen
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.ids import QuestionKey, SectionKey
from auditapp.model.labels import label
from auditapp.model.tables import SPECS, TableSpec


@dataclass(frozen=True, slots=True)
class AmendedLine:
    """Hold one thing that is another now; ``old`` or ``new`` is empty where there was nothing.

    Args:
        table: the kind of row: ``answers``, ``grades``, ``actions``, ...
        key: its key: of an answer the question's, of a grade the section's.
        subject: what was changed, such as the question.
        what: the part of it, such as the note.
        number: the number of the question, where there is one.
    """

    table: str
    key: str
    subject: str
    what: str
    old: str
    new: str
    number: int | None = None


def amended_lines(before: Outline, after: Outline) -> list[AmendedLine]:
    """Return what is another in ``after`` than in ``before``, answers and grades first."""
    return [
        line
        for table in _TABLES
        for key in _keys(table, before, after)
        for line in _Row(table, key, before, after).lines()
    ]


_TABLES = (
    "answers",
    "grades",
    "actions",
    "concerns",
    "feedback",
    "overall",
    "front",
    "to_confirm",
    "set_aside",
    "earlier_wordings",
    "links",
)
_ABOUT_QUESTIONS = ("answers", "to_confirm", "set_aside")
_NAMES: Final = {
    **FIELD_NAMES,
    "set_aside": {**FIELD_NAMES["set_aside"], "answer": _("Answer"), "question": _("Question")},
}
"""The history leaves unsaid what its other lines say of an answer that is set aside."""


def _held(audit: Audit, spec: TableSpec) -> Mapping[str, Frozen]:
    held = getattr(audit, spec.field)
    return {"1": held} if spec.has_one_row else held


def _keys(table: str, before: Outline, after: Outline) -> Iterable[str]:
    """Return the keys of the rows that there are before or after; of questions in their order."""
    spec = SPECS[table]
    keys = dict.fromkeys((*_held(before.audit, spec), *_held(after.audit, spec)))
    if table not in _ABOUT_QUESTIONS:
        return keys
    order = {asked.key: asked.number for each in (before, after) for asked in each.questions}
    return sorted(keys, key=lambda key: order.get(QuestionKey(key), len(order) + 1))


class _Row:
    """Compare one row before and after."""

    def __init__(self, table: str, key: str, before: Outline, after: Outline) -> None:
        spec = SPECS[table]
        self._table, self._key = table, key
        self._outlines = (before, after)
        self._old, self._new = (_held(each.audit, spec).get(key) for each in self._outlines)

    def lines(self) -> Iterator[AmendedLine]:
        """Yield a line for each part of the row that is another now."""
        for name, what in _NAMES[self._table].items():
            if (self._table, name) == ("answers", "value"):
                old, new = map(self._value, self._outlines)
            else:
                old, new = (self._words(row, name) for row in (self._old, self._new))
            yield from self._line(what, old, new)
        if self._table == "answers":
            yield from self._line(_("Asked"), *map(self._asked, self._outlines))

    def _line(self, what: str, old: str, new: str) -> Iterator[AmendedLine]:
        if old != new:
            yield AmendedLine(
                self._table, self._key, self._subject(), what, old, new, self._number()
            )

    def _words(self, row: Frozen | None, name: str) -> str:
        value = None if row is None else getattr(row, name)
        if value in (None, False) and name == "flagged":
            return ""
        if name == "question" and value is not None:
            return self._question(QuestionKey(value))
        if name == "agencies" and value:
            checklist = self._outlines[1].checklist_of(QuestionKey(self._key))
            return "; ".join(checklist.agency_texts(value) if checklist else value)
        if isinstance(value, Answer):  # all of it, so that no part is changed unseen
            return model_words(value)
        return plain_words(value)

    def _value(self, outline: Outline) -> str:
        """Return what was answered; empty when there is no answer at all."""
        answer = outline.audit.answers.get(QuestionKey(self._key), Answer())
        found = outline.find_question(QuestionKey(self._key))
        if not answer.is_given:
            return ""
        if answer.not_applicable:
            return _("Not applicable")
        if answer.none_on_file:
            return _("No date on file")
        if found is None:
            return plain_words(answer.value)
        return dates_in_words(answer_words(*found, answer))

    def _asked(self, outline: Outline) -> str:
        """Return whether the question applies, as long as there is something under it."""
        is_asked = QuestionKey(self._key) in outline.by_key
        return _("Yes") if is_asked else _("No, it does not apply")

    def _number(self) -> int | None:
        if self._table not in _ABOUT_QUESTIONS:
            return None
        found = (each.by_key.get(QuestionKey(self._key)) for each in reversed(self._outlines))
        return next((asked.number for asked in found if asked is not None), None)

    def _subject(self) -> str:
        if self._table in _ABOUT_QUESTIONS:
            return self._question(QuestionKey(self._key))
        if self._table == "grades":
            return self._grade_name()
        if self._table == "feedback":
            return label(FeedbackFrom(self._key))
        names = {
            "actions": _("Action: {what}"),
            "concerns": _("Immediate concern: {what}"),
            "overall": _("Overall picture"),
            "front": _("Front sheet"),
            "earlier_wordings": _("Earlier wording of a question"),
            "links": _("Links"),
        }
        row = self._old or self._new
        return names[self._table].format(what=getattr(row, "what", ""))

    def _question(self, key: QuestionKey) -> str:
        found = self._outlines[1].find_question(key)
        return found[1].text if found else _("Question {key}").format(key=key)

    def _grade_name(self) -> str:
        if self._key == PRACTICE:
            return _("Overall: practice")
        if self._key == IMPACT:
            return _("Overall: impact on the child")
        for outline in reversed(self._outlines):
            section = outline.section_by_key.get(SectionKey(self._key))
            if section is not None:
                return section.section.title
        return _("Section {key}, which no longer applies").format(key=self._key)
