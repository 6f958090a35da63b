# SPDX-License-Identifier: MPL-2.0
"""Make one invented audit from its plan: work out the answers, play the script, save."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.ids import ChecklistId
from auditapp.model.records import Put
from auditapp.model.tables import CHECKLISTS, to_puts
from auditapp.sample.answering import Answering
from auditapp.sample.gathering import GatheredFile, GatheringSession, Save, created
from auditapp.sample.plans import AuditPlan
from auditapp.sample.reader import Reader
from auditapp.sample.script import Script

_OPENS: Final = dt.time(8, 45, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class ReadyChecklist:
    """Hold a checklist ready for answering, and the pin that names it, with its bytes."""

    pin: ChecklistPin
    compiled: CompiledChecklist


def make_audit(
    plan: AuditPlan,
    checklists: Mapping[ChecklistId, ReadyChecklist],
    standards: Standards,
    save: Save,
) -> None:
    """Make the audit that is planned, and save it with its whole history.

    Args:
        plan: The audit.
        checklists: At least those that it uses.
        standards: Those in force, by which it is judged for good.
        save: Saves it; called once, and again for each step of an amendment.

    Raises:
        SaveFailedError: The system refused it.
    """
    ready = [checklists[each] for each in plan.checklists]
    audit = Audit(
        id=plan.id,
        created_at=dt.datetime.combine(plan.begins, _OPENS),
        front=plan.front,
        checklists=tuple(each.pin for each in ready),
    )
    compiled = [each.compiled for each in ready]
    reader = Reader(plan, standards)
    answered = Answering(reader, audit, compiled).run()
    rows = [each for each in to_puts(audit) if each.table != CHECKLISTS]
    pins = [Put(CHECKLISTS, each.pin.id, each.pin.row()) for each in ready]
    file = GatheredFile([*rows, *pins], created(audit), save)
    session = GatheringSession(file, compiled, standards)
    Script(reader, session, answered).play()
