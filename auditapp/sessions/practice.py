# SPDX-License-Identifier: MPL-2.0
"""Let a checklist be tried out on an audit of no case, which is in memory only.

It is edited, undone and judged by the session that carries edits into stored audits, so that a
try-out behaves as an audit does. What stands in for the file keeps nothing.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from auditapp.change import Change
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.judgement.outline import Outline
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.edits import Author, Edit
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.ids import AuditId, new_audit_id
from auditapp.model.records import Put, Record
from auditapp.model.tables import Tables, to_puts
from auditapp.sessions.session import AuditSession
from auditapp.store.audit_file import StoredAudit
from auditapp.store.signed_lock import LockChange


class PracticeAudit:
    """Offer what an open audit asks of a workspace, for one audit that is never written."""

    def __init__(
        self,
        pin: ChecklistPin,
        compiled: CompiledChecklist,
        standards: Standards,
        front: FrontSheet,
        clock: Callable[[], datetime],
    ) -> None:
        """Begin an audit of no case.

        Args:
            pin: Names the checklist.
            compiled: The checklist as auditors read it.
            standards: Those in force.
            front: Says what kind of child it is about.
            clock: Tells the time.
        """
        self.clock = clock
        audit = Audit(id=new_audit_id(), created_at=clock(), front=front, checklists=(pin,))
        self._session = AuditSession(_NoFile(to_puts(audit)), [compiled], standards)

    @property
    def id(self) -> AuditId:
        """The id of the audit, which no store knows."""
        return self._session.audit.id

    @property
    def checklist(self) -> ChecklistPin:
        """The checklist that is tried out."""
        return self._session.audit.checklists[0]

    def open_audit(self, _audit_id: AuditId) -> Audit:
        """Return the audit."""
        return self._session.audit

    def close_audit(self, _audit_id: AuditId) -> None:
        """Let the audit go: nothing of it is anywhere else."""
        self._session.close()

    def outline(self, audit: Audit) -> Outline:
        """Work out what ``audit``, in this state, asks."""
        return self._session.outline_of(audit)

    def commit(self, _audit_id: AuditId, edit: Edit) -> Change:
        """Make an edit, in memory."""
        return self._session.commit(edit)

    def undo(self, _audit_id: AuditId, by: Author) -> Change | None:
        """Take the last change back; None when there is nothing to take back."""
        return self._session.undo(by)

    def redo(self, _audit_id: AuditId, by: Author) -> Change | None:
        """Make the change undone last once more; None when there is none."""
        return self._session.redo(by)

    def sign_off(self, _audit_id: AuditId, _by: Author) -> Change:
        """Refuse.

        Raises:
            NotAllowedError: Always.
        """
        raise _never_signed()

    def amend(self, _audit_id: AuditId, _by: Author, _reason: str) -> Change:
        """Refuse: what was never signed is not amended.

        Raises:
            NotAllowedError: Always.
        """
        raise _never_signed()

    def give_up_amendment(self, _audit_id: AuditId, _by: Author) -> Change:
        """Refuse, as `amend`.

        Raises:
            NotAllowedError: Always.
        """
        raise _never_signed()

    def settle_follow_up(
        self, _audit_id: AuditId, _table: str, _key: str, _chosen: Record | None, _by: Author
    ) -> Change:
        """Refuse: what was never sent has one version.

        Raises:
            NotAllowedError: Always.
        """
        raise _never_signed()

    def signed_versions(self, _audit_id: AuditId) -> Sequence[AuditState]:
        """Return nothing: a try-out is never signed."""
        return ()


def _never_signed() -> NotAllowedError:
    return NotAllowedError(
        _("A try-out cannot be signed off."), _("Start an audit with this checklist.")
    )


class _NoFile:
    """Stand where the session has the file of an audit. The session holds the audit itself."""

    def __init__(self, puts: Sequence[Put]) -> None:
        self._tables: Tables = {}
        for put in puts:
            self._tables.setdefault(put.table, {})[put.key] = put.record or {}

    def read(self) -> StoredAudit:
        """Return the audit as it begins, without a history."""
        return StoredAudit(self._tables, [], locked=False)

    def whole(self) -> Tables:
        """Return the audit as it begins."""
        return self._tables

    def commit(
        self,
        puts: Sequence[Put],
        history: Sequence[Record],
        *,
        replace_last: bool,
        row: Record,
        lock: LockChange = LockChange.NONE,
    ) -> None:
        """Keep nothing."""

    def restore_if_gone(self) -> None:
        """Do nothing: there is no file."""

    def close(self) -> None:
        """Forget how the audit began."""
        self._tables = {}
