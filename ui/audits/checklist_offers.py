# SPDX-License-Identifier: MPL-2.0
"""Say which checklists can be used for a child, and how much each would ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditapp.checklist.library import ChecklistHeader
from auditapp.checklist.models import ChecklistStatus
from auditapp.errors import AuditAppError, ChecklistInvalidError, ChecklistRefusedError
from auditapp.i18n import _
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist, compile_checklist
from auditapp.judgement.outline import read_outline
from auditapp.model.audit import Audit
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.ids import ChecklistId, new_audit_id
from auditapp.model.labels import label
from auditapp.standards import load_standards
from auditapp.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ChecklistOffer:
    """Hold one checklist on offer; ``why_not`` is empty when it can be used for this child."""

    id: ChecklistId
    title: str
    purpose: str
    questions: int = 0
    why_not: str = ""


class ChecklistOffers:
    """Know the checklists of a workspace in the versions that are in use."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._headers = _offered(workspace.library.in_use())
        self._compiled: dict[ChecklistId, CompiledChecklist | AuditAppError] = {}

    def offers(self, front: FrontSheet) -> list[ChecklistOffer]:
        """Return an offer for each checklist, for the child of ``front``."""
        paths, settings = self._workspace.paths, self._workspace.settings()
        standards = load_standards(paths.checklists, settings.local_standards)
        return [self._offer(header, front, standards) for header in self._headers]

    def _offer(
        self, header: ChecklistHeader, front: FrontSheet, standards: Standards
    ) -> ChecklistOffer:
        compiled = self._compile(header.id)
        if isinstance(compiled, AuditAppError):
            why_not = _why_unusable(compiled)
            return ChecklistOffer(header.id, header.title, header.purpose, why_not=why_not)
        audit = Audit(
            id=new_audit_id(), created_at=self._workspace.clock(), front=front, checklists=()
        )
        questions = len(read_outline(audit, [compiled], standards).questions)
        why_not = "" if questions else _why_not(compiled)
        return ChecklistOffer(header.id, header.title, header.purpose, questions, why_not)

    def _compile(self, checklist_id: ChecklistId) -> CompiledChecklist | AuditAppError:
        if checklist_id not in self._compiled:
            try:
                checklist = self._workspace.library.load(checklist_id).checklist
                self._compiled[checklist_id] = compile_checklist(checklist)
            except (ChecklistInvalidError, ChecklistRefusedError) as error:
                self._compiled[checklist_id] = error
        return self._compiled[checklist_id]


def _why_unusable(error: AuditAppError) -> str:
    if isinstance(error, ChecklistInvalidError):
        return _("This checklist has faults and cannot be used.")
    return str(error)


def _why_not(compiled: CompiledChecklist) -> str:
    cohorts = compiled.checklist.cohorts
    if not cohorts:
        return _("Nothing in it applies to this child.")
    words = _(", or ").join(label(cohort) for cohort in cohorts)
    return _("Only for: {cohorts}. Tick it above if it fits.").format(cohorts=words)


def _offered(headers: Iterable[ChecklistHeader]) -> tuple[ChecklistHeader, ...]:
    """Leave out each checklist whose version in use is retired."""
    return tuple(header for header in headers if header.status != ChecklistStatus.RETIRED)
