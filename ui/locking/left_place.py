# SPDX-License-Identifier: MPL-2.0
"""Say where somebody was when the window locked. It holds ids and numbers, and no plain words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditapp.exports.orders import ReportOfOne
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import AuditId, ChecklistId, RecordId
from ui.locking.spot import Spot
from ui.walkthrough.steps import Step


@dataclass(frozen=True, slots=True)
class AuditPlace:
    """Name a step of an audit, and what was open over it.

    Args:
        audit_id: The audit.
        step: The step on show.
        concern: The concern whose dialog was open.
        amendment: What was typed into the dialog that opens an amendment, sealed by the workspace.
        report: The kind and version of the report that were chosen, if the report was on show.
    """

    audit_id: AuditId
    step: Step
    concern: RecordId | None = None
    amendment: bytes | None = None
    report: ReportOfOne | None = None


@dataclass(frozen=True, slots=True)
class TryOutPlace:
    """Name a step of the try-out of a checklist, for a child in some groups."""

    checklist_id: ChecklistId
    version: str
    cohorts: tuple[Cohort, ...]
    step: Step


@dataclass(frozen=True, slots=True)
class LeftPlace:
    """Say where somebody was.

    Args:
        mark: The state of the workspace; the place is nothing in any other.
        page: The name of the page beside the rail, where no audit was open.
        audit: Where in an audit, if one was open.
        try_out: Where in a try-out, if one was on show.
        pages: What was chosen and typed on each page, by its name, sealed by the workspace.
        moderation: Which two audits were side by side, with what was typed, sealed likewise.
        deed: What was typed on a front sheet about an action of an earlier audit, likewise.
        dialog: What was typed into a dialog of sending, auditing again or settling, likewise.
        spot: Where in what was on show.
    """

    mark: str
    page: str = ""
    audit: AuditPlace | None = None
    try_out: TryOutPlace | None = None
    pages: Mapping[str, bytes] = field(default_factory=dict)
    moderation: bytes | None = None
    deed: bytes | None = None
    dialog: bytes | None = None
    spot: Spot = field(default_factory=Spot)
