# SPDX-License-Identifier: MPL-2.0
"""Make up short audits of other case files, so that there is something to read together."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.checklist.models import Question, QuestionKind
from auditapp.judgement.gaps import gaps
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.answer import Value
from auditapp.model.audit import Overall
from auditapp.model.edits import (
    Author,
    change_answer,
    change_overall,
    give_grade,
    put_action,
    put_feedback,
)
from auditapp.model.follow_up import Action, Feedback, FeedbackFrom
from auditapp.model.front_sheet import AgeBand, Cohort, FrontSheet
from auditapp.model.grade import Grade, GradeBand
from auditapp.model.ids import AuditId, ChecklistId, SectionKey, new_record_id
from auditapp.workspace import Workspace

CHECKLIST: Final = ChecklistId("seen-and-safe")
TEAMS: Final = ("Assessment", "Children in care, north", "Court team")
FIRST_NUMBER: Final = 3000
DAYS_APART: Final = 14
SAID: Final = (
    "Somebody comes when they say they will, and listens.",
    "The visits are short. They listen all the same.",
    "Nobody told us that the worker had changed.",
)


@dataclass(frozen=True, slots=True)
class _Sample:
    """Tell how the audit with this number comes out; it is the same each time."""

    number: int

    @property
    def team(self) -> str:
        """The team that the case file belongs to: one after the other."""
        return TEAMS[self.number % len(TEAMS)]

    @property
    def grade(self) -> GradeBand:
        """The grade of practice and impact: each comes up, in an order without a pattern."""
        return GradeBand.from_rank((self.number * 7 % 10) // 3)

    def chosen(self, question: Question, options: Sequence[str]) -> str:
        """Return one of the answers offered, mostly one of the first two."""
        turn = (self.number * 5 + len(question.text)) % 7
        return options[min(turn // 3, len(options) - 1)]


class Calendar:
    """Tell the time as a workspace asks for it, and let it be another while audits are made up."""

    def __init__(self) -> None:
        self.ago = dt.timedelta()

    def __call__(self) -> dt.datetime:
        """Return now, or some time ago."""
        return dt.datetime.now(dt.UTC) - self.ago


def make_audits(workspace: Workspace, calendar: Calendar, count: int) -> None:
    """Start, answer and sign off ``count`` audits of case files that have never existed.

    One is made every ``DAYS_APART`` days, the last of them today. ``calendar`` is the clock of the
    workspace, and tells the true time again afterwards.
    """
    for number in range(count):
        sample = _Sample(number)
        calendar.ago = dt.timedelta(days=DAYS_APART * (count - 1 - number))
        audit_id = workspace.start_audit(_front(sample), [CHECKLIST])
        by = Author("A. Auditor", workspace.clock())
        fill_audit(workspace, audit_id, number, by)
        workspace.sign_off(audit_id, by)
        workspace.close_audit(audit_id)


def fill_audit(workspace: Workspace, audit_id: AuditId, number: int, by: Author) -> None:
    """Answer, grade and judge an audit on ``CHECKLIST``; each ``number`` has other answers."""
    _answer_all(workspace, audit_id, _Sample(number), by)
    _judge(workspace, audit_id, _Sample(number), by)


def _front(sample: _Sample) -> FrontSheet:
    return FrontSheet(
        case_reference=f"HX-{FIRST_NUMBER + sample.number}",
        auditor="A. Auditor",
        age_band=AgeBand.FROM_10,
        cohorts=(Cohort.CHILD_IN_NEED,),
        team=sample.team,
        worker_code=f"SW-{20 + sample.number % 6}",
        period_from=dt.date(2025, 11, 1),
        period_to=dt.date(2026, 10, 31),
        judged_from=dt.date(2026, 5, 1),
    )


def _answer_all(workspace: Workspace, audit_id: AuditId, sample: _Sample, by: Author) -> None:
    """Answer one question after the other, because an answer may bring further questions."""
    while waiting := _waiting(workspace, audit_id):
        asked = waiting[0]
        audit = workspace.open_audit(audit_id)
        value = _value(asked, sample)
        workspace.commit(audit_id, change_answer(audit, asked.key, by, value=value, note="Read."))


def _waiting(workspace: Workspace, audit_id: AuditId) -> list[AskedQuestion]:
    outline = _outline(workspace, audit_id)
    return [each for each in outline.questions if not outline.audit.answer(each.key).is_given]


def _outline(workspace: Workspace, audit_id: AuditId) -> Outline:
    return workspace.outline(workspace.open_audit(audit_id))


def _value(asked: AskedQuestion, sample: _Sample) -> Value:
    question = asked.question
    offered = [str(each) for each in asked.checklist.answer_texts(question.id)]
    if question.kind in (QuestionKind.RATING, QuestionKind.CHOICE):
        return sample.chosen(question, offered)
    if question.kind is QuestionKind.CHOICES:
        return (sample.chosen(question, offered),)
    day = (dt.date(2026, 9, 1) + dt.timedelta(days=sample.number)).isoformat()
    if question.kind is QuestionKind.NUMBER:
        return sample.number % 4
    if question.kind is QuestionKind.DATES:
        return (day,)
    return day if question.kind is QuestionKind.DATE else "As the file shows it."


def _judge(workspace: Workspace, audit_id: AuditId, sample: _Sample, by: Author) -> None:
    """Give the grades that are missing, say the whole, set an action, and say who was heard."""
    outline = _outline(workspace, audit_id)
    for key in [gap.grade for gap in gaps(outline) if gap.grade]:
        grade = Grade(band=sample.grade, reason="Best fit.", given_at=by.now, given_by=by.name)
        workspace.commit(audit_id, give_grade(SectionKey(key), grade, by))
    overall = Overall(strengths="The child is seen.", improvements="Say why, each time.")
    workspace.commit(audit_id, change_overall(overall, by))
    action = Action(
        what="Write down what each visit is for",
        question=outline.questions[sample.number % len(outline.questions)].key,
        owner_role="Social worker",
        due=dt.date(2026, 11, 1) + dt.timedelta(days=sample.number),
        how_we_will_know="The next three records say so",
        created_at=by.now,
    )
    workspace.commit(audit_id, put_action(new_record_id(), action, by))
    for turn, person in enumerate(FeedbackFrom, start=sample.number):
        said = Feedback(asked=True, said=SAID[turn % len(SAID)])
        workspace.commit(audit_id, put_feedback(person, said, by))
