# SPDX-License-Identifier: MPL-2.0
"""End a report that holds a part of an audit: say what it leaves out, and what it was made from."""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.model.report_kinds import ReportKind
from auditapp.report.blocks import (
    Block,
    Callout,
    CalloutTone,
    Heading,
    KeepTogether,
    Paragraph,
    TextTone,
)
from auditapp.report.left_out import left_out


def amended(state: AuditState) -> Iterator[Block]:
    """Say of an amended audit that it was amended, and why."""
    amendment = state.audit.amendment
    if amendment is not None:
        title = _("Amendment {number}").format(number=amendment.number)
        told = _("The full report says what it changed, and holds the original.")
        yield Callout(CalloutTone.INFO, title, (amendment.reason, told))


def closing(kind: ReportKind, state: AuditState) -> Iterator[Block]:
    """Name what the audit holds and this report does not, and the fingerprint of the audit."""
    listed = _("It leaves out {list}. All of it is in the full report.").format(
        list="; ".join(left_out(kind, state))
    )
    made_from = _("Made from the audit whose contents have the SHA-256 {digest}.").format(
        digest=audit_digest(state.audit, state.history)
    )
    yield KeepTogether(
        (
            Heading(1, _("What is not in this report")),
            Paragraph(listed, TextTone.MUTED),
            Paragraph(made_from, TextTone.MUTED),
        )
    )
