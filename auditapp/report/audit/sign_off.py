# SPDX-License-Identifier: MPL-2.0
"""Show who signed an audit off, what exactly was signed, and which reports were made of it."""

from collections.abc import Iterator, Sequence

from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, audit_digest, version_name
from auditapp.judgement.moment_words import moment_words
from auditapp.model.audit import Audit, AuditStatus, PinnedTrust
from auditapp.model.chain import START
from auditapp.model.history import NO_CHANGES, HistoryEntry, HistoryKind
from auditapp.model.labels import label, where_from
from auditapp.report.blocks import (
    Block,
    Column,
    ColumnKind,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
    TextTone,
)


def sign_off(state: AuditState) -> Iterator[Block]:
    """Show every sign-off, the exact checklists, the hashes and the reports made so far."""
    audit, history = state.audit, state.history
    yield KeepTogether((Heading(1, _("Sign-off")), _facts(audit, history)))
    yield from _every_sign_off(state)
    columns = (
        Column(_("Checklist"), 27, ColumnKind.ROW_HEAD),
        Column(_("Version"), 9),
        Column(_("Where from"), 24),
        Column(_("SHA-256 of its file"), 40, ColumnKind.CODE),
    )
    rows = tuple(
        (f"{pin.title} ({pin.id})", pin.version, _where_from(pin.trust), grouped(pin.sha256))
        for pin in audit.checklists
    )
    yield Table(columns, rows, _("Checklists used"))
    yield Paragraph(
        _(
            "“Contents” covers everything in the audit. “Last change” is the last line of its "
            "history, and covers every line before it."
        ),
        TextTone.MUTED,
    )
    yield from _exports(history)


def _every_sign_off(state: AuditState) -> Iterator[Block]:
    """Show the sign-offs of an amended audit, the original first."""
    if not state.earlier:
        return
    columns = (
        Column(_("Signed off"), 18, ColumnKind.ROW_HEAD),
        Column(_("By"), 18),
        Column(_("When"), 24),
        Column(_("Contents, SHA-256"), 40, ColumnKind.CODE),
    )
    audits = [each.audit for each in (*state.earlier, state)]
    rows = tuple(
        (version_name(audit), signed.by, moment_words(signed.at), grouped(signed.content_hash))
        for audit in audits
        if (signed := audit.sign_off)
    )
    yield Table(columns, rows, _("Every sign-off of this audit"))
    yield Paragraph(
        _("The contents of an amendment include the SHA-256 of what it amends."), TextTone.MUTED
    )


def _where_from(trust: PinnedTrust | None) -> str:
    """Return what vouched for a checklist when the audit was started."""
    if trust is None:
        return _("Not recorded")
    return where_from(trust.state, trust.signer, trust.key_id)


def _facts(audit: Audit, history: Sequence[HistoryEntry]) -> Facts:
    signed = audit.sign_off
    is_plain = signed is not None and audit.status is AuditStatus.SIGNED_OFF
    changes = sum(entry.kind not in NO_CHANGES for entry in history)
    pairs = (
        (_("Status"), "" if is_plain else label(audit.status)),
        (_("Signed off by"), signed.by if signed else ""),
        (_("Signed off on"), moment_words(signed.at) if signed else ""),
        (_("Changes"), str(changes)),
        (_("Audit"), audit.id),
        (_("Contents"), _sum_words(audit_digest(audit, history))),
        (_("Last change"), _sum_words(signed.history_head if signed else _head(history))),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


def _sum_words(digest: str) -> str:
    return _("SHA-256 {digest}").format(digest=grouped(digest))


def _exports(history: Sequence[HistoryEntry]) -> Iterator[Block]:
    """Show which reports were made before this one, with the hash of each file."""
    rows = tuple(
        (moment_words(entry.at), entry.by, grouped(entry.detail))
        for entry in history
        if entry.kind is HistoryKind.EXPORTED
    )
    if not rows:
        return
    yield Heading(2, _("Exports made before this one"))
    columns = (
        Column(_("When"), 24, ColumnKind.ROW_HEAD),
        Column(_("By"), 18),
        Column(_("Kind, and SHA-256 of the file"), 58, ColumnKind.CODE),
    )
    yield Table(columns, rows, _("Exports made before this one"))


def _head(history: Sequence[HistoryEntry]) -> str:
    return history[-1].hash if history else START
