# SPDX-License-Identifier: MPL-2.0
"""Say what is missing from an audit, what contradicts itself, and what blocks signing off.

The contradictions are those that make audits over-optimistic: a good rating with nothing behind
it, a shortfall without a cause, a flag that leads to nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditapp.checklist.models import Question, QuestionKind
from auditapp.i18n import _
from auditapp.judgement.grading import counts_as, suggest_grade
from auditapp.judgement.outline import AskedQuestion, AskedSection, Outline
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Answer
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.ids import QuestionKey, SectionKey
from auditapp.model.settling import unsettled

BETTER_RATINGS = frozenset({"outstanding", "good", "met"})
"""Ratings that claim something and so want something behind them."""


class GapKind(StrEnum):
    """Name what is missing or does not fit together."""

    UNANSWERED = "unanswered"
    TO_CONFIRM = "to_confirm"
    NO_REASON = "no_reason"
    NO_LATE_REASON = "no_late_reason"
    NO_AGENCY = "no_agency"
    NO_EVIDENCE = "no_evidence"
    NO_CAUSE = "no_cause"
    IDLE_FLAG = "idle_flag"
    NO_CONCERN = "no_concern"
    WARNING = "warning"
    NO_GRADE = "no_grade"
    NO_GRADE_REASON = "no_grade_reason"
    NO_FEEDBACK = "no_feedback"
    OPEN_CONCERN = "open_concern"
    DIFFERENCE = "difference"


ADVISORY = frozenset(
    {
        GapKind.NO_EVIDENCE,
        GapKind.NO_CAUSE,
        GapKind.IDLE_FLAG,
        GapKind.NO_CONCERN,
        GapKind.WARNING,
    }
)
"""Gaps that an auditor may sign off with, having seen them. All others block sign-off."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Hold one thing to put right: what, in a sentence, and where (a question or grade key).

    ``row`` is the table and the key of a row with versions that came from two computers.
    """

    kind: GapKind
    sentence: str
    question: QuestionKey | None = None
    grade: str | None = None
    feedback: FeedbackFrom | None = None
    row: tuple[str, str] | None = None

    @property
    def blocks(self) -> bool:
        """Tell whether the audit cannot be signed off with this gap."""
        return self.kind not in ADVISORY


def gaps(outline: Outline) -> list[Gap]:
    """Return everything that is missing or contradicts itself, in the order of the audit."""
    found = [gap for asked in outline.questions for gap in question_gaps(outline, asked)]
    found += _grade_gaps(outline)
    found += _feedback_gaps(outline)
    sentence = _("This was changed on two computers to different things. Choose what stands.")
    found += [
        Gap(GapKind.DIFFERENCE, sentence, row=(each.table, each.key))
        for each in unsettled(outline.audit)
    ]
    found += [
        Gap(
            GapKind.OPEN_CONCERN,
            _("An immediate concern is open. Record the response to it."),
            concern.question,
        )
        for concern in outline.audit.open_concerns
    ]
    return found


def question_gaps(outline: Outline, asked: AskedQuestion) -> Iterator[Gap]:
    """Yield what is missing or contradicts itself in the answer to one question."""
    answer = outline.audit.answer(asked.key)
    if answer.not_applicable:
        yield from _reason_gaps(asked, answer)
    elif answer.is_given:
        yield from _value_gaps(outline, asked, answer)
    elif asked.question.required:
        yield Gap(GapKind.UNANSWERED, _("This question has no answer yet."), asked.key)
    if asked.key in outline.audit.to_confirm:
        sentence = _("Answered before the question was revised. Confirm the answer, or change it.")
        yield Gap(GapKind.TO_CONFIRM, sentence, asked.key)
    if needs_late_reason(outline, asked) and not answer.late_reason.strip():
        sentence = _("The timescale was not met. Give the reason, or say that none is on file.")
        yield Gap(GapKind.NO_LATE_REASON, sentence, asked.key)
    if answer.flagged and not _leads_somewhere(outline, asked.key):
        sentence = _("Flagged, but there is neither an action nor a concern.")
        yield Gap(GapKind.IDLE_FLAG, sentence, asked.key)
    for message in outline.warnings(asked):
        yield Gap(GapKind.WARNING, message, asked.key)


def grade_gap(outline: Outline, key: str) -> Gap | None:
    """Return what is missing in one grade, where it is asked for and anything is."""
    is_overall = key in (PRACTICE, IMPACT)
    if not is_overall:
        section = outline.section_by_key.get(SectionKey(key))
        if section is None or not can_be_graded(outline, section):
            return None
    grade = outline.audit.grades.get(key)
    if grade is None:
        return Gap(GapKind.NO_GRADE, _("No grade has been given."), grade=key)
    if grade.reason.strip():
        return None
    if is_overall:
        return Gap(GapKind.NO_GRADE_REASON, _("This grade needs a reason."), grade=key)
    suggested = suggest_grade(outline, key).band
    if suggested is None or grade.band is suggested:
        return None
    sentence = _("This grade differs from the one suggested, so it needs a reason.")
    return Gap(GapKind.NO_GRADE_REASON, sentence, grade=key)


def can_be_graded(outline: Outline, section: AskedSection) -> bool:
    """Tell whether a section is graded and something in it applies to this child."""
    ratings = (each for each in section.questions if each.question.kind is QuestionKind.RATING)
    applies = any(not outline.audit.answer(each.key).not_applicable for each in ratings)
    return section.is_graded and applies


def asks_cause(asked: AskedQuestion, answer: Answer) -> bool:
    """Tell whether an answer is a shortfall whose cause is asked for."""
    return answer.value in asked.checklist.causes_asked(asked.question.id)


def raises_concern(question: Question, answer: Answer) -> bool:
    """Tell whether an answer is one after which an immediate concern should be raised."""
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return any(option.raises and option.id in chosen for option in question.answers)


def is_late(outline: Outline, asked: AskedQuestion) -> bool:
    """Tell whether a timescale was not met."""
    result = outline.timescale(asked)
    return result is not None and result.state is TimescaleState.LATE


def needs_late_reason(outline: Outline, asked: AskedQuestion) -> bool:
    """Tell whether a timescale was not met and the checklist wants the reason for it."""
    timescale = asked.question.timescale
    wants_reason = timescale is not None and timescale.reason_for_late == "required"
    return wants_reason and is_late(outline, asked)


def _reason_gaps(asked: AskedQuestion, answer: Answer) -> Iterator[Gap]:
    allowed = asked.question.not_applicable
    if allowed and allowed.reason == "required" and not answer.reason.strip():
        yield Gap(GapKind.NO_REASON, _("“Not applicable” needs a reason."), asked.key)


def _value_gaps(outline: Outline, asked: AskedQuestion, answer: Answer) -> Iterator[Gap]:
    question = asked.question
    if asked.checklist.agencies and not answer.agencies:
        sentence = _("Say which agency’s work this answer is about.")
        yield Gap(GapKind.NO_AGENCY, sentence, asked.key)
    if question.kind is QuestionKind.RATING:
        has_support = bool(answer.evidence) or bool(answer.note.strip())
        if counts_as(outline, asked) in BETTER_RATINGS and not has_support:
            sentence = _("A good rating, with no note and no evidence behind it.")
            yield Gap(GapKind.NO_EVIDENCE, sentence, asked.key)
        if asks_cause(asked, answer) and answer.cause is None:
            sentence = _("A shortfall without a cause. Say what lies behind it.")
            yield Gap(GapKind.NO_CAUSE, sentence, asked.key)
    if raises_concern(question, answer) and not _has_concern(outline, asked.key):
        sentence = _("This answer calls for an immediate concern, and none has been raised.")
        yield Gap(GapKind.NO_CONCERN, sentence, asked.key)


def _leads_somewhere(outline: Outline, key: QuestionKey) -> bool:
    has_action = any(action.question == key for action in outline.audit.actions.values())
    return has_action or _has_concern(outline, key)


def _has_concern(outline: Outline, key: QuestionKey) -> bool:
    return any(concern.question == key for concern in outline.audit.concerns.values())


def _grade_gaps(outline: Outline) -> Iterator[Gap]:
    for key in [*(section.key for section in outline.sections), PRACTICE, IMPACT]:
        gap = grade_gap(outline, key)
        if gap is not None:
            yield gap


def _feedback_gaps(outline: Outline) -> Iterator[Gap]:
    for person in FeedbackFrom:
        if not outline.audit.feedback.get(person, Feedback()).is_complete:
            sentence = _("Say what they told you, or why they were not asked.")
            yield Gap(GapKind.NO_FEEDBACK, sentence, feedback=person)
