# SPDX-License-Identifier: MPL-2.0
"""Say the judgement of an audit and what follows from it, and nothing of how it came about."""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.amendments import superseded
from auditapp.report.audit.answers import AnswerPart
from auditapp.report.audit.closing_part import amended, closed
from auditapp.report.audit.follow_up import actions, concerns
from auditapp.report.audit.frame import ReportOptions, framed, front_facts
from auditapp.report.audit.grades import GradePart
from auditapp.report.blocks import Block
from auditapp.report.document import ReportDocument


def short_report(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the short report of an audit: concerns, grades, strengths, improvements, actions."""
    kind = ReportKind.SHORT
    return framed(
        state,
        options,
        kind,
        _("Case file audit, short report"),
        closed(_blocks(state), kind, state),
    )


def _blocks(state: AuditState) -> Iterator[Block]:
    audit = state.audit
    answers, grades = AnswerPart(state.outline), GradePart(state.outline)
    yield from superseded(state)
    yield from concerns(audit.concerns, answers.question_name)
    yield front_facts(audit)
    yield from amended(state)
    yield from grades.overall()
    yield from grades.picture()
    yield from grades.sections()
    yield from actions(audit, answers.question_name)
