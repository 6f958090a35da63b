# SPDX-License-Identifier: MPL-2.0
"""List the immediate concerns of many audits, and what people said in them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.insight.digest_reading import Digest
from auditapp.model.follow_up import Concern, Feedback, FeedbackFrom
from auditapp.model.ids import AuditId, RecordId


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """Hold one immediate concern, and where it comes from; ``is_second``: a second reading."""

    audit: AuditId
    id: RecordId
    concern: Concern
    reference: str
    team: str
    is_second: bool = False


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """Hold what one person said about the help, or why nobody asked, and in which audit.

    ``is_second`` tells that the audit is a second reading.
    """

    audit: AuditId
    person: FeedbackFrom
    feedback: Feedback
    reference: str
    team: str
    day: dt.date
    is_second: bool = False


def concern_rows(digests: Sequence[Digest]) -> list[ConcernRow]:
    """Return all concerns, those that wait for a response first, each group the oldest first."""
    found = [
        ConcernRow(
            audit_id,
            RecordId(key),
            Concern.model_validate(row),
            facts.reference,
            facts.team,
            bool(facts.moderates),
        )
        for audit_id, facts, words in digests
        for key, row in words.concerns.items()
    ]
    return sorted(found, key=lambda each: (not each.concern.is_open, each.concern.found_at))


def feedback_rows(digests: Sequence[Digest]) -> list[FeedbackRow]:
    """Return what is known of everybody's view, in the order of the audits."""
    return [
        FeedbackRow(
            audit_id,
            FeedbackFrom(person),
            Feedback.model_validate(row),
            facts.reference,
            facts.team,
            dt.date.fromordinal(facts.day),
            bool(facts.moderates),
        )
        for audit_id, facts, words in digests
        for person, row in words.feedback.items()
    ]
