# SPDX-License-Identifier: MPL-2.0
"""Amend audits that were signed off, and look at what was signed.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Sequence

from auditapp.change import Change
from auditapp.judgement.audit_states import AuditState
from auditapp.model.edits import Author
from auditapp.model.ids import AuditId
from auditapp.operations.audit import AuditOperations


class AmendmentOperations(AuditOperations):
    """Open and give up amendments. The sign-off of one is that of any audit."""

    def amend(self, audit_id: AuditId, by: Author, reason: str) -> Change:
        """Open a signed audit for an amendment; what was signed is kept whole.

        Raises:
            NotAllowedError: It is not signed off, or no reason is given.
            AuditDamagedError: It is not what was signed off.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            return self._sessions.get(audit_id).amend(by, reason)

    def give_up_amendment(self, audit_id: AuditId, by: Author) -> Change:
        """Go back to what was signed; only the history keeps what the amendment changed.

        Raises:
            NotAllowedError: No amendment is open.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            return self._sessions.get(audit_id).give_up_amendment(by)

    def signed_versions(self, audit_id: AuditId) -> Sequence[AuditState]:
        """Return the signed states of an audit that were amended since, the original first."""
        with self._lock:
            return self._sessions.get(audit_id).signed_versions()

    def signing_faults(self, audit_id: AuditId) -> Sequence[str]:
        """Return in sentences what is not as it was signed off, in every signed state."""
        with self._lock:
            return self._sessions.get(audit_id).signing_faults()
