# SPDX-License-Identifier: MPL-2.0
"""Make the audits of a sample: work out the answers, play the script, let time pass, save."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.ids import AuditId, ChecklistId
from auditapp.model.records import Put
from auditapp.model.tables import CHECKLISTS, to_puts
from auditapp.sample.aftermath import Reading, let_time_pass
from auditapp.sample.answering import Answering
from auditapp.sample.chance import chance_for
from auditapp.sample.gathering import GatheredFile, GatheringSession, Save, created
from auditapp.sample.plans import (
    AuditPlan,
    SampleOrder,
    plan_audit,
    plan_moderation,
    plan_re_audit,
)
from auditapp.sample.reader import Reader
from auditapp.sample.script import Script

MODERATED: Final = 0.08
"""The share of audits that somebody reads a second time."""

_COME_BACK_TO: Final = 0.7
"""The share of inadequate files that are audited again."""

_DRAFTS: Final = 0.03
_OPENS: Final = dt.time(8, 45, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class ReadyChecklist:
    """Hold a checklist ready for answering, and the pin that names it, with its bytes."""

    pin: ChecklistPin
    compiled: CompiledChecklist


class SampleMaker:
    """Make all the audits of one order."""

    def __init__(
        self,
        order: SampleOrder,
        checklist: Callable[[ChecklistId], ReadyChecklist],
        standards: Standards,
        saving: Callable[[AuditId], Save],
    ) -> None:
        """Get ready.

        Args:
            order: What sample is wanted.
            checklist: Returns a checklist by its id.
            standards: Those in force, by which the audits are judged for good.
            saving: Returns what saves the audit with this id.

        ``in_rounds`` gathers the plans of the audits that are of a round.
        """
        self._order = order
        self._checklist = checklist
        self._standards = standards
        self._saving = saving
        self.in_rounds: list[AuditPlan] = []

    @property
    def total(self) -> int:
        """The number of audits that are made, drafts among them."""
        return self._order.audits + self._drafts

    @property
    def _drafts(self) -> int:
        return max(1, round(self._order.audits * _DRAFTS))

    def run(self) -> Iterator[int]:
        """Make the audits one after another; yield how many there are.

        Raises:
            SaveFailedError: The system refused one; those before it are whole.
        """
        made = number = 0
        while made < self._order.audits:
            made += self._make_signed(plan_audit(self._order, number), self._order.audits - made)
            number += 1
            yield made
        for draft in range(number, number + self._drafts):
            self._play(plan_audit(self._order, draft, is_draft=True)).session.save()
            made += 1
            yield made

    def _make_signed(self, plan: AuditPlan, most: int) -> int:
        """Make an audit, with the second reading and the re-audit if it has them; return how many.

        What follows the first is saved before it, because the first tells what came of it.
        """
        chance = chance_for(self._order.seed, "aftermath", plan.name)
        first = self._play(plan)
        is_moderated = chance.random() < MODERATED and most > 1
        moderation = self._sequel(plan_moderation(plan, first.signed_on)) if is_moderated else None
        is_inadequate = first.audit.grades[PRACTICE].band is GradeBand.INADEQUATE
        comes_back = is_inadequate and chance.random() < _COME_BACK_TO
        comes_back = comes_back and most > 1 + (moderation is not None)
        re_audit = self._sequel(plan_re_audit(plan, first.signed_on)) if comes_back else None
        let_time_pass(chance, first, moderation, re_audit)
        first.session.save()
        return 1 + (moderation is not None) + (re_audit is not None)

    def _sequel(self, plan: AuditPlan | None) -> Reading | None:
        if plan is None:
            return None
        reading = self._play(plan)
        let_time_pass(chance_for(self._order.seed, "aftermath", plan.name), reading, None, None)
        reading.session.save()
        return reading

    def _play(self, plan: AuditPlan) -> Reading:
        """Make the audit that is planned; the last step is still to be saved."""
        if plan.links is not None and plan.links.round is not None:
            self.in_rounds.append(plan)
        ready = [self._checklist(each) for each in plan.checklists]
        audit = Audit(
            id=plan.id,
            created_at=dt.datetime.combine(plan.begins, _OPENS),
            front=plan.front,
            checklists=tuple(each.pin for each in ready),
            links=plan.links,
        )
        compiled = [each.compiled for each in ready]
        reader = Reader(plan, self._standards)
        answered = Answering(reader, audit, compiled).run()
        file = GatheredFile(_rows(audit, ready), created(audit), self._saving(plan.id))
        session = GatheringSession(file, compiled, self._standards)
        Script(reader, session, answered).play()
        return Reading(plan, session)


def _rows(audit: Audit, ready: list[ReadyChecklist]) -> list[Put]:
    rows = [each for each in to_puts(audit) if each.table != CHECKLISTS]
    return [*rows, *(Put(CHECKLISTS, each.pin.id, each.pin.row()) for each in ready)]
