# SPDX-License-Identifier: MPL-2.0
"""Define what follows from an audit: actions, immediate concerns and feedback."""

import datetime as dt
from enum import StrEnum

from pydantic import AwareDatetime

from auditapp.model.frozen import Frozen
from auditapp.model.ids import QuestionKey
from auditapp.model.text import Text


class ActionStatus(StrEnum):
    """Follow an action from being set to being proved done by somebody else."""

    OPEN = "open"
    DONE = "done"
    VERIFIED = "verified"
    DROPPED = "dropped"


class Action(Frozen):
    """Hold one thing that somebody must do, and how we shall know that it is done."""

    what: Text
    question: QuestionKey | None = None
    owner_role: Text = ""
    due: dt.date | None = None
    how_we_will_know: Text = ""
    status: ActionStatus = ActionStatus.OPEN
    completion_evidence: Text = ""
    verified_by: Text = ""
    dropped_reason: Text = ""
    created_at: AwareDatetime


def days_late(status: ActionStatus, due: dt.date | None, today: dt.date) -> int:
    """Return for how many days an action is overdue; 0 when it is not, or nobody waits for it."""
    if due is None or status is not ActionStatus.OPEN:
        return 0
    return max(0, (today - due).days)


class Concern(Frozen):
    """Hold an immediate safeguarding worry found during the audit.

    It stays open until a response is recorded, and an open one blocks sign-off.
    """

    what: Text
    question: QuestionKey | None = None
    found_at: AwareDatetime
    told_whom: Text = ""
    told_at: AwareDatetime | None = None
    response: Text = ""
    closed_at: AwareDatetime | None = None
    raised_by: Text = ""

    @property
    def is_open(self) -> bool:
        """Tell whether the concern still waits for a response."""
        return self.closed_at is None


class EarlierWording(Frozen):
    """Keep the wording of the question behind an action or concern whose answer was set aside."""

    question_text: Text
    checklist_version: str


class FeedbackFrom(StrEnum):
    """Name the people whose view of the work is asked for."""

    CHILD = "child"
    PARENT_OR_CARER = "parent_or_carer"
    PRACTITIONER = "practitioner"


class Feedback(Frozen):
    """Hold what one person said about the help, or why nobody asked."""

    asked: bool | None = None
    why_not: Text = ""
    how: Text = ""
    said: Text = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether it is settled: asked and answered for, or a reason why not."""
        if self.asked is None:
            return False
        return bool(self.said.strip()) if self.asked else bool(self.why_not.strip())
