# SPDX-License-Identifier: MPL-2.0
"""Tell what the window needs to lock itself safely and to come back to the same place.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from auditapp.audit_operations import AuditOperations
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.model.ids import AuditId
from auditapp.store_place import PlaceWarning
from auditapp.store_place_facts import place_warnings


class LockOperations(AuditOperations):
    """Prove who is there, and name states of the workspace. Nothing here changes anything."""

    def require_secret(self, secret: str) -> None:
        """Make sure that whoever gives ``secret`` may see this workspace, which is open.

        Raises:
            WrongPassphraseError: It is neither its passphrase nor its recovery key.
            NotAllowedError: The workspace was closed meanwhile.
        """
        if not self._vault.is_open:
            raise NotAllowedError(
                _("The audits were locked meanwhile."), _("Unlock them, then try again.")
            )
        self._vault.require_secret(secret)

    def state_mark(self, audit_id: AuditId | None = None) -> str:
        """Return what is the same only as long as nothing else wrote here.

        Two marks are equal when they are of the same workspace and, where an audit is meant, of the
        same state of it. A backup that was put back is the same workspace in another state.
        """
        store = self._vault.store_id.hex()
        if audit_id is None:
            return store
        with self._lock:
            rows = self._repository.rows()
            changed = next((row["changed_at"] for row in rows if row["id"] == audit_id), "")
        return f"{store} {audit_id} {changed}"

    def place_warnings(self) -> tuple[PlaceWarning, ...]:
        """Return what may go wrong in the folder of the audits, the worst first."""
        return place_warnings(self.paths.store)
