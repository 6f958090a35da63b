# SPDX-License-Identifier: MPL-2.0
"""Answer all that an audit asks, until nothing is missing and no checklist warns of anything."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, Final

from auditapp.checklist.models import QuestionKind
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.judgement.gaps import asks_cause, needs_late_reason
from auditapp.judgement.grading import counts_as
from auditapp.judgement.outline import AskedQuestion, Outline, read_outline
from auditapp.judgement.progress import progress
from auditapp.model.answer import Answer, Value
from auditapp.model.audit import Audit
from auditapp.model.ids import QuestionKey
from auditapp.sample import auditor_words
from auditapp.sample.authority import lapses_on
from auditapp.sample.chance import some_of, weighted
from auditapp.sample.days import are_visits
from auditapp.sample.reader import Reader
from auditapp.sample.values import is_ready, values
from auditapp.sample.wording import evidence_for, note_on_rating

_MOST_ROUNDS: Final = 24
_NOT_APPLICABLE: Final = 0.035
_WITH_EVIDENCE: Final = 0.7
_CHOICE_WITH_EVIDENCE: Final = 0.15
_REASON: Final = "It does not arise for this child in the period."

Fields = dict[str, Any]
"""Fields of an `Answer`."""


class Answering:
    """Answer one audit, round by round: an answer may bring further questions."""

    def __init__(self, reader: Reader, audit: Audit, compiled: Sequence[CompiledChecklist]) -> None:
        self._reader = reader
        self._compiled = compiled
        self._empty: set[QuestionKey] = set()
        self._outline = read_outline(audit, compiled, reader.standards)

    def run(self) -> Outline:
        """Return the outline with every answer.

        Raises:
            NotAllowedError: A checklist warns of whatever is answered.
        """
        for _round in range(_MOST_ROUNDS):
            found = dict(self._new_answers()) or dict(self._mended()) or dict(self._late_reasons())
            if not found and progress(self._outline).is_complete:
                return self._outline
            self._take(found)
        raise NotAllowedError(
            _("The sample cannot answer a checklist without contradicting it."),
            _("Make it in a new folder, which has the checklists as they are shipped."),
        )

    def _take(self, found: Mapping[QuestionKey, Answer]) -> None:
        audit = self._outline.audit
        answers = {**audit.answers, **found}
        answers = {key: each for key, each in answers.items() if not each.is_blank}
        changed = audit.model_copy(update={"answers": answers})
        self._outline = read_outline(changed, self._compiled, self._reader.standards)

    def _new_answers(self) -> Iterator[tuple[QuestionKey, Answer]]:
        outline = self._outline
        for asked in outline.questions:
            is_new = asked.key not in self._empty and not outline.audit.answer(asked.key).is_given
            if is_new and is_ready(outline, asked):
                answer = self._answer(asked)
                if answer.is_blank:
                    self._empty.add(asked.key)
                else:
                    yield asked.key, answer

    def _answer(self, asked: AskedQuestion) -> Answer:
        question, chance = asked.question, self._reader.in_file("answer", asked.key)
        does_not_apply = (
            question.kind is QuestionKind.RATING
            and question.can_be_not_applicable
            and chance.random() < _NOT_APPLICABLE
        )
        first = None if does_not_apply else next(values(self._reader, self._outline, asked), None)
        if first is not None:
            return self._given(asked, first)
        return self._without_value(asked)

    def _without_value(self, asked: AskedQuestion) -> Answer:
        """Return why there is none; blank where the question may stay empty."""
        question = asked.question
        if question.required and question.can_be_not_applicable:
            example = question.not_applicable.example if question.not_applicable else None
            return Answer(not_applicable=True, reason=example or _REASON)
        if question.required and question.kind in (QuestionKind.DATE, QuestionKind.DATES):
            return Answer(none_on_file=True)
        return Answer()

    def _given(self, asked: AskedQuestion, value: Value) -> Answer:
        """Return the answer with this value, and what an auditor writes beside it."""
        chance = self._reader.in_reading("words", asked.key)
        fields: Fields = {"value": value}
        if asked.checklist.agencies:
            ids = [agency.id for agency in asked.checklist.agencies]
            fields["agencies"] = tuple(some_of(chance, ids, 3))
        if asked.question.kind is QuestionKind.RATING:
            fields |= self._beside_rating(chance, asked, Answer(value=value))
        elif asked.question.kind is QuestionKind.CHOICE and chance.random() < _CHOICE_WITH_EVIDENCE:
            fields["evidence"] = evidence_for(chance, asked.question, self._reader.front)
        return Answer(**fields)

    def _beside_rating(self, chance: Random, asked: AskedQuestion, answer: Answer) -> Fields:
        audit = self._outline.audit
        rated = audit.model_copy(update={"answers": {asked.key: answer}})
        name = counts_as(Outline(rated, (), {}, self._compiled), asked) or ""
        front = self._reader.front
        fields: Fields = {"note": note_on_rating(chance, asked.question, name, front)}
        if name != "could_not_find" and chance.random() < _WITH_EVIDENCE:
            fields["evidence"] = evidence_for(chance, asked.question, front)
        if asks_cause(asked, answer):
            fields["cause"] = weighted(chance, auditor_words.CAUSES)
        return fields

    def _mended(self) -> Iterator[tuple[QuestionKey, Answer]]:
        """Yield another answer to the first question that the checklist warns of."""
        for asked in self._outline.questions:
            if self._outline.warnings(asked):
                yield asked.key, self._without_warning(asked)
                return

    def _without_warning(self, asked: AskedQuestion) -> Answer:
        audit = self._outline.audit
        compiled = [each for each in self._compiled if each.checklist.id == asked.checklist.id]
        for value in values(self._reader, self._outline, asked):
            answer = self._given(asked, value)
            changed = audit.model_copy(update={"answers": {**audit.answers, asked.key: answer}})
            if not read_outline(changed, compiled, self._reader.standards).warnings(asked):
                return answer
        self._empty.add(asked.key)
        return self._without_value(asked)

    def _late_reasons(self) -> Iterator[tuple[QuestionKey, Answer]]:
        for asked in self._outline.questions:
            answer = self._outline.audit.answer(asked.key)
            if needs_late_reason(self._outline, asked) and not answer.late_reason:
                yield asked.key, answer.model_copy(update={"late_reason": self._why_late(asked)})

    def _why_late(self, asked: AskedQuestion) -> str:
        result = self._outline.timescale(asked)
        is_summer = (
            result is not None
            and are_visits(result.event)
            and any(each.late_by and each.due and lapses_on(each.due) for each in result.steps)
        )
        reasons = auditor_words.SUMMER_REASONS if is_summer else auditor_words.LATE_REASONS
        return self._reader.in_reading("late", asked.key).choice(reasons)
