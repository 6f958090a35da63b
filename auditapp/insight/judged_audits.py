# SPDX-License-Identifier: MPL-2.0
"""Take from an audit what is counted when many are read together."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auditapp.checklist.models import Checklist, QuestionKind
from auditapp.insight.meanings import Criterion, Meanings
from auditapp.judgement.action_course import action_course
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.grading import counts_as
from auditapp.judgement.moment_words import uk_time
from auditapp.judgement.outline import Outline
from auditapp.judgement.question_names import question_name
from auditapp.judgement.timescales import TimescaleResult, TimescaleState
from auditapp.model.action_progress import ActionNow
from auditapp.model.answer import Cause
from auditapp.model.audit import Audit
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from auditapp.model.history import last_change
from auditapp.model.ids import RecordId

NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ThemedAction:
    """Hold an action, the section of the checklist that it comes from, and where that was found.

    ``theme`` and ``question`` are empty for an action of no question; ``reference`` names the case,
    ``course`` tells in sentences what became of it, ``id`` is its own, and ``is_second`` tells that
    a second reading set it.
    """

    action: ActionNow
    theme: str
    reference: str = ""
    question: str = ""
    course: tuple[str, ...] = ()
    id: RecordId | None = None
    is_second: bool = False


@dataclass(frozen=True, slots=True)
class JudgedAudit:
    """Hold what is counted of one audit.

    Args:
        day: the day of its sign-off or, of a draft, of its last change.
        team: as its front sheet names it.
        is_draft: it was not signed off.
        practice: the practice grade that counts, agreed in moderation or given, if there is one.
        impact: the impact grade that counts, likewise.
        ratings: what each rated criterion counts as on the built-in scale, or not applicable.
        timescales: what became of each timescale that applied.
        causes: how often each cause of a shortfall was given.
        actions: its actions, each with its theme.
        feedback: who was asked, and what they said.
        concerns: how many immediate concerns were raised.
        first_practice: the practice grade that the auditor gave, whatever was agreed afterwards.
        first_impact: the impact grade, likewise.
        is_moderated: moderation agreed on at least one grade.
        reference: names the case.
        cohorts: the situations that the child is in.
        titles: the checklists that were used.
        late_reasons: why a timescale was missed, where the auditor says so.
    """

    day: dt.date
    team: str
    is_draft: bool
    practice: GradeBand | None
    impact: GradeBand | None
    ratings: Mapping[Criterion, str]
    timescales: Mapping[Criterion, TimescaleResult]
    causes: Mapping[Cause, int]
    actions: tuple[ThemedAction, ...]
    feedback: Mapping[FeedbackFrom, Feedback]
    concerns: int
    first_practice: GradeBand | None = None
    first_impact: GradeBand | None = None
    is_moderated: bool = False
    reference: str = ""
    cohorts: tuple[Cohort, ...] = ()
    titles: tuple[str, ...] = ()
    late_reasons: Mapping[Criterion, str] = field(default_factory=dict)

    @property
    def month(self) -> dt.date:
        """Return the first day of the month of ``day``."""
        return self.day.replace(day=1)


def day_of(state: AuditState) -> dt.date:
    """Return the day that an audit counts for: of its sign-off, or else of its last change."""
    audit = state.audit
    changed_at = last_change(state.history) if state.history else audit.created_at
    return uk_time(audit.sign_off.at if audit.sign_off else changed_at).date()


def checklists_of(states: Sequence[AuditState]) -> dict[str, Checklist]:
    """Return every checklist that the audits use, by the SHA-256 of its file."""
    return {
        pin.sha256: compiled.checklist
        for state in states
        for pin, compiled in zip(state.audit.checklists, state.outline.compiled, strict=True)
    }


def judged(state: AuditState, meanings: Meanings) -> JudgedAudit:
    """Return what is counted of an audit; ``meanings`` must know its checklists."""
    audit = state.audit
    ratings, timescales = _findings(state.outline, meanings)
    given = {key: grade.band for key, grade in audit.grades.items()}
    return JudgedAudit(
        day=day_of(state),
        team=" ".join(audit.front.team.split()),
        is_draft=audit.is_draft,
        practice=audit.grade_now(PRACTICE),
        impact=audit.grade_now(IMPACT),
        ratings=ratings,
        timescales=timescales,
        causes=_causes(state.outline),
        actions=tuple(_themed(state.outline, key) for key in audit.actions),
        feedback=audit.feedback,
        concerns=len(audit.concerns),
        first_practice=given.get(PRACTICE),
        first_impact=given.get(IMPACT),
        is_moderated=bool(audit.agreed),
        reference=audit.front.case_reference,
        cohorts=audit.front.cohorts,
        titles=tuple(compiled.checklist.title for compiled in state.outline.compiled),
        late_reasons=_late_reasons(state.outline, meanings),
    )


def _findings(
    outline: Outline, meanings: Meanings
) -> tuple[dict[Criterion, str], dict[Criterion, TimescaleResult]]:
    sha_of = _shas(outline.audit, outline)
    ratings: dict[Criterion, str] = {}
    timescales: dict[Criterion, TimescaleResult] = {}
    for asked in outline.questions:
        criterion = meanings.criteria[sha_of[asked.checklist.id], asked.question.id]
        answer = outline.audit.answer(asked.key)
        if asked.question.kind is QuestionKind.RATING:
            name = NOT_APPLICABLE if answer.not_applicable else counts_as(outline, asked)
            if name is not None:
                ratings[criterion] = name
        result = outline.timescale(asked)
        if result is not None and result.state is not TimescaleState.NOT_APPLICABLE:
            timescales[criterion] = result
    return ratings, timescales


def _late_reasons(outline: Outline, meanings: Meanings) -> dict[Criterion, str]:
    sha_of = _shas(outline.audit, outline)
    said = (
        (asked, outline.audit.answer(asked.key).late_reason.strip()) for asked in outline.questions
    )
    return {
        meanings.criteria[sha_of[asked.checklist.id], asked.question.id]: text
        for asked, text in said
        if text
    }


def _shas(audit: Audit, outline: Outline) -> dict[str, str]:
    pairs = zip(audit.checklists, outline.compiled, strict=True)
    return {compiled.checklist.id: pin.sha256 for pin, compiled in pairs}


def _causes(outline: Outline) -> Counter[Cause]:
    answers = (outline.audit.answer(asked.key) for asked in outline.questions)
    return Counter(answer.cause for answer in answers if answer.cause is not None)


def _themed(outline: Outline, key: RecordId) -> ThemedAction:
    """Return an action with the section of its question, also when that is no longer asked."""
    audit = outline.audit
    action = audit.action_now(key)
    named = question_name(outline, action.question, key)
    reference = audit.front.case_reference
    course = tuple(action_course(audit, key))
    is_second = bool(audit.links and audit.links.moderates)
    found = outline.find_question(action.question) if action.question else None
    if found is None:
        return ThemedAction(action, "", reference, named, course, key, is_second)
    checklist, question = found
    theme = f"{checklist.title}: {checklist.section_of(question.id).title}"
    return ThemedAction(action, theme, reference, named, course, key, is_second)
