# SPDX-License-Identifier: MPL-2.0
"""Make audits for the tests of the kinds of report, small ones and very large ones."""

import datetime as dt

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.audit_states import AuditState
from auditapp.model.answer import Answer, Cause
from auditapp.model.audit import AuditStatus, Overall, SignOff
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from auditapp.report.across.frame import AcrossOptions
from tests.auditapp.report.reading import NOW, OPTIONS, make_grade
from tests.making import make_front

ACROSS = AcrossOptions(OPTIONS, NOW)
SHARED = AcrossOptions(OPTIONS, NOW, is_shared=True)
SIGNED = SignOff(by="R. Okafor", at=NOW, content_hash="c0" * 32, history_head="d1" * 32)
DAY = dt.timedelta(days=1)

POINT = "She was seen at home and at school, and what she said was written down each time. "


def signed_off(**changes):
    """Return the fields of an audit that was signed off."""
    return {"status": AuditStatus.SIGNED_OFF, "sign_off": SIGNED} | changes


def graded(practice=GradeBand.GOOD, impact=GradeBand.GOOD):
    """Return both overall grades."""
    return {PRACTICE: make_grade(practice), IMPACT: make_grade(impact)}


def rated(questions, count, value="met", note=""):
    """Return answers to the first ``count`` ratings that are always asked."""
    ratings = [
        (key, each)
        for key, each in questions
        if each.kind is QuestionKind.RATING and each.when is None and not each.cohorts
    ]
    scales = {"quality": {"met": "good", "not_met": "inadequate"}}
    return {
        key: Answer(
            value=scales.get(question.scale, {}).get(value, value),
            note=note,
            cause=Cause.SYSTEM,
            changed_at=NOW,
            changed_by="R. Okafor",
        )
        for key, question in ratings[:count]
    }


def concern(what="Nobody saw her for three weeks", *, is_open=True, **changes):
    """Make a concern, told an hour and five minutes after it was found."""
    fields = {
        "what": what,
        "found_at": NOW,
        "told_whom": "Team manager",
        "told_at": NOW + dt.timedelta(minutes=65),
        "raised_by": "R. Okafor",
    }
    if not is_open:
        fields |= {"response": "She was seen that evening", "closed_at": NOW + DAY}
    return Concern(**(fields | changes))


def action(what="Write it down", **changes):
    """Make an action that says all that an action should say."""
    fields = {
        "what": what,
        "owner_role": "Social worker",
        "due": NOW.date() + DAY,
        "how_we_will_know": "It is written down",
        "created_at": NOW,
    }
    return Action(**(fields | changes))


def records(*each):
    """Return records by ids of their own."""
    return {f"{at:032x}": one for at, one in enumerate(each)}


def large_audit(make_outline, questions, count, times=1, **changes):
    """Make a signed audit with ``count`` ratings, and texts of ``times`` sentences."""
    words = (POINT * times).strip()
    statuses = list(ActionStatus)
    actions = [
        action(f"{words} {at}", status=statuses[at % 4], question=questions[0][0])
        for at in range(max(1, count // 4))
    ]
    fields = signed_off(
        grades=graded(),
        actions=records(*actions),
        overall=Overall(
            strengths="\n".join([words] * 3), improvements="\n".join([words] * 3), summary=words
        ),
        feedback={person: Feedback(asked=True, said=words) for person in FeedbackFrom},
    )
    answers = rated(questions, count, "not_met", words)
    return AuditState(make_outline(answers, **(fields | changes)), [])


def many(make_outline, questions, *teams, **changes):
    """Make a signed audit for each of ``teams``; every third one is inadequate, all met."""
    bands = (GradeBand.GOOD, GradeBand.OUTSTANDING, GradeBand.INADEQUATE)
    return [
        AuditState(
            make_outline(
                rated(questions, 4),
                make_front(team=team, case_reference=f"HX-{at}"),
                id=f"{at:032x}",
                **signed_off(grades=graded(bands[at % 3]), **changes),
            ),
            [],
        )
        for at, team in enumerate(teams)
    ]
