# SPDX-License-Identifier: MPL-2.0
"""Fill an open audit in, so that tests of its review can begin where the auditor ends."""

import datetime as dt

from auditapp.checklist.models import Measure, QuestionKind
from auditapp.judgement.gaps import can_be_graded, needs_late_reason
from auditapp.judgement.grading import suggest_grade
from auditapp.model.answer import Evidence
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
WEEKS = tuple(str(dt.date(2025, 11, 3) + dt.timedelta(weeks=week)) for week in range(52))


def make_grade(band=GradeBand.GOOD, reason="Seen alone at each visit.", suggested=None):
    """Make a grade that somebody gave."""
    return Grade(band=band, reason=reason, suggested=suggested, given_at=NOW, given_by="R. Okafor")


def give_answer(open_audit, asked):
    """Give a question the best answer that it takes, with a note and a place on the file."""
    open_audit.change_answer(
        asked.key,
        value=_value(asked),
        note="Recorded in the notes of each visit.",
        evidence=(Evidence(document="Visit record", date=dt.date(2026, 10, 3)),),
    )


def answer_all(open_audit, but=()):
    """Answer every question that is asked, those that come up on the way as well."""
    while left := [
        asked
        for asked in open_audit.outline.questions
        if asked.key not in but and not open_audit.audit.answer(asked.key).is_given
    ]:
        give_answer(open_audit, left[0])
    for asked in open_audit.outline.questions:
        if needs_late_reason(open_audit.outline, asked):
            open_audit.change_answer(asked.key, late_reason="Placement moved in that week.")


def grade_all(open_audit):
    """Give every grade as it is suggested, each with a reason."""
    outline = open_audit.outline
    keys = [section.key for section in outline.sections if can_be_graded(outline, section)]
    for key in [*keys, PRACTICE, IMPACT]:
        band = suggest_grade(open_audit.outline, key).band or GradeBand.GOOD
        open_audit.give_grade(key, make_grade(band))


def hear_all(open_audit):
    """Record that nobody could be asked for feedback, and why."""
    for person in FeedbackFrom:
        open_audit.put_feedback(person, Feedback(asked=False, why_not="Away on that day."))


def finish(open_audit):
    """Do everything that must be done before an audit can be signed off."""
    answer_all(open_audit)
    grade_all(open_audit)
    hear_all(open_audit)
    open_audit.flush()


def _value(asked):
    question = asked.question
    if question.kind is QuestionKind.RATING:
        is_quality = asked.checklist.scale(question.scale).measures is Measure.QUALITY
        return "good" if is_quality else "met"
    if question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES):
        first = next(answer.id for answer in question.answers if not answer.raises)
        return first if question.kind is QuestionKind.CHOICE else (first,)
    return {
        QuestionKind.TEXT: "He says that he likes the visits.",
        QuestionKind.NUMBER: 1,
        QuestionKind.DATE: WEEKS[0] if "start" in asked.key else WEEKS[-1],
        QuestionKind.DATES: WEEKS,
    }[question.kind]
