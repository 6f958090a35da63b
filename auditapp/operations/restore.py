# SPDX-License-Identifier: MPL-2.0
"""Take single audits out of a backup, and settle in after the whole was restored.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import datetime as dt
import json

from auditapp.backups import Backup
from auditapp.beside import put_beside
from auditapp.errors import (
    AuditDamagedError,
    AuditNotFoundError,
    AuditRolledBackError,
    NotAllowedError,
    RestoreChoiceError,
)
from auditapp.files import read_bytes, remove
from auditapp.i18n import _
from auditapp.judgement.day_words import day_words
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogKind
from auditapp.operations.load import LoadOperations
from auditapp.sessions.session import AuditSession
from auditapp.store.backup_file import BESIDE, read_beside
from auditapp.store.envelope import DamagedError, Unsealed
from auditapp.store.restoring import RESTORED_MARK


class RestoreOperations(LoadOperations):
    """Restore audits into an unlocked workspace."""

    def restore_audit(
        self, backup: Backup, audit_id: AuditId, by: Author, *, is_wanted: bool = False
    ) -> None:
        """Make an audit what it is in a backup, with a line in its history and in the logbook.

        What the audit is now stays beside it on the disk, in a file that no save touches.

        Args:
            backup: A backup of this workspace.
            audit_id: An audit in it.
            by: Who wants it, and when.
            is_wanted: They want it knowing what `RestoreChoiceError` said.

        Raises:
            NotAllowedError: The backup is of other audits, the audit is open, it is the same
                already, or it was signed off since.
            RestoreChoiceError: It was removed here, or later work would go out of sight.
            AuditNotFoundError, BackupDamagedError, AuditDamagedError: It cannot be had from it.
            SaveFailedError: It could not be written; nothing that is here is lost.
        """
        with self._lock:
            if backup.store_id != self._vault.store_id:
                raise NotAllowedError(
                    _("This backup is of other audits than those on this computer."),
                    _("A single audit can be restored from a backup of these audits only."),
                )
            if self._sessions.is_open(audit_id):
                raise NotAllowedError(_("This audit is open."), _("Close it, then try again."))
            copy = backup.audit(audit_id)
            cost = self._cost_of(audit_id, self._read_copy(audit_id, copy))
            if cost and not is_wanted:
                raise RestoreChoiceError(cost, _("Nothing has been changed."))
            self._repository.make_way(audit_id)
            # Anew, because what is here may have been mended when it was looked at.
            session = self._read_copy(audit_id, copy)
            when = backup.made_at.isoformat(timespec="minutes")
            session.note_event(HistoryKind.RESTORED, by, when)
            session.close()
            self._log(LogKind.AUDIT_RESTORED, when, audit_id)

    def _read_copy(self, audit_id: AuditId, copy: Unsealed) -> AuditSession:
        return self._sessions.read(self._repository.prepare_restore(audit_id, copy))

    def _cost_of(self, audit_id: AuditId, restored: AuditSession) -> str:
        """Say what a person must know and want before an audit is restored; empty for nothing."""
        if self._repository.is_removed(audit_id):
            return _("This audit was removed here. Restoring it brings it back.")
        status = {row.id: row.status for row in self.audits()}.get(audit_id)
        if status is None:
            return ""
        try:
            here = self._sessions.get(audit_id)
        except (AuditDamagedError, AuditNotFoundError, AuditRolledBackError):
            if status is not AuditStatus.DRAFT and restored.audit.is_draft:
                return _("This audit was signed off here. The backup has it as it was before that.")
            return ""
        try:
            return _cost_of_replacing(here, restored)
        finally:
            self._sessions.close(audit_id)

    def _settle_in(self) -> None:
        """Do, on the first opening after a restore of the whole, what needs the key.

        What lay beside the store is put there, and the restore is written down.
        """
        path, sealed = self.paths.store / RESTORED_MARK, self.paths.store / BESIDE
        if not path.exists():
            return
        try:
            mark = json.loads(read_bytes(path))
            if sealed.exists():
                files = read_beside(self._vault, read_bytes(sealed))
                put_beside(self.paths, files, is_new_here=mark["is_new_here"])
            self._log(LogKind.RESTORED, mark["made_at"])
            remove(sealed, missing_ok=True)
            remove(path)
        except (OSError, ValueError, KeyError, DamagedError):
            self._note(
                _(
                    "The audits were restored, but the settings or the loaded checklists of the "
                    "backup could not be. See that there is room on the disk, then lock and "
                    "unlock again."
                )
            )


def _cost_of_replacing(here: AuditSession, restored: AuditSession) -> str:
    """Say what would go out of sight if one state of an audit took the place of another.

    Raises:
        NotAllowedError: Nothing would change, or a draft would replace what was signed off.
    """
    known = {entry.hash for entry in restored.history}
    last = here.history[-1]
    if last.hash == restored.history[-1].hash:
        raise NotAllowedError(_("This audit is already as it is in the backup."))
    if last.hash in known:
        return ""
    if restored.audit.is_draft and not here.audit.is_draft:
        raise NotAllowedError(
            _("This audit was signed off here after the backup was made."),
            _("What was signed off is never replaced by an earlier draft."),
        )
    return _(
        "This audit was changed here on {here}, after what the backup has of it, of {there}. "
        "What was done since then goes out of sight."
    ).format(here=_moment_words(last.at), there=_moment_words(restored.history[-1].at))


def _moment_words(at: dt.datetime) -> str:
    here = at.astimezone()
    return _("{day}, {time}").format(day=day_words(here.date()), time=f"{here:%H:%M}")
