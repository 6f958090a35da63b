# SPDX-License-Identifier: MPL-2.0
"""Say of every row of an audit where a person finds it: at which question, section or page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditapp.checklist.models import Checklist, Question
from auditapp.checklist.question_numbers import question_numbers
from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.audit import Audit
from auditapp.model.follow_up import Action, Concern, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.history import HistoryEntry, RowChange
from auditapp.model.ids import QuestionKey, RecordId, SectionKey
from auditapp.model.labels import label
from auditapp.model.tables import CHECKLISTS

_OF_QUESTIONS = frozenset({"answers", "to_confirm", "set_aside"})
_FOLLOW_UPS = frozenset({"actions", "action_progress", "concerns", "earlier_wordings"})


@dataclass(frozen=True, slots=True)
class Place:
    """Hold the words for a place; of a question also its key, and its number if it has one."""

    words: str
    question: QuestionKey | None = None
    number: int | None = None


class Places:
    """Find the places of rows, also of those that are no longer there."""

    def __init__(self, outline: Outline, history: Sequence[HistoryEntry]) -> None:
        self._outline = outline
        self._found: dict[QuestionKey, tuple[Checklist, Question] | None] = {}
        self._numbers = question_numbers(each.checklist for each in outline.compiled)
        self._texts = dict(_texts_of_questions(history))
        self._questions = dict(_questions_of_rows(history))
        self._subjects = dict(_subjects(history))
        self._add_follow_ups(outline.audit)

    def of(self, change: RowChange) -> Place:
        """Return where the row of ``change`` is found."""
        table, key = change.table, change.key
        if table in _OF_QUESTIONS | _FOLLOW_UPS:
            question = self._question_of(table, key)
            return self.of_question(question) if question else Place(_FOLLOW_UP_WORDS[table])
        if table in ("grades", "agreed"):
            return Place(self._graded(key))
        if table == "feedback":
            return Place(_("Feedback: {person}").format(person=label(FeedbackFrom(key))))
        if table == CHECKLISTS:
            pins = self._outline.audit.checklists
            return Place(next((pin.title for pin in pins if pin.id == key), key))
        return Place(_ONE_ROW_WORDS[table])

    def of_question(self, key: QuestionKey) -> Place:
        """Return the place of a question, whether it is asked now or not."""
        found = self.find(key)
        text = found[1].text if found else self._texts.get(key)
        words = text or _("Question {key}").format(key=key)
        return Place(words, key, self._numbers.get(key))

    def find(self, key: QuestionKey) -> tuple[Checklist, Question] | None:
        """Find a question of the audit's checklists, whether it is asked now or not."""
        if key not in self._found:
            self._found[key] = self._outline.find_question(key)
        return self._found[key]

    def subject(self, change: RowChange) -> str:
        """Return what an action or a concern is about, as it was put last; else nothing."""
        table = "actions" if change.table == "action_progress" else change.table
        return self._subjects.get((table, change.key), "")

    def _add_follow_ups(self, audit: Audit) -> None:
        """Add what is there now: a history need not be whole."""
        tables: tuple[tuple[str, Mapping[RecordId, Action | Concern]], ...] = (
            ("actions", audit.actions),
            ("concerns", audit.concerns),
        )
        for table, records in tables:
            for key, record in records.items():
                self._subjects[table, key] = record.what
                if record.question is not None:
                    self._questions[table, key] = record.question

    def _question_of(self, table: str, key: str) -> QuestionKey | None:
        if table == "earlier_wordings":  # has the key of the action or concern
            followed = (self._questions.get((each, key)) for each in ("actions", "concerns"))
            return next(filter(None, followed), None)
        known = self._questions.get(("actions" if table == "action_progress" else table, key))
        return known or (QuestionKey(key) if table in _OF_QUESTIONS else None)

    def _graded(self, key: str) -> str:
        if key in _AUDIT_GRADES:
            return _AUDIT_GRADES[key]
        section = self._outline.section_by_key.get(SectionKey(key))
        if section is not None:
            return section.section.title
        checklist = self._outline.checklist_of(QuestionKey(key))
        _id, _slash, name = key.partition("/")
        sections = checklist.sections if checklist else ()
        return next((each.title for each in sections if each.id == name), key)


_AUDIT_GRADES = {PRACTICE: _("Practice grade"), IMPACT: _("Impact grade")}
_FOLLOW_UP_WORDS = {
    "actions": _("An action"),
    "action_progress": _("An action"),
    "concerns": _("Immediate concern"),
    "earlier_wordings": _("An earlier wording"),
}
_ONE_ROW_WORDS = {
    "audit": _("The audit"),
    "front": _("Front sheet"),
    "overall": _("The file as a whole"),
    "standards": _("Timescales and names in force"),
    "amendment": _("Amendment"),
    "sign_off": _("Sign-off"),
    "links": _("Links to rounds and other audits"),
}


def _questions_of_rows(
    history: Sequence[HistoryEntry],
) -> Iterator[tuple[tuple[str, str], QuestionKey]]:
    """Yield each row that points at a question; the one that it pointed at last comes last."""
    for entry in history:
        for change in entry.changes:
            for row in (change.old, change.new):
                if row and row.get("question"):
                    yield (change.table, change.key), QuestionKey(row["question"])


def _texts_of_questions(history: Sequence[HistoryEntry]) -> Iterator[tuple[str, str]]:
    """Yield the questions of earlier versions, whose words were kept with their answers."""
    for entry in history:
        for change in entry.changes:
            for row in (change.old, change.new):
                if change.table == "set_aside" and row and row.get("question_text"):
                    yield row.get("question") or change.key, row["question_text"]


def _subjects(history: Sequence[HistoryEntry]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what each action and concern is about, the last wording last."""
    for entry in history:
        for change in entry.changes:
            if change.table in ("actions", "concerns") and change.new and "what" in change.new:
                yield (change.table, change.key), change.new["what"]
