# SPDX-License-Identifier: MPL-2.0
"""Give every kind of id its own type, so that one is never handed in for another."""

from typing import NewType
from uuid import uuid4

AuditId = NewType("AuditId", str)
"""32 hexadecimal digits; also the name of the audit's file."""

ChecklistId = NewType("ChecklistId", str)
SectionId = NewType("SectionId", str)
QuestionId = NewType("QuestionId", str)
"""The id of a question inside its checklist."""

AnswerId = NewType("AnswerId", str)
"""The id of one answer that a question offers."""

RuleId = NewType("RuleId", str)
"""The id of a timescale rule."""

QuestionKey = NewType("QuestionKey", str)
"""``checklist/question``: names a question across the checklists of an audit."""

SectionKey = NewType("SectionKey", str)
"""``checklist/section``: names a section across the checklists of an audit."""

RecordId = NewType("RecordId", str)
"""32 hexadecimal digits that name an action, a concern or another record of an audit."""

RoundId = NewType("RoundId", str)
"""32 hexadecimal digits that name a round; also the id of its ledger."""


def question_key(checklist: ChecklistId, question: QuestionId) -> QuestionKey:
    """Join the two ids that name a question in an audit."""
    return QuestionKey(f"{checklist}/{question}")


def section_key(checklist: ChecklistId, section: SectionId) -> SectionKey:
    """Join the two ids that name a section in an audit."""
    return SectionKey(f"{checklist}/{section}")


def new_audit_id() -> AuditId:
    """Make an id that no other audit has, on this laptop or another."""
    return AuditId(uuid4().hex)


def new_record_id() -> RecordId:
    """Make an id that no other record has, on this laptop or another."""
    return RecordId(uuid4().hex)
