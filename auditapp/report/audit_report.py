# SPDX-License-Identifier: MPL-2.0
"""Say everything that an audit holds: the full report of one case file.

Every field of the audit that is not empty is in it, so that nobody has to ask what was left out.
The judgement and what is to be done come first, then how they came about, then all the answers.
"""

from collections.abc import Iterator
from dataclasses import replace

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.report.audit_amendments import amendments, superseded
from auditapp.report.audit_answers import AnswerPart
from auditapp.report.audit_follow_up import actions, concerns, feedback
from auditapp.report.audit_frame import (
    ReportOptions,
    footer,
    framed,
    front_facts,
    spoken_of,
    subtitle,
)
from auditapp.report.audit_grades import GradePart
from auditapp.report.audit_sign_off import audit_digest, sign_off
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import Block, Heading, Paragraph, TextTone
from auditapp.report.document import ReportDocument


def audit_report(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the full report of an audit in one state.

    The report of an amended audit says what each amendment changed, and holds the whole report of
    the original.
    """
    title = _("Case file audit report")
    return framed(state, options, title, (*_blocks(state), *_original(state)))


def _blocks(state: AuditState) -> Iterator[Block]:
    outline, audit = state.outline, state.audit
    answers, grades = AnswerPart(outline), GradePart(outline)
    yield from superseded(state)
    yield from concerns(audit.concerns, answers.question_name)
    yield front_facts(audit)
    yield from amendments(state)
    yield from grades.overall()
    yield from grades.picture()
    yield from grades.sections()
    names = [answers.question_name(each.question, key) for key, each in audit.actions.items()]
    yield from actions(audit.actions.values(), names)
    yield from answers.timescales()
    yield from feedback(audit.feedback)
    yield from grades.reasons()
    yield from answers.questions()
    yield from answers.hidden()
    yield from answers.set_aside()
    yield from sign_off(state)


def _original(state: AuditState) -> Iterator[Block]:
    """Yield the whole report of the original of an amended audit, which begins a page."""
    if not state.earlier:
        return
    original = state.earlier[0]
    audit = original.audit
    digest = audit_digest(audit, original.history)
    yield NewPart(footer(_("{reference}   Original {digest}"), audit, digest))
    yield Heading(0, _("The original audit"))
    yield Paragraph(subtitle(audit, spoken_of(audit, original.history)), TextTone.LEAD)
    # Where it stands here, it is plain that it was amended.
    yield from _blocks(replace(original, is_superseded=False))
