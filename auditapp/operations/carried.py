# SPDX-License-Identifier: MPL-2.0
"""Carry into an audit what earlier ones of the same case, or of its worker, asked for.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. Audits found the gaps,
and nobody made sure that anything was done (``hull-2015 para 133``).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.judgement.action_steps import WAITING, plain_name
from auditapp.judgement.actions import vagueness
from auditapp.model.action_progress import ActionNow
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ids import AuditId, RecordId
from auditapp.model.records import Record
from auditapp.operations.insight import InsightOperations

if TYPE_CHECKING:  # made late: nobody waits for SQLite who only answers questions
    from auditapp.insight.action_search import ActionRow


@dataclass(frozen=True, slots=True)
class CarriedAction:
    """Hold an action of an earlier audit that somebody still has to do or say something about.

    ``is_same_case`` tells it from one of the same worker in another case, of which neither the case
    nor the question is told. ``course`` tells what became of it.
    """

    row: "ActionRow"
    is_same_case: bool
    course: tuple[str, ...] = ()


class CarriedOperations(InsightOperations):
    """Find what still waits of other audits."""

    def earlier_actions(
        self, reference: str, worker: str, without: AuditId | None = None
    ) -> list[CarriedAction]:
        """Return what still waits of other audits of a case, then of its worker's other cases.

        Letter case and spaces in ``reference`` and ``worker`` are forgiven.

        Raises:
            NotAllowedError: The workspace is locked.
        """
        self.refresh_digests()
        same_case, same_worker = self._earlier_audits(reference, worker, without)
        with self._lock:
            words = self._words([*same_case, *same_worker])
        of_case = _waiting(same_case, words, is_same_case=True)
        return [*of_case, *_waiting(same_worker, words, is_same_case=False)]

    # Inside

    def _earlier_audits(
        self, reference: str, worker: str, without: AuditId | None
    ) -> tuple[dict[AuditId, Record], dict[AuditId, Record]]:
        """Return the facts of other audits of a case, and of other cases of a worker."""
        case, code = plain_name(reference), plain_name(worker)
        same_case, same_worker = {}, {}
        with self._lock:
            for audit_id, states in self._repository.digests.facts().items():
                facts = states[0]
                if audit_id == without:
                    continue
                if case and plain_name(facts["reference"]) == case:
                    same_case[AuditId(audit_id)] = facts
                elif code and plain_name(facts["worker"]) == code:
                    same_worker[AuditId(audit_id)] = facts
        return same_case, same_worker


def _waiting(
    audits: Mapping[AuditId, Record],
    words: Mapping[str, Sequence[Record]],
    *,
    is_same_case: bool,
) -> list[CarriedAction]:
    """Return the actions of some audits that somebody still waits for, what is due first on top."""
    from auditapp.insight.action_search import ActionRow  # noqa: PLC0415 - as above

    found = []
    for audit_id, facts in audits.items():
        said = words[audit_id][0]
        for key, record in said["actions"].items():
            action = ActionNow.model_validate(record)
            if action.status not in WAITING:
                continue
            reference = facts["reference"] if is_same_case else ""
            question = said["questions"].get(key, "") if is_same_case else ""
            vague = vagueness(action) if action.status is ActionStatus.OPEN else ""
            place = (audit_id, RecordId(key))
            row = ActionRow(*place, action, reference, facts["team"], "", question, vague)
            course = tuple(said["courses"].get(key, ()))
            found.append(CarriedAction(row, is_same_case, course))
    return sorted(found, key=lambda each: each.row.action.due or dt.date.max)
