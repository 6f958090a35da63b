# SPDX-License-Identifier: MPL-2.0
"""Answer what conditions ask about an audit, one checklist at a time.

A hidden question counts as unanswered in every other condition (``docs/checklist-format.md``), so
whether a question is shown is worked out on demand and remembered. Checklists in which questions
show each other in a circle are refused when they are loaded.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditapp.checklist.local_names import Names
from auditapp.checklist.models import WHOLE_CHECKLIST, Question, QuestionKind
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.judgement.timescale_rules import TimescaleRule
from auditapp.judgement.timescales import (
    LocalStandards,
    TimescaleInputs,
    TimescaleResult,
    judge,
)
from auditapp.judgement.working_days import WorkingDays
from auditapp.model.answer import Answer, Value
from auditapp.model.audit import Audit
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import QuestionId, RuleId, SectionId, question_key


@dataclass(frozen=True, slots=True)
class Standards:
    """Hold what is in force: the timescale rules, the calendar, the council's numbers and names."""

    rules: Mapping[RuleId, TimescaleRule]
    calendar: WorkingDays
    local: LocalStandards
    names: Names


class CaseFacts:
    """Know the answers of one audit to one checklist, as its conditions may see them."""

    def __init__(self, audit: Audit, compiled: CompiledChecklist, standards: Standards) -> None:
        self._audit = audit
        self._compiled = compiled
        self._standards = standards
        self._sections: dict[SectionId, bool] = {}
        self._shown: dict[QuestionId, bool] = {}
        self._results: dict[QuestionId, TimescaleResult | None] = {}
        self.cohorts: frozenset[Cohort] = frozenset(audit.front.cohorts)
        self.today: dt.date = audit.front.period_to

    def is_shown(self, question_id: QuestionId) -> bool:
        """Tell whether a question applies to this child and these answers."""
        if question_id not in self._shown:
            applies = self._compiled.questions[question_id]
            self._shown[question_id] = self._section_applies(question_id) and applies(self)
        return self._shown[question_id]

    def answer(self, question_id: QuestionId) -> Answer:
        """Return the answer as it is stored, shown or not."""
        return self._audit.answer(question_key(self._compiled.checklist.id, question_id))

    def value(self, question_id: QuestionId) -> Value | None:
        """Return the answer's value, None when unanswered, hidden or not applicable."""
        return self.answer(question_id).value if self.is_shown(question_id) else None

    def answers_in(self, section_id: SectionId) -> Iterator[str]:
        """Yield the answers to the shown ratings and choices of a section."""
        for section in self._compiled.checklist.sections:
            if section_id in (section.id, WHOLE_CHECKLIST):
                yield from filter(None, map(self._answer_id, section.questions))

    def timescale_state(self, question_id: QuestionId) -> str | None:
        """Return the state of a question's timescale, None when it has none or is hidden."""
        result = self.timescale(question_id)
        return None if result is None else result.state.value

    def add_working_days(self, day: dt.date, count: int) -> dt.date:
        """Return the day ``count`` working days after ``day``."""
        return self._standards.calendar.add(day, count)

    def timescale(self, question_id: QuestionId) -> TimescaleResult | None:
        """Judge the dates of a question by its timescale rule."""
        if question_id not in self._results:
            self._results[question_id] = self._judge(question_id)
        return self._results[question_id]

    def _section_applies(self, question_id: QuestionId) -> bool:
        section_id = self._compiled.checklist.section_of(question_id).id
        if section_id not in self._sections:
            self._sections[section_id] = self._compiled.sections[section_id](self)
        return self._sections[section_id]

    def _judge(self, question_id: QuestionId) -> TimescaleResult | None:
        timescale = self._compiled.checklist.question(question_id).timescale
        if timescale is None or not self.is_shown(question_id):
            return None
        if self.answer(question_id).not_applicable or timescale.rule not in self._standards.rules:
            return None
        situation = self.value(timescale.situation) if timescale.situation else None
        inputs = TimescaleInputs(
            start=self._date(timescale.starts_from),
            dates=self._dates(question_id),
            as_of=self.today,
            period_from=self._audit.front.period_from,
            situation=situation if isinstance(situation, str) else None,
            changes_on=self._date(timescale.changes_on),
            ends_on=self._date(timescale.ends_on),
        )
        rule = self._standards.rules[timescale.rule]
        return judge(rule, inputs, self._standards.calendar, self._standards.local)

    def _dates(self, question_id: QuestionId) -> tuple[dt.date, ...]:
        value = self.value(question_id)
        texts = value if isinstance(value, tuple) else (value,)
        return tuple(dt.date.fromisoformat(text) for text in texts if isinstance(text, str))

    def _date(self, question_id: QuestionId | None) -> dt.date | None:
        dates = self._dates(question_id) if question_id else ()
        return dates[0] if dates else None

    def _answer_id(self, question: Question) -> str | None:
        if question.kind not in (QuestionKind.RATING, QuestionKind.CHOICE):
            return None
        value = self.value(question.id)
        return value if isinstance(value, str) else None
