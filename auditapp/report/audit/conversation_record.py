# SPDX-License-Identifier: MPL-2.0
"""Record the conversation with the practitioner: findings, strengths first, and room to answer.

It is written to the practitioner and goes into their supervision file, so the answers to single
questions stay out of it.
"""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.model.follow_up import Concern, Feedback, FeedbackFrom
from auditapp.model.ids import RecordId
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.amendments import superseded
from auditapp.report.audit.answers import AnswerPart
from auditapp.report.audit.closing_part import amended, closed
from auditapp.report.audit.follow_up import actions, concerns
from auditapp.report.audit.frame import ReportOptions, framed, short_facts
from auditapp.report.audit.grades import GradePart
from auditapp.report.blank_blocks import BlankPart, BlankSheet, Lines
from auditapp.report.blocks import Block, Bullets, Heading, KeepTogether, Paragraph, TextTone
from auditapp.report.document import ReportDocument

ANSWER_LINES = 5
HELP_LINES = 4


def conversation_record(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the record of the conversation about an audit, to be filled in and signed."""
    kind = ReportKind.CONVERSATION
    return framed(
        state, options, kind, _("Record of the conversation"), closed(_blocks(state), kind, state)
    )


def _blocks(state: AuditState) -> Iterator[Block]:
    audit = state.audit
    answers, grades = AnswerPart(state.outline), GradePart(state.outline)
    still_open, closed = _parted(state)
    yield from superseded(state)
    yield from concerns(still_open, answers.question_name)
    yield short_facts(audit)
    yield from amended(state)
    yield Paragraph(
        _(
            "This is what the audit of the case file found, for the conversation with the "
            "practitioner. It is about the work on one file and judges nobody as a person."
        ),
        TextTone.LEAD,
    )
    yield Heading(1, _("What is strong"))
    strengths = grades.strengths()
    if strengths:
        yield Bullets(tuple(strengths))
    else:
        yield Paragraph(_("No strength is written down yet. Begin with what is going well."))
    yield from _points(_("What to work on"), grades.improvements())
    yield from concerns(closed, answers.question_name)
    yield from grades.overall()
    if audit.overall.summary.strip():
        yield Heading(1, _("Summary"))
        yield Paragraph(audit.overall.summary)
    yield from _said(audit.feedback.get(FeedbackFrom.PRACTITIONER))
    yield from actions(audit, answers.question_name)
    yield from _room_to_answer()


def _parted(state: AuditState) -> tuple[dict[RecordId, Concern], dict[RecordId, Concern]]:
    """Return the concerns that are still open, and those that were closed."""
    every = state.audit.concerns.items()
    return (
        {key: each for key, each in every if each.is_open},
        {key: each for key, each in every if not each.is_open},
    )


def _points(title: str, points: list[str]) -> Iterator[Block]:
    if points:
        yield Heading(1, title)
        yield Bullets(tuple(points))


def _said(feedback: Feedback | None) -> Iterator[Block]:
    """Show what the practitioner said already, or why they were not asked."""
    yield Heading(1, _("What the practitioner said"))
    if feedback is None or not (feedback.said.strip() or feedback.why_not.strip()):
        yield Paragraph(_("Nothing is on record yet. There is room for it below."))
        return
    if feedback.said.strip():
        yield Paragraph(feedback.said)
    if feedback.why_not.strip():
        yield Paragraph(_("Not asked before: {why}").format(why=feedback.why_not))
    if feedback.how.strip():
        yield Paragraph(_("How asked: {how}").format(how=feedback.how), TextTone.MUTED)


def _room_to_answer() -> Iterator[Block]:
    """Leave room to answer, to write down what was agreed, and to sign."""
    in_their_words = BlankPart(
        ref="",
        text=_("What the practitioner makes of this"),
        blanks=(Lines(_("In their words"), ANSWER_LINES),),
    )
    agreed = BlankPart(
        ref="",
        text=_("What was agreed"),
        blanks=(
            Lines(_("Changes and actions"), HELP_LINES),
            Lines(_("What would help"), HELP_LINES),
        ),
    )
    names = BlankSheet((_("Practitioner"), _("Date"), _("Auditor"), _("Date")))
    yield KeepTogether((Heading(1, _("In the conversation")), in_their_words))
    yield agreed
    yield KeepTogether((Heading(1, _("Signed")), names))
