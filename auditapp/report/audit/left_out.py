# SPDX-License-Identifier: MPL-2.0
"""Say what a kind of report leaves out of an audit, so that it is known before it is printed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.audit import Audit
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.report_kinds import KINDS, Content, ReportKind

OVERALL_GRADES: Final = frozenset({PRACTICE, IMPACT})
"""The keys of the grades of the whole audit."""


def left_out(kind: ReportKind, state: AuditState) -> tuple[str, ...]:
    """Return what the audit holds and the report of this kind does not, each in a few words.

    What the audit does not hold is not named; an empty tuple says that nothing is left out, as
    of a paper that tells nothing of the audit in the first place.
    """
    if not KINDS[kind].tells:
        return ()
    missing = (content for content in Content if content not in KINDS[kind].holds)
    words = (_IN_WORDS[content](state) for content in missing)
    return tuple(filter(None, words))


def left_out_of_many(kind: ReportKind, states: Sequence[AuditState]) -> tuple[str, ...]:
    """Return what audits hold and the reports of this kind do not, and how many hold it.

    A report that is made of several audits only counts, so nothing is left out of it.
    """
    if not KINDS[kind].is_of_one_audit:
        return ()
    found = []
    for content in Content:
        count = sum(bool(_IN_WORDS[content](state)) for state in states)
        if content not in KINDS[kind].holds and count:
            words = ngettext("{what}, in {count} audit", "{what}, in {count} audits", count)
            found.append(words.format(what=_NAMES[content], count=count))
    return tuple(found)


def _concerns(state: AuditState) -> str:
    count = len(state.audit.concerns)
    return _some(count, "{count} immediate concern", "{count} immediate concerns")


def _front_sheet(_state: AuditState) -> str:
    return _("most of the front sheet")


def _overall_grades(state: AuditState) -> str:
    has_any = not OVERALL_GRADES.isdisjoint(state.audit.grades)
    return _("the overall grades") if has_any else ""


def _summary(state: AuditState) -> str:
    return _("the summary") if state.audit.overall.summary.strip() else ""


def _strengths(state: AuditState) -> str:
    overall = state.audit.overall
    has_any = (overall.strengths + overall.improvements).strip()
    return _("strengths and areas for improvement") if has_any else ""


def _section_grades(state: AuditState) -> str:
    count = len(_graded(state.audit))
    return _some(count, "the grade of {count} section", "the grades of {count} sections")


def _actions(state: AuditState) -> str:
    return _some(len(state.audit.actions), "{count} action", "{count} actions")


def _timescales(state: AuditState) -> str:
    results = (state.outline.timescale(asked) for asked in state.outline.questions)
    nothing = (None, TimescaleState.NOT_APPLICABLE)
    count = sum((result and result.state) not in nothing for result in results)
    return _some(count, "{count} timescale", "{count} timescales")


def _family_feedback(state: AuditState) -> str:
    people = set(state.audit.feedback) - {FeedbackFrom.PRACTITIONER}
    return _("what the child, the parents or the carers said") if people else ""


def _worker_feedback(state: AuditState) -> str:
    has_any = FeedbackFrom.PRACTITIONER in state.audit.feedback
    return _("what the practitioner said") if has_any else ""


def _grade_reasons(state: AuditState) -> str:
    count = sum(bool(state.audit.grades[key].reason.strip()) for key in _graded(state.audit))
    return _some(
        count, "the reason for {count} section grade", "the reasons for {count} section grades"
    )


def _answers(state: AuditState) -> str:
    count = sum(not state.audit.answer(asked.key).is_blank for asked in state.outline.questions)
    return _some(
        count,
        "the answer to {count} question, with its note and evidence",
        "the answers to {count} questions, with their notes and evidence",
    )


def _no_longer_asked(state: AuditState) -> str:
    count = len(state.outline.hidden_answers) + len(state.audit.set_aside)
    return _some(
        count,
        "{count} answer that does not count any more",
        "{count} answers that do not count any more",
    )


def _amendments(state: AuditState) -> str:
    return _("what each amendment changed, and the original") if state.earlier else ""


def _sign_off(_state: AuditState) -> str:
    return _("the exact checklists, and the reports made before")


def _graded(audit: Audit) -> list[str]:
    return [key for key in audit.grades if key not in OVERALL_GRADES]


def _some(count: int, one: str, many: str) -> str:
    """Return a count in words; nothing when there is none."""
    return ngettext(one, many, count).format(count=count) if count else ""


_IN_WORDS: Final[Mapping[Content, Callable[[AuditState], str]]] = {
    Content.CONCERNS: _concerns,
    Content.FRONT_SHEET: _front_sheet,
    Content.OVERALL_GRADES: _overall_grades,
    Content.SUMMARY: _summary,
    Content.STRENGTHS: _strengths,
    Content.SECTION_GRADES: _section_grades,
    Content.ACTIONS: _actions,
    Content.TIMESCALES: _timescales,
    Content.FAMILY_FEEDBACK: _family_feedback,
    Content.WORKER_FEEDBACK: _worker_feedback,
    Content.GRADE_REASONS: _grade_reasons,
    Content.ANSWERS: _answers,
    Content.NO_LONGER_ASKED: _no_longer_asked,
    Content.AMENDMENTS: _amendments,
    Content.SIGN_OFF: _sign_off,
}

_NAMES: Final[Mapping[Content, str]] = {
    Content.CONCERNS: _("Immediate concerns"),
    Content.FRONT_SHEET: _("Most of the front sheet"),
    Content.OVERALL_GRADES: _("The overall grades"),
    Content.SUMMARY: _("The summary"),
    Content.STRENGTHS: _("Strengths and areas for improvement"),
    Content.SECTION_GRADES: _("The grades of sections"),
    Content.ACTIONS: _("Actions"),
    Content.TIMESCALES: _("Timescales"),
    Content.FAMILY_FEEDBACK: _("What the child, the parents or the carers said"),
    Content.WORKER_FEEDBACK: _("What the practitioner said"),
    Content.GRADE_REASONS: _("The reasons for the grades of sections"),
    Content.ANSWERS: _("The answers to questions, with notes and evidence"),
    Content.NO_LONGER_ASKED: _("Answers that do not count any more"),
    Content.AMENDMENTS: _("What each amendment changed, and the original"),
    Content.SIGN_OFF: _("The exact checklists, and the reports made before"),
}
