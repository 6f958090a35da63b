# SPDX-License-Identifier: MPL-2.0
"""Make facts for the tests of conditions."""

import datetime as dt
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from auditapp.checklist.condition_models import Condition
from auditapp.checklist.conditions import compile_condition
from auditapp.judgement.working_days import WorkingDays

CONDITION = TypeAdapter(Condition)
TODAY = dt.date(2026, 11, 20)


@dataclass
class PlainFacts:
    """Facts that are simply given."""

    answers: dict = field(default_factory=dict)
    states: dict = field(default_factory=dict)
    cohorts: frozenset = frozenset()
    today: dt.date = TODAY

    def value(self, question_id):
        """Return an answer."""
        return self.answers.get(question_id)

    def answers_in(self, section_id):
        """Return all answers, which are those of the whole checklist."""
        return [value for value in self.answers.values() if section_id == "checklist"]

    def timescale_state(self, question_id):
        """Return a timescale's state."""
        return self.states.get(question_id)

    def add_working_days(self, day, count):
        """Return a later working day in the calendar of England."""
        return WorkingDays().add(day, count)


def holds(condition, facts=None, **answers):
    """Say whether a condition holds for the answers."""
    test = compile_condition(CONDITION.validate_python(condition))
    return test(facts or PlainFacts(answers))
