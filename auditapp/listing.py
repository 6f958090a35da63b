# SPDX-License-Identifier: MPL-2.0
"""Describe an audit in one row of the list of audits."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from auditapp.judgement.progress import Progress
from auditapp.model.audit import Audit, AuditStatus
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.ids import AuditId, RoundId


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Tell what the list shows of one audit.

    It reads its record when it is asked: a list of thousands is made at once, and of most of its
    rows nobody ever asks more than what they are sorted by.
    """

    _record: Mapping[str, Any]

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "AuditRow":
        """Make the row of a record as the store keeps it, with the ``id``."""
        return cls(record)

    @property
    def id(self) -> AuditId:
        """The audit."""
        return AuditId(self._record["id"])

    @property
    def case_reference(self) -> str:
        """The pseudonym of the case file."""
        return str(self._record["case_reference"])

    @property
    def team(self) -> str:
        """The team whose work it is about."""
        return str(self._record["team"])

    @property
    def auditor(self) -> str:
        """Who audits."""
        return str(self._record["auditor"])

    @property
    def checklists(self) -> tuple[str, ...]:
        """The titles of its checklists."""
        return tuple(self._record["checklists"])

    @property
    def status(self) -> AuditStatus:
        """How far the work is."""
        return AuditStatus(self._record["status"])

    @property
    def grade(self) -> GradeBand | None:
        """The practice grade that counts, agreed in moderation or given, if there is one yet."""
        grade = self._record["grade"]
        return GradeBand(grade) if grade else None

    @property
    def first_grade(self) -> GradeBand | None:
        """The practice grade that the auditor gave, where moderation agreed on one."""
        grade = self._record.get("first_grade")
        return GradeBand(grade) if grade else None

    @property
    def answered(self) -> int:
        """How many questions are answered."""
        return int(self._record["answered"])

    @property
    def asked(self) -> int:
        """How many questions are asked."""
        return int(self._record["asked"])

    @property
    def open_concerns(self) -> int:
        """How many concerns wait for a response."""
        return int(self._record["open_concerns"])

    @property
    def open_actions(self) -> int:
        """How many actions are to be done."""
        return int(self._record["open_actions"])

    @property
    def created_at(self) -> dt.datetime:
        """When it was started."""
        return dt.datetime.fromisoformat(self._record["created_at"])

    @property
    def changed_at(self) -> dt.datetime:
        """When it was changed last."""
        return dt.datetime.fromisoformat(self._record["changed_at"])

    @property
    def amendment(self) -> int:
        """The number of the last amendment, or 0; rows from before amendments do not have it."""
        return int(self._record.get("amendment", 0))

    @property
    def signed_at(self) -> dt.datetime | None:
        """When it was signed off; not in rows of version 0.2 and before."""
        signed = self._record.get("signed_at")
        return dt.datetime.fromisoformat(signed) if signed else None

    @property
    def round(self) -> RoundId | None:
        """The round that the case file was drawn in, if it was in one."""
        found = self._record.get("round")
        return RoundId(found) if found else None

    @property
    def moderates(self) -> AuditId | None:
        """The audit that it is the second reading of; it may not be here."""
        return AuditId(self._record["moderates"]) if "moderates" in self._record else None

    @property
    def re_audits(self) -> AuditId | None:
        """The earlier audit that it comes back to; it may not be here."""
        return AuditId(self._record["re_audits"]) if "re_audits" in self._record else None

    @property
    def copy_of(self) -> AuditId | None:
        """The audit that was signed with other contents here, and that this is kept beside."""
        return AuditId(self._record["copy_of"]) if "copy_of" in self._record else None

    @property
    def is_held(self) -> bool:
        """Whether it must not be deleted."""
        return bool(self._record.get("is_held", False))

    def plain(self) -> dict[str, Any]:
        """Return all of it as JSON has it."""
        times = {"created_at": self.created_at, "changed_at": self.changed_at}
        return {
            **{name: getattr(self, name) for name in _PLAIN},
            **{name: time.isoformat() for name, time in times.items()},
            "signed_at": self.signed_at.isoformat() if self.signed_at else None,
        }

    @property
    def kept_since(self) -> dt.datetime:
        """The time from which its keeping is counted: its sign-off, or else its last change."""
        return self.signed_at or self.changed_at


def audit_row(
    audit: Audit, done: Progress, changed_at: dt.datetime, *, is_held: bool = False
) -> dict[str, Any]:
    """Return the row of an audit in the form in which the store keeps it."""
    grade, first = audit.grade_now(PRACTICE), audit.grades.get(PRACTICE)
    links = audit.links.record().items() if audit.links else ()
    return {
        "case_reference": audit.front.case_reference,
        "team": audit.front.team,
        "auditor": audit.front.auditor,
        "checklists": [pin.title for pin in audit.checklists],
        "status": audit.status.value,
        "grade": grade.value if grade else None,
        **({"first_grade": first.band.value} if first and PRACTICE in audit.agreed else {}),
        "answered": done.answered,
        "asked": done.asked,
        "open_concerns": len(audit.open_concerns),
        "open_actions": sum(a.status is ActionStatus.OPEN for a in audit.actions_now.values()),
        "created_at": audit.created_at.isoformat(),
        "changed_at": changed_at.isoformat(),
        **({"amendment": audit.amendment.number} if audit.amendment else {}),
        **{name: key for name, key in links if key},
        **({"copy_of": audit.copy_of} if audit.copy_of else {}),
        "signed_at": audit.sign_off.at.isoformat() if audit.sign_off else None,
        "is_held": is_held,
    }


_PLAIN: Final = (
    "id",
    "case_reference",
    "team",
    "auditor",
    "checklists",
    "status",
    "grade",
    "first_grade",
    "answered",
    "asked",
    "open_concerns",
    "open_actions",
    "amendment",
    "is_held",
)

QUIET_FIELDS = frozenset({"answered", "asked", "open_actions", "changed_at"})
"""Fields that change with almost every answer: the list may learn of them a little later."""
