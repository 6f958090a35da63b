# SPDX-License-Identifier: MPL-2.0
"""Name the fields of an audit, and put what they hold into words, for laying two side by side."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel

from auditapp.i18n import _
from auditapp.judgement.moment_words import moment_words
from auditapp.judgement.timescale_words import day_words
from auditapp.model.labels import label

FIELD_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
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
        "answer": _("Answer"),
        "why": _("Set aside"),
        "checklist_version": _("Version"),
        "question": _("Question"),
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
}
"""What each field of a row is called, in the order of the lines; by table."""

UNSAID: Final[Mapping[str, frozenset[str]]] = {
    "answers": frozenset({"value", "not_applicable", "none_on_file", "changed_at", "changed_by"}),
    "grades": frozenset({"given_at", "given_by"}),
    "actions": frozenset({"created_at"}),
}
"""Fields without a line of their own: the value, which has words of its own, and stamps."""


def plain_words(value: object) -> str:
    """Return what a field holds; empty when it holds nothing."""
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(plain_words, value)))
    if isinstance(value, BaseModel):
        return ", ".join(filter(None, (plain_words(each) for _name, each in value)))
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words(value)
    return "" if value is None else str(value)


_WORDS: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (StrEnum, label),
    (bool, lambda value: _("Yes") if value else _("No")),
    (dt.datetime, moment_words),  # before the date that it is as well
    (dt.date, day_words),
)
