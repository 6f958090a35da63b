# SPDX-License-Identifier: MPL-2.0
"""Read an invented file as one auditor does: what is there, and what this auditor makes of it.

What is in the file goes by the case and is the same for everybody who reads it; what an auditor
thinks of it goes by the auditor. So a second reading of a file differs as real ones do.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from random import Random
from typing import Final

from auditapp.judgement.case_facts import Standards
from auditapp.judgement.outline import AskedQuestion
from auditapp.sample.authority import standing_of
from auditapp.sample.chance import chance_for
from auditapp.sample.days import Pace, invent_timeline
from auditapp.sample.plans import AuditPlan

_BETWEEN_QUESTIONS: Final = 0.7
_BETWEEN_READINGS: Final = 0.3
"""Standard deviations, in grades."""


class Reader:
    """Know one invented file, and how its auditor sees it."""

    def __init__(self, plan: AuditPlan, standards: Standards) -> None:
        self.plan = plan
        self.front = plan.front
        self.standards = standards

    def in_file(self, *names: object) -> Random:
        """Return the chance that what is in the file goes by."""
        return chance_for(self.plan.order.seed, self.plan.case.reference, *names)

    def in_reading(self, *names: object) -> Random:
        """Return the chance that goes by this audit of the file."""
        return chance_for(self.plan.order.seed, "audit", self.plan.name, *names)

    def standing(self, asked: AskedQuestion) -> float:
        """Return how good the work is that a question is about."""
        plan, case = self.plan, self.plan.case
        common = standing_of(asked.question.criteria, case.team, plan.period_to, plan.order.as_of)
        own = self.in_file("standing", asked.key).gauss(0, _BETWEEN_QUESTIONS)
        return common + case.standing + case.worker.standing + own

    def seen(self, asked: AskedQuestion) -> float:
        """Return how good the auditor finds the work that a question is about."""
        reading = self.in_reading("seen", asked.key).gauss(0, _BETWEEN_READINGS)
        return self.standing(asked) + self.plan.auditor.kindness + reading

    @cached_property
    def timeline(self) -> Mapping[str, dt.date]:
        """Return the days on which things began."""
        chance = self.in_file("timeline")
        return invent_timeline(chance, self.front, self.plan.case.first_read)

    def pace(self, asked: AskedQuestion) -> Pace:
        """Return what sets the days that a question asks for."""
        return Pace(self.in_file("days", asked.key), self.front, self.standards)
