# SPDX-License-Identifier: MPL-2.0
"""Do in one invented audit what an auditor does, step by step, from the first answer to the end."""

from dataclasses import replace
from typing import Final

from auditapp.judgement.gaps import can_be_graded
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model import edits
from auditapp.model.edits import Author, Edit
from auditapp.model.follow_up import Concern, Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.ids import RecordId
from auditapp.sample import auditor_words
from auditapp.sample.chance import record_id
from auditapp.sample.following_up import (
    answer_concern,
    concerned,
    invent_actions,
    invent_feedback,
    raise_concern,
    sum_up,
)
from auditapp.sample.gathering import GatheringSession
from auditapp.sample.grading_habits import give_grade
from auditapp.sample.office_hours import OfficeHours
from auditapp.sample.plans import Outcome
from auditapp.sample.reader import Reader
from auditapp.sample.wording import filled

_NOTE_APART: Final = 0.15
"""The share of notes that are written after the answer was given, as a line of their own."""

_FLAGGED: Final = 0.2


class Script:
    """Carry out one plan in a session; the answers to give are worked out before."""

    def __init__(self, reader: Reader, session: GatheringSession, answered: Outline) -> None:
        self._reader = reader
        self._session = session
        self._answered = answered
        self._chance = reader.in_reading("script")
        self._hours = OfficeHours(self._chance, reader.plan.begins)
        self._concerns: dict[RecordId, Concern] = {}

    def play(self) -> None:
        """Do all of it; the last step, a sign-off if it is not a draft, is still to be saved.

        Raises:
            SaveFailedError: The system refused to save a step before the last.
        """
        questions = self._answered.questions
        if self._reader.plan.outcome is Outcome.DRAFT:
            self._answer(questions[: self._chance.randint(1, len(questions))])
            return
        self._answer(questions)
        self._follow_up()
        self._grade()
        self._session.sign_off(self._by())
        if self._reader.plan.outcome is Outcome.AMENDED:
            self._amend()

    def _by(self, least: int = 20, most: int = 130) -> Author:
        """Return the auditor, some seconds later."""
        return Author(self._reader.front.auditor, self._hours.after(least, most))

    def _commit(self, edit: Edit) -> None:
        self._session.commit(edit)

    def _answer(self, questions: tuple[AskedQuestion, ...]) -> None:
        worrying = {each.key for each in concerned(self._chance, self._answered)}
        for asked in questions:
            answer = self._answered.audit.answer(asked.key)
            if answer.is_blank:
                continue
            fields = {name: value for name, value in answer if name not in edits.STAMP}
            is_apart = bool(answer.note) and self._chance.random() < _NOTE_APART
            if is_apart:
                fields.pop("note")
            audit = self._session.audit
            self._commit(edits.change_answer(audit, asked.key, self._by(), **fields))
            if is_apart:
                audit, note = self._session.audit, answer.note
                self._commit(edits.change_answer(audit, asked.key, self._by(), note=note))
            if asked.key in worrying:
                self._raise_concern(asked)

    def _raise_concern(self, asked: AskedQuestion) -> None:
        by = self._by()
        key = RecordId(record_id(self._chance))
        self._concerns[key] = raise_concern(self._chance, asked, by.now, by.name)
        self._commit(edits.put_concern(key, self._concerns[key], by))

    def _follow_up(self) -> None:
        """Set actions, answer concerns and ask people; a second reading does less of it."""
        is_moderation = self._reader.plan.is_moderation
        if not is_moderation:
            self._set_actions()
        if self._concerns:
            self._hours.next_day()
        for key, concern in self._concerns.items():
            by = self._by()
            closed = answer_concern(self._chance, concern, by.now)
            self._commit(edits.put_concern(key, closed, by))
        for person in FeedbackFrom:
            said = (
                Feedback(asked=False, why_not=auditor_words.ASKED_BEFORE)
                if is_moderation
                else invent_feedback(self._chance, self._reader.front, person)
            )
            self._commit(edits.put_feedback(person, said, self._by(60, 400)))

    def _set_actions(self) -> None:
        for asked, action in invent_actions(self._chance, self._session.outline(), self._by().now):
            by = self._by(40, 200)
            dated = action.model_copy(update={"created_at": by.now})
            self._commit(edits.put_action(RecordId(record_id(self._chance)), dated, by))
            if self._chance.random() < _FLAGGED:
                audit = self._session.audit
                self._commit(edits.change_answer(audit, asked.key, self._by(), flagged=True))

    def _grade(self) -> None:
        outline = self._session.outline()
        sections = [each.key for each in outline.sections if can_be_graded(outline, each)]
        for key in (*sections, PRACTICE, IMPACT):
            by, auditor = self._by(), self._reader.plan.auditor
            # No grade changes what is asked, so the outline need not be worked out anew.
            graded = replace(outline, audit=self._session.audit)
            grade = give_grade(self._chance, graded, key, auditor, by.now)
            self._commit(edits.give_grade(key, grade, by))
        practice = self._session.audit.grades[PRACTICE]
        overall = sum_up(self._chance, outline, practice)
        self._commit(edits.change_overall(overall, self._by(120, 600)))

    def _amend(self) -> None:
        """Put one note right some days later, and sign again."""
        rated = [each for each in self._answered.questions if each.question.scale]
        asked = self._chance.choice(rated)
        self._session.save()
        for _day in range(self._chance.randint(1, 6)):
            self._hours.next_day()
        self._session.amend(self._by(), self._chance.choice(auditor_words.AMENDED_BECAUSE))
        audit = self._session.audit
        words = filled(self._chance, auditor_words.AMENDED_NOTE, asked.question, self._reader.front)
        note = f"{audit.answer(asked.key).note} {words}".strip()
        self._commit(edits.change_answer(audit, asked.key, self._by(), note=note))
        self._session.save()
        self._session.sign_off(self._by())
