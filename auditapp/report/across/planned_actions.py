# SPDX-License-Identifier: MPL-2.0
"""Gather the actions of a plan, from audits or from what was read of them together."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditapp.insight.reading import Reading
from auditapp.judgement.action_course import action_course
from auditapp.judgement.audit_states import AuditState
from auditapp.model.follow_up import Action, days_late
from auditapp.model.ids import RecordId
from auditapp.report.across.frame import AcrossOptions
from auditapp.report.audit.answers import AnswerPart


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """Hold an action as it stands, the case file it is about and the question it comes from.

    The last two are empty where they are not to be said. ``course`` tells what became of it, ``id``
    is its own, and ``is_second`` tells that a second reading set it.
    """

    action: Action
    reference: str = ""
    question: str = ""
    course: tuple[str, ...] = ()
    id: RecordId | None = None
    is_second: bool = False

    def days_late(self, today: dt.date) -> int:
        """Return for how many days it is overdue; 0 when it is not, or nobody waits for it."""
        return days_late(self.action.status, self.action.due, today)


def planned_of(state: AuditState) -> Iterator[PlannedAction]:
    """Yield the actions of one audit, as they stand."""
    audit, answers = state.audit, AnswerPart(state.outline)
    for key, action in audit.actions_now.items():
        question = answers.question_name(action.question, key)
        course = tuple(action_course(audit, key))
        is_second = bool(audit.links and audit.links.moderates)
        yield PlannedAction(action, audit.front.case_reference, question, course, key, is_second)


def planned_across(states: Sequence[AuditState], options: AcrossOptions) -> list[PlannedAction]:
    """Return the actions of several audits; a copy that is shared says not whose they are."""
    planned = [each for state in states for each in planned_of(state)]
    return [_anybodys(each) for each in planned] if options.is_shared else planned


def planned_from(reading: Reading) -> list[PlannedAction]:
    """Return the actions of the audits that were read together, for use within the service."""
    return [
        PlannedAction(
            each.action, each.reference, each.question, each.course, each.id, each.is_second
        )
        for audit in reading.audits
        for each in audit.actions
    ]


def _anybodys(planned: PlannedAction) -> PlannedAction:
    """Return an action without whose it is; the copy that is made of the plan masks the rest."""
    action = planned.action.model_copy(update={"verified_by": ""})
    return PlannedAction(action, id=planned.id, is_second=planned.is_second)
