# SPDX-License-Identifier: MPL-2.0
"""Define the registers of a service: disputes, learning that went out, other quality activity.

Inspectors found disputes without a log (``hull-2015`` para 93), learning that did not reach workers
(``hull-2015-board`` para 18, 19), and quality work that nobody set beside the audits (para 7, 9,
12). An entry belongs to no single audit; a dispute may name the one that it is about.
"""

import datetime as dt
from enum import StrEnum

from pydantic import AwareDatetime

from auditapp.model.frozen import Frozen
from auditapp.model.ids import AuditId, QuestionKey
from auditapp.model.text import Text


class Register(StrEnum):
    """Name the registers; also the tables that their entries are kept in."""

    DISPUTES = "disputes"
    LEARNING = "learning"
    ACTIVITIES = "activities"


class DisputeKind(StrEnum):
    """Say between whom a dispute is."""

    REVIEWING_OFFICER = "reviewing_officer"
    AGENCIES = "agencies"
    GRADE = "grade"
    OTHER = "other"


class DisputeLevel(StrEnum):
    """Say how far a dispute was taken, the lowest level first."""

    TEAM = "team"
    SERVICE = "service"
    HEAD = "head"
    DIRECTOR = "director"
    OUTSIDE = "outside"


class ActivityKind(StrEnum):
    """Name the quality work that is no audit of a case file."""

    OBSERVATION = "observation"
    LEARNING_REVIEW = "learning_review"
    COMPLAINT = "complaint"
    DIP_SAMPLE = "dip_sample"
    SECTION_11 = "section_11"
    WALKING_THE_FLOOR = "walking_the_floor"
    OTHER = "other"


class RegisterEntry(Frozen):
    """Base the entries of all registers on this: who made one, when, and what it is about."""

    author: str
    created_at: AwareDatetime
    team: Text = ""
    theme: Text = ""


class Dispute(RegisterEntry):
    """Hold a dispute or an escalation, from its raising to what came of it."""

    kind: DisputeKind = DisputeKind.OTHER
    matter: Text
    audit: AuditId | None = None
    question: QuestionKey | None = None
    raised_by_role: Text
    raised_on: dt.date
    level: DisputeLevel = DisputeLevel.TEAM
    reply_due: dt.date | None = None
    settled_on: dt.date | None = None
    result: Text = ""

    @property
    def is_settled(self) -> bool:
        """Tell whether nobody waits for an answer any more."""
        return self.settled_on is not None

    def is_late(self, today: dt.date) -> bool:
        """Tell whether the reply is overdue."""
        return not self.is_settled and self.reply_due is not None and self.reply_due < today


class LearningMessage(RegisterEntry):
    """Hold a message that went out to practitioners, and whether it was seen to have an effect."""

    message: Text
    audience: Text
    method: Text = ""
    sent_on: dt.date
    check_due: dt.date | None = None
    checked_on: dt.date | None = None
    check_found: Text = ""

    def is_late(self, today: dt.date) -> bool:
        """Tell whether nobody has looked yet at what came of it, and somebody should have."""
        return self.checked_on is None and self.check_due is not None and self.check_due < today


class QualityActivity(RegisterEntry):
    """Hold other quality work, so that what it found can be set beside what audits find."""

    kind: ActivityKind
    held_on: dt.date
    found: Text
    source: Text = ""


ENTRIES: dict[Register, type[RegisterEntry]] = {
    Register.DISPUTES: Dispute,
    Register.LEARNING: LearningMessage,
    Register.ACTIVITIES: QualityActivity,
}


def register_of(entry: RegisterEntry) -> Register:
    """Return the register that an entry belongs to."""
    return next(register for register, model in ENTRIES.items() if isinstance(entry, model))
