# SPDX-License-Identifier: MPL-2.0
"""End a report that holds a part of an audit: say what it leaves out, and what it was made from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.left_out import left_out
from auditapp.report.blocks import (
    Block,
    Callout,
    CalloutTone,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
    TextTone,
)


def amended(state: AuditState) -> Iterator[Block]:
    """Say of an amended audit that it was amended, and why."""
    amendment = state.audit.amendment
    if amendment is not None:
        title = _("Amendment {number}").format(number=amendment.number)
        told = _("The full report says what it changed, and holds the original.")
        yield Callout(CalloutTone.INFO, title, (amendment.reason, told))


def closed(blocks: Iterable[Block], kind: ReportKind, state: AuditState) -> Iterator[Block]:
    """Yield ``blocks`` and behind them what the report leaves out, which never has its own page.

    What it leaves out of the audit is named, and the fingerprint of the audit.
    """
    before: Block | None = None
    for block in blocks:
        if before is not None:
            yield before
        before = block
    if isinstance(before, KeepTogether):
        yield KeepTogether((*before.blocks, *_closing(kind, state)))
        return
    if isinstance(before, Table | Paragraph):
        before = replace(before, leads_in=True)
    if before is not None:
        yield before
    yield KeepTogether(tuple(_closing(kind, state)))


def _closing(kind: ReportKind, state: AuditState) -> Iterator[Block]:
    listed = _("It leaves out {list}. All of it is in the full report.").format(
        list="; ".join(left_out(kind, state))
    )
    made_from = _("Made from the audit whose contents have the SHA-256 {digest}.").format(
        digest=audit_digest(state.audit, state.history)
    )
    yield Heading(1, _("What is not in this report"))
    yield Paragraph(listed, TextTone.MUTED)
    yield Paragraph(made_from, TextTone.MUTED)
