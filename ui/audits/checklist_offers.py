# SPDX-License-Identifier: MPL-2.0
"""Say which checklists can be used for a child, and how much each would ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditapp.checklist.library import ChecklistHeader
from auditapp.checklist.models import Checklist, ChecklistStatus
from auditapp.errors import ChecklistInvalidError, ChecklistRefusedError
from auditapp.i18n import _
from auditapp.judgement.outline import most_questions
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import ChecklistId
from auditapp.model.labels import label
from auditapp.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ChecklistOffer:
    """Hold one checklist on offer; ``why_not`` is empty when it can be used for this child.

    ``questions`` is the most that the child may be asked.
    """

    id: ChecklistId
    title: str
    purpose: str
    questions: int = 0
    why_not: str = ""


class ChecklistOffers:
    """Know the checklists of a workspace in the versions that are in use."""

    def __init__(self, workspace: Workspace) -> None:
        self._library = workspace.library
        self._headers = _offered(self._library.in_use())

    def offers(self, cohorts: Iterable[Cohort]) -> list[ChecklistOffer]:
        """Return an offer for each checklist, for a child in ``cohorts``; what fits comes first."""
        groups = frozenset(cohorts)
        offers = [self._offer(header, groups) for header in self._headers]
        return sorted(offers, key=lambda each: (bool(each.why_not), each.title))

    def _offer(self, header: ChecklistHeader, cohorts: frozenset[Cohort]) -> ChecklistOffer:
        try:
            checklist = self._library.load(header.id).checklist
        except (ChecklistInvalidError, ChecklistRefusedError) as error:
            why_not = _why_unusable(error)
            return ChecklistOffer(header.id, header.title, header.purpose, why_not=why_not)
        questions = most_questions(checklist, cohorts)
        why_not = "" if questions else _why_not(checklist)
        return ChecklistOffer(header.id, header.title, header.purpose, questions, why_not)


def _why_unusable(error: ChecklistInvalidError | ChecklistRefusedError) -> str:
    if isinstance(error, ChecklistInvalidError):
        return _("This checklist has faults and cannot be used.")
    return str(error)


def _why_not(checklist: Checklist) -> str:
    if not checklist.cohorts:
        return _("Nothing in it applies to this child.")
    words = _(", or ").join(label(cohort) for cohort in checklist.cohorts)
    return _("Only for: {cohorts}. Tick it above if it fits.").format(cohorts=words)


def _offered(headers: Iterable[ChecklistHeader]) -> tuple[ChecklistHeader, ...]:
    """Leave out each checklist whose version in use is retired."""
    return tuple(header for header in headers if header.status != ChecklistStatus.RETIRED)
