# SPDX-License-Identifier: MPL-2.0
"""Tell what the window needs to lock itself safely and to come back to the same place.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from typing import Final

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.model.ids import AuditId
from auditapp.operations.audit import AuditOperations
from auditapp.store.envelope import DamagedError, seal, unseal
from auditapp.store_place import PlaceWarning
from auditapp.store_place_facts import place_warnings

_LEFT_WORDS: Final = "left words"


class LockOperations(AuditOperations):
    """Prove who is there, name states of the workspace, and seal what is held over a lock.

    Nothing here changes anything.
    """

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

    def seal_words(self, words: str) -> bytes:
        """Return words sealed by the key of the workspace, to be kept in memory while it is locked.

        Raises:
            NotAllowedError: The workspace was closed meanwhile.
        """
        with self._lock:
            self._require_unlocked()
            key = self._vault.object_key(_LEFT_WORDS)
            # A pair of characters may be half typed.
            _header, sealed = seal(key, 1, b"", words.encode("utf-8", "surrogatepass"))
        return bytes(sealed)

    def unseal_words(self, sealed: bytes) -> str | None:
        """Return the words again; None when another key holds now, and nobody can read them.

        Raises:
            NotAllowedError: The workspace was closed meanwhile.
        """
        with self._lock:
            self._require_unlocked()
            try:
                body = unseal(self._vault.object_key(_LEFT_WORDS), sealed).body
            except DamagedError:
                return None
        return bytes(body).decode("utf-8", "surrogatepass")

    def place_warnings(self) -> tuple[PlaceWarning, ...]:
        """Return what may go wrong in the folder of the audits, the worst first."""
        return place_warnings(self.paths.store)
