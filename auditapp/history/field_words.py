# SPDX-License-Identifier: MPL-2.0
"""Name the fields of every table of an audit, and put what a row holds in them into words."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError

from auditapp.i18n import _, ngettext
from auditapp.judgement.action_course import step_words
from auditapp.judgement.day_words import day_words
from auditapp.judgement.evidence_words import evidence_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.action_progress import ActionStep
from auditapp.model.answer import Answer, Evidence
from auditapp.model.audit import Audit, ChecklistPin, PinnedTrust
from auditapp.model.frozen import Frozen
from auditapp.model.labels import label, where_from
from auditapp.model.tables import CHECKLISTS, SPECS

FIELD_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "audit": {"status": _("Status")},
    CHECKLISTS: {
        "title": _("Checklist"),
        "version": _("Version"),
        "trust": _("Where from"),
        "sha256": _("SHA-256 of its file"),
    },
    "front": {
        "case_reference": _("Case reference"),
        "auditor": _("Auditor"),
        "age_band": _("Age"),
        "cohorts": _("Groups"),
        "legal_status": _("Legal status"),
        "team": _("Team"),
        "worker_code": _("Worker code"),
        "period_from": _("Period from"),
        "period_to": _("Period to"),
        "judged_from": _("Judged from"),
        "sources_used": _("Sources used"),
        "caseload": _("Caseload"),
        "workers_in_12_months": _("Workers in a year"),
        "is_independent": _("Independent"),
    },
    "answers": {
        "value": _("Answer"),
        "reason": _("Reason"),
        "late_reason": _("Why late"),
        "note": _("Note"),
        "evidence": _("Evidence"),
        "cause": _("Cause"),
        "agencies": _("Agencies"),
        "flagged": _("Flagged"),
    },
    "to_confirm": {
        "question_text": _("Asked then"),
        "answer_text": _("Answered then"),
        "why": _("To confirm"),
        "checklist_version": _("Version"),
    },
    "set_aside": {
        "question_text": _("Asked then"),
        "answer_text": _("Answered then"),
        "answer": _("Note then"),
        "why": _("Set aside"),
        "checklist_version": _("Version"),
        "beside": _("Asked now"),
    },
    "grades": {
        "band": _("Grade"),
        "reason": _("Reason"),
        "suggested": _("Suggested by the rules"),
    },
    "actions": {
        "what": _("Action"),
        "question": _("From"),
        "owner_role": _("Owner"),
        "due": _("Due"),
        "how_we_will_know": _("How we will know"),
        "status": _("Status"),
        "completion_evidence": _("Evidence it is done"),
        "verified_by": _("Verified by"),
        "dropped_reason": _("Dropped because"),
    },
    "concerns": {
        "what": _("Concern"),
        "question": _("Question"),
        "found_at": _("Found"),
        "told_whom": _("Told"),
        "told_at": _("Told on"),
        "response": _("Response"),
        "closed_at": _("Closed"),
        "raised_by": _("Raised by"),
    },
    "earlier_wordings": {
        "question_text": _("Asked then"),
        "checklist_version": _("Version"),
    },
    "feedback": {
        "asked": _("Asked"),
        "why_not": _("Why not asked"),
        "how": _("How asked"),
        "said": _("What they said"),
    },
    "overall": {
        "strengths": _("Strengths"),
        "improvements": _("Areas for improvement"),
        "summary": _("Summary"),
    },
    "differences": {"others": _("Another version")},
    "standards": {
        "rules": _("Timescales in force"),
        "local": _("Set by the council"),
        "days_off": _("Extra days off"),
        "days_worked": _("Days worked after all"),
        "names": _("Local names"),
    },
    "amendment": {
        "number": _("Amendment"),
        "reason": _("Reason"),
        "by": _("Opened by"),
        "at": _("Opened on"),
        "amends": _("Amends the contents with SHA-256"),
    },
    "sign_off": {
        "by": _("Signed off by"),
        "at": _("Signed off on"),
        "content_hash": _("Contents, SHA-256"),
        "history_head": _("Last change, SHA-256"),
    },
    "links": {
        "round": _("Round"),
        "moderates": _("Moderates the audit"),
        "re_audits": _("Comes back to the audit"),
    },
    "action_progress": {"steps": _("How it stands")},
    "agreed": {
        "band": _("Agreed grade"),
        "reason": _("Reason"),
        "by": _("Recorded by"),
        "at": _("Recorded on"),
        "others": _("Another version"),
    },
}
"""What each field of a row is called, in the order in which changes are told; by table."""

UNSAID: Final[Mapping[str, frozenset[str]]] = {
    "audit": frozenset({"id", "copy_of", "created_at"}),
    CHECKLISTS: frozenset({"id", "data"}),
    "answers": frozenset({"not_applicable", "none_on_file", "changed_at", "changed_by"}),
    "set_aside": frozenset({"question"}),
    "grades": frozenset({"given_at", "given_by"}),
    "actions": frozenset({"created_at"}),
    "differences": frozenset({"table", "key"}),
}
"""Fields that are not told: stamps, what the place says already, and two that are told as the
answer itself."""

_MODELS: Final[Mapping[str, type[Frozen]]] = {"audit": Audit, CHECKLISTS: ChecklistPin}


def field_words(table: str, name: str, stored: object) -> str:
    """Return what a field of a stored row holds; empty when it holds nothing."""
    return plain_words(field_value(table, name, stored))


def field_value(table: str, name: str, stored: object) -> object:
    """Return a field of a stored row as its model has it; as it is stored where that fails.

    A line of the history is kept for ever, and what a field may hold can change meanwhile.
    """
    adapter = _adapter(table, name)
    try:
        return stored if adapter is None else adapter.validate_python(stored)
    except ValidationError:
        return stored


def plain_words(value: object) -> str:
    """Return a value of a model in words; empty when it holds nothing."""
    if isinstance(value, tuple | list):
        if value and isinstance(value[0], Mapping):
            return _count_words(len(value))
        if value and isinstance(value[0], ActionStep):  # those before have lines of their own
            return step_words(value[-1])
        return "; ".join(filter(None, map(plain_words, value)))
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words(value)
    return "" if value is None else str(value)


def model_words(value: BaseModel) -> str:
    """Return every field of a model in words, in their order; empty ones are left out."""
    return ", ".join(filter(None, (plain_words(each) for _name, each in value)))


def _mapping_words(value: Mapping[str, object]) -> str:
    """Return names with what they stand for; of rules, which are rows themselves, the number."""
    if all(isinstance(each, str) for each in value.values()):
        return "; ".join(f"{key}: {each}" for key, each in value.items())
    return _count_words(len(value))


def _count_words(count: int) -> str:
    return ngettext("{count} timescale", "{count} timescales", count).format(count=count)


def _answer_words(value: Answer) -> str:
    """Return what was written with an answer; what was answered stands beside it."""
    return "; ".join(filter(None, (value.reason, value.note, plain_words(value.evidence))))


def _float_words(value: float) -> str:
    return str(int(value)) if value.is_integer() else str(value)


_WORDS: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (StrEnum, label),
    (bool, lambda value: _("Yes") if value else _("No")),
    (dt.datetime, moment_words),  # before the date that it is as well
    (dt.date, day_words),
    (float, _float_words),
    (PinnedTrust, lambda value: where_from(value.state, value.signer, value.key_id)),
    (Answer, _answer_words),
    (Evidence, evidence_words),
    (BaseModel, model_words),
    (Mapping, _mapping_words),
)


@cache
def _adapter(table: str, name: str) -> "TypeAdapter[object] | None":
    """Return what reads a field, None where no model of today has it."""
    model = SPECS[table].model if table in SPECS else _MODELS.get(table)
    field = model.model_fields.get(name) if model else None
    annotation: Any = field and field.annotation
    return None if field is None else TypeAdapter(annotation)
