# SPDX-License-Identifier: MPL-2.0
"""Fill every field of an audit, so that a test can look for all of it in a report."""

import datetime as dt

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.outline import read_outline
from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.answer import Answer, Cause, Evidence, SetAsideAnswer, ToConfirm
from auditapp.model.audit import Audit, AuditStatus, ChecklistPin, Overall, SignOff
from auditapp.model.follow_up import (
    Action,
    ActionStatus,
    Concern,
    EarlierWording,
    Feedback,
    FeedbackFrom,
)
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from auditapp.model.ids import QuestionKey
from auditapp.model.links import Links
from tests.auditapp.report.reading import NOW, make_grade
from tests.making import make_front

GONE = QuestionKey("chronology/no-such-question")
NOT_APPLICABLE = QuestionKey("chronology/no-such-either")
NO_DATE = QuestionKey("chronology/no-such-date")


def outline_maker(checklists, standards):
    """Return a function that makes the outline of an audit on ``checklists``.

    They are pairs of what was loaded and what was compiled of it.
    """

    def make(answers=None, front=None, **held):
        pins = tuple(
            ChecklistPin(
                id=loaded.checklist.id,
                version=loaded.checklist.version,
                sha256=loaded.sha256,
                title=loaded.checklist.title,
            )
            for loaded, _compiled in checklists
        )
        audit = Audit.model_validate(
            {
                "id": "0" * 32,
                "created_at": NOW,
                "front": front or make_front(),
                "checklists": pins,
                "answers": answers or {},
                **held,
            }
        )
        return read_outline(audit, [compiled for _loaded, compiled in checklists], standards)

    return make


def filled_outline(make_outline, questions, word, **more):
    """Return the outline of an audit in which every field is filled.

    ``word`` makes each text; ``more`` are fields of the audit that are to be otherwise.
    """
    section = "chronology/no-such-section"
    first = questions[0][0]
    return make_outline(
        _answers(questions, word),
        make_front(
            case_reference=word(),
            auditor=word(),
            team=word(),
            worker_code=word(),
            caseload=77,
            workers_in_12_months=78,
            is_independent=True,
        ),
        status=AuditStatus.SIGNED_OFF,
        grades={
            key: make_grade(reason=word(), suggested=GradeBand.INADEQUATE)
            for key in (PRACTICE, IMPACT, section, *_section_keys(make_outline()))
        },
        **_follow_ups(first, word),
        overall=Overall(strengths=word(), improvements=word(), summary=word()),
        **_of_other_versions(first, word),
        **_since_signing(section, word),
        **more,
    )


def _answers(questions, word):
    """Return an answer to each question, and to some that no checklist has."""
    answers = {
        key: Answer(
            value=_value(question, word),
            reason=word(),
            late_reason=word(),
            note=word(),
            evidence=(Evidence(document=word(), date=dt.date(2026, 6, 12), place=word()),),
            cause=Cause.SYSTEM,
            flagged=True,
            changed_at=NOW,
            changed_by=word(),
        )
        for key, question in questions
    }
    answers[GONE] = Answer(value=word(), note=word(), agencies=(word(), word()))
    answers[NOT_APPLICABLE] = Answer(not_applicable=True, reason=word())
    answers[NO_DATE] = Answer(none_on_file=True, note=word())
    return answers


def _follow_ups(question, word):
    """Return an action, a concern and the feedback of everybody."""
    return {
        "actions": {
            "1": Action(
                what=word(),
                question=question,
                owner_role=word(),
                due=dt.date(2027, 1, 31),
                how_we_will_know=word(),
                status=ActionStatus.DROPPED,
                completion_evidence=word(),
                verified_by=word(),
                dropped_reason=word(),
                created_at=NOW,
            )
        },
        "concerns": {
            "1": Concern(
                what=word(),
                question=GONE,
                found_at=NOW,
                told_whom=word(),
                told_at=NOW,
                response=word(),
                closed_at=NOW,
                raised_by=word(),
            )
        },
        "feedback": {
            person: Feedback(asked=False, why_not=word(), how=word(), said=word())
            for person in FeedbackFrom
        },
    }


def _of_other_versions(question, word):
    """Return what an audit keeps of the words of other versions of its checklist."""
    return {
        "set_aside": {
            "chronology/old": SetAsideAnswer(
                question_text=word(),
                answer_text=word(),
                answer=Answer(value="met", note=word(), flagged=True),
                why=word(),
                checklist_version="0.9",
                question=GONE,
                beside=(question,),
            )
        },
        "to_confirm": {
            key: ToConfirm(
                question_text=word(), answer_text=word(), why=word(), checklist_version="0.8"
            )
            for key in (question, GONE)
        },
        "earlier_wordings": {
            "1": EarlierWording(question_text=word(), checklist_version="0.7"),
        },
    }


def _since_signing(section, word):
    """Return what is said of an audit when it is signed off, and after that."""
    return {
        "links": Links(round="a1" * 16, moderates="b2" * 16, re_audits="c3" * 16),
        "action_progress": {"1": ActionProgress(steps=_steps(word))},
        "agreed": {
            PRACTICE: AgreedGrade(band=GradeBand.GOOD, reason=word(), by=word(), at=NOW),
            section: AgreedGrade(band=GradeBand.INADEQUATE, reason=word(), by=word(), at=NOW),
        },
        "sign_off": SignOff(by=word(), at=NOW, content_hash="c0" * 32, history_head="d1" * 32),
    }


def _steps(word):
    """Return the steps of an action: begun, moved, done and left as it is."""
    return (
        ActionStep(status=ActionStatus.OPEN, by=word(), at=NOW, words=word(), done_by=word()),
        ActionStep(
            status=ActionStatus.OPEN,
            by=word(),
            at=NOW,
            words=word(),
            due=dt.date(2026, 12, 17),
            owner_role=word(),
        ),
        ActionStep(status=ActionStatus.DONE, by=word(), at=NOW, words=word(), done_by=word()),
        ActionStep(status=ActionStatus.DONE, by=word(), at=NOW, words=word(), is_left=True),
    )


def _value(question, word):
    """Return a value that suits a question; what is not chosen from a list holds a marker."""
    if question.kind is QuestionKind.TEXT:
        return word()
    if question.kind is QuestionKind.NUMBER:
        return 3
    if question.kind is QuestionKind.DATE:
        return "2026-09-03"
    if question.kind is QuestionKind.DATES:
        return ("2026-09-03", "2026-10-30")
    offered = [*question.answers] or None
    first = offered[0].id if offered else {"quality": "good"}.get(question.scale, "met")
    return (first,) if question.kind is QuestionKind.CHOICES else first


def _section_keys(outline):
    return [section.key for section in outline.sections]
