# SPDX-License-Identifier: MPL-2.0
"""Tell the states of an audit apart: the original, and what each amendment made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.audit import Audit
from auditapp.model.chain import START
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.tables import content_hash


@dataclass(frozen=True, slots=True)
class AuditState:
    """Hold an audit in one state with its history: as it is, or as it was signed off.

    Args:
        outline: the audit in that state, and what it asks.
        history: the lines up to then. That of a state that was amended ends where the amendment
            begins.
        earlier: the signed states that were amended on the way to this one, the original first.
        is_superseded: it was signed off, and opened for an amendment since.
    """

    outline: Outline
    history: Sequence[HistoryEntry]
    earlier: tuple["AuditState", ...] = ()
    is_superseded: bool = False

    @property
    def audit(self) -> Audit:
        """Return the audit in this state."""
        return self.outline.audit

    @property
    def number(self) -> int:
        """Return the number of the signed version that it is, or would be: 1 is the original."""
        return len(self.earlier) + 1


def version_name(audit: Audit) -> str:
    """Return what a state of an audit is called: the original, or an amendment by its number."""
    if audit.amendment is None:
        return _("The original")
    return _("Amendment {number}").format(number=audit.amendment.number)


def audit_digest(audit: Audit, history: Sequence[HistoryEntry]) -> str:
    """Return the SHA-256 of what was signed or, in a draft, of the audit as it stands."""
    if audit.sign_off:
        return audit.sign_off.content_hash
    return content_hash(audit, history[-1].hash if history else START)


def history_until_amended(
    history: Sequence[HistoryEntry], head_signed: str
) -> Sequence[HistoryEntry]:
    """Return the lines up to the amendment of what was signed when ``head_signed`` was the last.

    Amendments that were given up before that are among them.
    """
    end, is_past = len(history), False
    for place, entry in enumerate(history):
        if entry.kind is HistoryKind.SIGNED_OFF:
            if is_past:
                break
            is_past = entry.previous == head_signed
        elif is_past and entry.kind is HistoryKind.AMENDED:
            end = place
    return history[:end]
