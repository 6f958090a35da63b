# SPDX-License-Identifier: MPL-2.0
"""Describe an audit in one row of the list of audits."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditapp.judgement.progress import Progress
from auditapp.model.audit import Audit, AuditStatus
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.ids import AuditId


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Hold what the list shows of one audit; ``amendment`` is the number of the last one, or 0."""

    id: AuditId
    case_reference: str
    team: str
    auditor: str
    checklists: tuple[str, ...]
    status: AuditStatus
    grade: GradeBand | None
    answered: int
    asked: int
    open_concerns: int
    open_actions: int
    created_at: dt.datetime
    changed_at: dt.datetime
    amendment: int = 0
    signed_at: dt.datetime | None = None
    is_held: bool = False

    @property
    def kept_since(self) -> dt.datetime:
        """The time from which its keeping is counted: its sign-off, or else its last change."""
        return self.signed_at or self.changed_at

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "AuditRow":
        """Read the row as the store keeps it."""
        grade, signed = record["grade"], record.get("signed_at")
        return cls(
            id=AuditId(record["id"]),
            case_reference=record["case_reference"],
            team=record["team"],
            auditor=record["auditor"],
            checklists=tuple(record["checklists"]),
            status=AuditStatus(record["status"]),
            grade=GradeBand(grade) if grade else None,
            answered=record["answered"],
            asked=record["asked"],
            open_concerns=record["open_concerns"],
            open_actions=record["open_actions"],
            created_at=dt.datetime.fromisoformat(record["created_at"]),
            changed_at=dt.datetime.fromisoformat(record["changed_at"]),
            amendment=record.get("amendment", 0),  # not there in rows from before amendments
            # Not in rows of version 0.2 and before.
            signed_at=dt.datetime.fromisoformat(signed) if signed else None,
            is_held=record.get("is_held", False),
        )


def audit_row(
    audit: Audit, done: Progress, changed_at: dt.datetime, *, is_held: bool = False
) -> dict[str, Any]:
    """Return the row of an audit in the form in which the store keeps it."""
    grade = audit.grades.get(PRACTICE)
    return {
        "case_reference": audit.front.case_reference,
        "team": audit.front.team,
        "auditor": audit.front.auditor,
        "checklists": [pin.title for pin in audit.checklists],
        "status": audit.status.value,
        "grade": grade.band.value if grade else None,
        "answered": done.answered,
        "asked": done.asked,
        "open_concerns": len(audit.open_concerns),
        "open_actions": sum(a.status is ActionStatus.OPEN for a in audit.actions.values()),
        "created_at": audit.created_at.isoformat(),
        "changed_at": changed_at.isoformat(),
        **({"amendment": audit.amendment.number} if audit.amendment else {}),
        "signed_at": audit.sign_off.at.isoformat() if audit.sign_off else None,
        "is_held": is_held,
    }


QUIET_FIELDS = frozenset({"answered", "asked", "open_actions", "changed_at"})
"""Fields that change with almost every answer: the list may learn of them a little later."""
