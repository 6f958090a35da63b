# SPDX-License-Identifier: MPL-2.0
"""Say everything that an audit holds: the full report of one case file.

Every field of the audit that is not empty is in it, so that nobody has to ask what was left out.
The judgement and what is to be done come first, then how they came about, then all the answers.
"""

from collections.abc import Iterator
from dataclasses import replace

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.amendments import superseded
from auditapp.report.audit.frame import ReportOptions, footer, framed, spoken_of, subtitle
from auditapp.report.audit.parts import parts
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import Block, Heading, Paragraph, TextTone
from auditapp.report.document import ReportDocument
from auditapp.report.layouts.layout import Layout


def audit_report(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the full report of an audit in one state.

    The report of an amended audit says what each amendment changed, and holds the whole report of
    the original.
    """
    layout = options.layout
    blocks = (*_blocks(state, layout), *_original(state, layout))
    return framed(state, options, ReportKind.AUDIT, _("Case file audit report"), blocks)


def _blocks(state: AuditState, layout: Layout) -> Iterator[Block]:
    yield from superseded(state)
    yield from parts(state, layout)


def _original(state: AuditState, layout: Layout) -> Iterator[Block]:
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
    yield from _blocks(replace(original, is_superseded=False), layout)
