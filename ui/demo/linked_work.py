# SPDX-License-Identifier: MPL-2.0
"""Make up a round, a second reading and a later audit, so that there are papers about them."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from auditapp.exports.orders import ReportCopy, ReportOfOne
from auditapp.insight.sampling import draw_round, list_digest
from auditapp.model.case_listed import CaseListed, ListRead
from auditapp.model.edits import Author
from auditapp.model.ids import AuditId, CaseReference, RoundId, new_record_id
from auditapp.model.links import Links
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.model.round import Round, RoundAbout, RoundAuditor
from auditapp.model.round_edits import (
    allocate_cases,
    change_plan,
    change_progress,
    put_auditor,
    put_list,
    record_draw,
)
from auditapp.model.round_kinds import SampleMethod
from auditapp.model.sample_plan import SamplePlan
from auditapp.operations.rounds import MakeEdit
from auditapp.workspace import Workspace
from ui.demo.further_audits import CHECKLIST, FIRST_NUMBER, fill_audit

FIRST: Final = f"HX-{FIRST_NUMBER}"
SECOND_READER: Final = "B. Auditor"
WEEKS: Final = 4
"""How long the round goes; one that is over ended a week ago, so that something of it is late."""
LEFT: Final = dt.timedelta(days=10)
"""How long a round goes on that is not over."""


class LinkedWork:
    """Make up what goes with the first of the further audits, and leave the papers about it."""

    def __init__(self, workspace: Workspace, by: Author) -> None:
        self._workspace = workspace
        self._round = make_round(workspace, by)
        first = next(row.id for row in workspace.audits() if row.case_reference == FIRST)
        self._linked = {
            ReportKind.COMPARISON: _read_again(workspace, first),
            ReportKind.RE_AUDIT: _finish(workspace, workspace.audit_again(first, by), number=5),
        }

    def leave(self, kind: ReportKind, path: Path) -> Path:
        """Write a report of two audits or of the round, and return the file."""
        copy = ReportCopy(ReportFormat(path.suffix.removeprefix(".")))
        if KINDS[kind].is_of_two_audits:
            audit_id = self._linked[kind]
            by = Author(SECOND_READER, self._workspace.clock())
            self._workspace.export_report(ReportOfOne(kind, audit_id), path, by, copy=copy)
        else:
            self._workspace.export_round(kind, self._round, path, copy=copy)
        return path


def make_round(workspace: Workspace, by: Author, *, is_over: bool = True) -> RoundId:
    """Draw half of the case files that were audited; most are signed off.

    One that is over has one that is late. One that goes on has as many still to be done as there
    are days left.
    """
    audits = {CaseReference(row.case_reference): row for row in workspace.audits()}
    cases = {case: CaseListed(team=row.team) for case, row in audits.items()}
    plan = SamplePlan(method=SampleMethod.SIZE, size=(len(cases) + 1) // 2)
    round_id, key = workspace.start_round(_about(by, is_over=is_over), by), new_record_id()
    edit = partial(workspace.edit_round, round_id)
    edit(lambda now: put_list(now, _listed(cases, by), cases, by))
    edit(lambda now: change_plan(now, plan, by))
    draw, sample = draw_round(workspace.round(round_id), by)
    edit(lambda now: record_draw(now, draw, sample.drawn, by))
    edit(lambda now: put_auditor(now, key, RoundAuditor(name=by.name), by))
    late, *done = edit(lambda now: allocate_cases(now, dict.fromkeys(now.sample, key), by)).sample
    for case in done if is_over else done[LEFT.days :]:
        _sign(edit, case, audits[case].id, by)
    if is_over:
        edit(lambda now: change_progress(now, late, by, late_reason="The file was away."))
    return round_id


def _sign(
    edit: Callable[[MakeEdit], Round], case: CaseReference, audit_id: AuditId, by: Author
) -> None:
    """Say of a case of the round that its audit was signed off."""
    fields = {"audit": audit_id, "started_at": by.now, "signed_at": by.now}
    edit(lambda now: change_progress(now, case, by, **fields))


def _about(by: Author, *, is_over: bool) -> RoundAbout:
    last = by.now.date() + (-dt.timedelta(weeks=1) if is_over else LEFT)
    return RoundAbout(
        name="Seen and safe, autumn",
        first=last - dt.timedelta(weeks=WEEKS),
        last=last,
        created_at=by.now,
        created_by=by.name,
    )


def _listed(cases: Mapping[CaseReference, CaseListed], by: Author) -> ListRead:
    """Say where the list of cases came from."""
    return ListRead(
        kind="pasted",
        columns=(),
        cases=len(cases),
        sha256=list_digest(cases),
        by=by.name,
        at=by.now,
    )


def _read_again(workspace: Workspace, first_id: AuditId) -> AuditId:
    """Read the case file of an audit a second time, and sign that off."""
    front = workspace.open_audit(first_id).front.model_copy(update={"auditor": SECOND_READER})
    workspace.close_audit(first_id)
    second_id = workspace.start_audit(front, [CHECKLIST], links=Links(moderates=first_id))
    return _finish(workspace, second_id, number=3)


def _finish(workspace: Workspace, audit_id: AuditId, number: int) -> AuditId:
    by = Author(workspace.open_audit(audit_id).front.auditor, workspace.clock())
    fill_audit(workspace, audit_id, number, by)
    workspace.sign_off(audit_id, by)
    workspace.close_audit(audit_id)
    return audit_id
