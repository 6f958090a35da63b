# SPDX-License-Identifier: MPL-2.0
"""Say what the open audit needs of whatever keeps it."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

from auditapp.change import Change
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.outline import Outline
from auditapp.model.audit import Audit
from auditapp.model.edits import Author, Edit
from auditapp.model.ids import AuditId
from auditapp.model.records import Record


class AuditKeeper(Protocol):
    """What keeps the open audit: the workspace, or a try-out that keeps it in memory only."""

    @property
    def clock(self) -> Callable[[], dt.datetime]:
        """Tells the time."""

    def open_audit(self, audit_id: AuditId, /) -> Audit:
        """Open an audit and return it as it is kept."""

    def close_audit(self, audit_id: AuditId, /) -> None:
        """Close an audit."""

    def outline(self, audit: Audit, /) -> Outline:
        """Work out what an audit, in this state, asks."""

    def commit(self, audit_id: AuditId, edit: Edit, /) -> Change:
        """Keep an edit."""

    def undo(self, audit_id: AuditId, by: Author, /) -> Change | None:
        """Take the last change back."""

    def redo(self, audit_id: AuditId, by: Author, /) -> Change | None:
        """Make the change undone last once more."""

    def sign_off(self, audit_id: AuditId, by: Author, /) -> Change:
        """Sign the audit off."""

    def amend(self, audit_id: AuditId, by: Author, reason: str, /) -> Change:
        """Open the signed audit for an amendment."""

    def give_up_amendment(self, audit_id: AuditId, by: Author, /) -> Change:
        """Go back to what was signed."""

    def settle_follow_up(
        self, audit_id: AuditId, table: str, key: str, chosen: Record | None, by: Author, /
    ) -> Change:
        """Let one of several ways in which the audit was followed up stand."""

    def signed_versions(self, audit_id: AuditId, /) -> Sequence[AuditState]:
        """Return the signed states that were amended since, the original first."""
