# SPDX-License-Identifier: MPL-2.0
"""Make up an audit to show what a report looks like. It is about no child and never stored."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.models import Checklist, Question, QuestionKind
from auditapp.checklist.translations import as_read
from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import compile_checklist
from auditapp.judgement.outline import Outline, read_outline
from auditapp.model.answer import Answer
from auditapp.model.audit import Audit, AuditStatus, ChecklistPin, Overall, SignOff
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.front_sheet import Cohort, FrontSheet
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.ids import AnswerId, AuditId, QuestionKey

_SHOWN: Final = 8
"""So many questions are answered: enough to see what answers look like."""

_OFFERING: Final = (QuestionKind.RATING, QuestionKind.CHOICE)
_BACK: Final = dt.timedelta(days=365)
_AHEAD: Final = dt.timedelta(days=42)


def sample_state(
    loaded: LoadedChecklist, standards: Standards, at: dt.datetime, team: int = 0
) -> AuditState:
    """Return a made-up audit on the checklist ``loaded``, as it stands at ``at`` (aware).

    It is of the first team, or of the one after as many more as ``team`` says.
    """
    checklist = as_read(loaded.checklist, standards.names)
    pin = ChecklistPin(
        id=checklist.id, version=checklist.version, sha256=loaded.sha256, title=checklist.title
    )
    who, today = _("Example auditor"), at.date()
    compiled = [compile_checklist(checklist)]
    audit = Audit(
        id=AuditId("0" * 32),
        created_at=at,
        front=FrontSheet(
            case_reference=_("EXAMPLE-1"),
            auditor=who,
            team=_("Example team {letter}").format(letter="ABC"[team]),
            cohorts=checklist.cohorts or (Cohort.CHILD_IN_CARE,),
            period_from=today - _BACK,
            period_to=today,
            judged_from=today - _BACK / 2,
        ),
        checklists=(pin,),
        **_follow_up(who, at),
    )
    answers = _answers(checklist, read_outline(audit, compiled, standards), at)
    answered = audit.model_copy(update={"answers": answers})
    return AuditState(read_outline(answered, compiled, standards), ())


def signed_sample(state: AuditState) -> AuditState:
    """Return a made-up audit as if it had been signed off when it was made."""
    audit = state.audit
    signed = SignOff(
        by=audit.front.auditor, at=audit.created_at, content_hash="0" * 64, history_head="0" * 64
    )
    changes = {"status": AuditStatus.SIGNED_OFF, "sign_off": signed}
    return replace(state, outline=replace(state.outline, audit=audit.model_copy(update=changes)))


def _follow_up(who: str, at: dt.datetime) -> dict[str, Any]:
    """Return what was judged, agreed and said, by the names of the fields of an audit."""
    return {
        "overall": Overall(
            summary=_("This is an example. No word in it is about a child."),
            strengths=_("The worker sees the child alone and writes down what the child says."),
            improvements=_("Supervision records do not say why a decision was made."),
        ),
        "grades": {
            PRACTICE: Grade(
                band=GradeBand.GOOD,
                reason=_("The plan followed what the child said."),
                suggested=GradeBand.REQUIRES_IMPROVEMENT,
                given_at=at,
                given_by=who,
            ),
            IMPACT: Grade(band=GradeBand.REQUIRES_IMPROVEMENT, given_at=at, given_by=who),
        },
        "actions": {
            "1": Action(
                what=_("Record the reason for each decision in supervision."),
                owner_role=_("Team manager"),
                due=at.date() + _AHEAD,
                created_at=at,
            )
        },
        "concerns": {
            "1": Concern(
                what=_("An example of an immediate concern that was dealt with."),
                found_at=at,
                told_whom=_("Team manager"),
                response=_("The child was visited the same day."),
                closed_at=at,
            )
        },
        "feedback": {
            FeedbackFrom.CHILD: Feedback(asked=True, said=_("“My worker listens to me.”")),
        },
    }


def _answers(checklist: Checklist, outline: Outline, at: dt.datetime) -> dict[QuestionKey, Answer]:
    """Return an answer to each of the first questions that offer some, not all the same."""
    asked = [each for each in outline.questions if each.question.kind in _OFFERING]
    return {
        each.key: Answer(
            value=_offered(checklist, each.question, place),
            note=_("A note says what was seen, and where.") if place == 0 else "",
            changed_at=at,
            changed_by=outline.audit.front.auditor,
        )
        for place, each in enumerate(asked[:_SHOWN])
    }


def _offered(checklist: Checklist, question: Question, place: int) -> AnswerId:
    """Return one of the answers that are offered; of a choice the first, which leads on."""
    if question.kind is QuestionKind.CHOICE:
        return question.answers[0].id
    ids = checklist.scale(question.scale or "").answer_ids
    return ids[place % len(ids)]
