# SPDX-License-Identifier: MPL-2.0
"""Do everything that a person can do with audits. The only door for the window and the commands.

A workspace is one person's sealed store together with the checklists and settings it is used with.
Its methods may be called from any thread; one at a time is carried out. Whatever a method returns
has been made durable.
"""

import base64
import datetime as dt
import threading
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from auditapp import settings as settings_file
from auditapp.change import Change
from auditapp.checklist.library import Library, LoadedChecklist, load_bytes
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist, compile_checklist
from auditapp.judgement.gaps import gaps
from auditapp.judgement.outline import Outline, read_outline
from auditapp.judgement.progress import progress
from auditapp.listing import QUIET_FIELDS, AuditRow, audit_row
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.edits import Author, Edit
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId, ChecklistId, new_audit_id
from auditapp.model.records import Put, Record
from auditapp.model.tables import to_puts
from auditapp.paths import AppPaths
from auditapp.session import AuditSession
from auditapp.settings import Settings
from auditapp.standards import load_standards
from auditapp.store.keys import DEFAULT_STRENGTH, Argon2Strength
from auditapp.store.repository import AuditRepository
from auditapp.store.vault import Vault

Clock = Callable[[], dt.datetime]


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Workspace:
    """Hold an unlocked workspace."""

    def __init__(self, paths: AppPaths, vault: Vault, clock: Clock = _utc_now) -> None:
        self.paths = paths
        self.clock = clock
        self.library = Library([paths.checklists])
        self._vault = vault
        self._repository = AuditRepository(vault, quiet_fields=QUIET_FIELDS)
        self._sessions: dict[AuditId, AuditSession] = {}
        self._compiled: dict[str, CompiledChecklist] = {}
        self._lock = threading.RLock()

    # Opening and closing

    @staticmethod
    def exists(paths: AppPaths) -> bool:
        """Tell whether there is a workspace to unlock."""
        return paths.has_store

    @classmethod
    def create(
        cls,
        paths: AppPaths,
        passphrase: str,
        *,
        strength: Argon2Strength = DEFAULT_STRENGTH,
        clock: Clock = _utc_now,
    ) -> tuple["Workspace", str]:
        """Make a new workspace; return it with its recovery key, which is shown this once.

        Raises:
            StoreExistsError: There is one already.
            StoreInUseError: Another window is making one at this moment.
        """
        vault, recovery_key = Vault.create(paths.store, passphrase, strength)
        return cls(paths, vault, clock), recovery_key

    @classmethod
    def unlock(
        cls,
        paths: AppPaths,
        secret: str,
        *,
        strength: Argon2Strength = DEFAULT_STRENGTH,
        clock: Clock = _utc_now,
    ) -> "Workspace":
        """Open the workspace with the passphrase or the recovery key.

        Raises:
            WrongPassphraseError: ``secret`` opens nothing.
            StoreInUseError: Another window has it open.
            StoreMissingError, StoreDamagedError, SchemaTooNewError: It cannot be opened at all.
        """
        return cls(paths, Vault.unlock(paths.store, secret, strength), clock)

    def opens_with(self, recovery_key: str) -> bool:
        """Tell whether ``recovery_key`` is the one of this workspace."""
        return self._vault.check_recovery_key(recovery_key)

    def close(self) -> None:
        """Close every audit and lock the store. Nothing can be lost by it."""
        with self._lock:
            for audit_id in list(self._sessions):
                self.close_audit(audit_id)
            self._repository.close()
            self._vault.close()

    @property
    def problems(self) -> Sequence[str]:
        """Return what the store found wrong when it was opened, in sentences."""
        found = [problem.sentence for problem in self._repository.problems]
        return [self._vault.note, *found] if self._vault.note else found

    # The list of audits

    def audits(self) -> list[AuditRow]:
        """Return a row for every audit, the one changed last first."""
        with self._lock:
            rows = [AuditRow.from_record(row) for row in self._repository.rows()]
        return sorted(rows, key=lambda row: row.changed_at, reverse=True)

    def start_audit(self, front: FrontSheet, checklist_ids: Sequence[ChecklistId]) -> AuditId:
        """Start an audit of a case file on the checklists named, in their order.

        Raises:
            NotAllowedError: No checklist was chosen.
            ChecklistNotFoundError, ChecklistInvalidError: One cannot be used.
            SaveFailedError: It could not be written; nothing has changed.
        """
        if not checklist_ids:
            raise NotAllowedError(_("An audit needs at least one checklist."), _("Choose one."))
        loaded = [self.library.load(checklist_id) for checklist_id in checklist_ids]
        now = self.clock()
        audit = Audit(
            id=new_audit_id(),
            created_at=now,
            front=front,
            checklists=tuple(_pin(each) for each in loaded),
        )
        entry = HistoryEntry(seq=1, at=now, by=front.auditor, kind=HistoryKind.CREATED).sealed()
        puts = [_with_bytes(put, loaded) for put in to_puts(audit)]
        with self._lock:
            compiled = [self._compile(each) for each in loaded]
            outline = read_outline(audit, compiled, self._standards())
            row = audit_row(audit, progress(outline), now)
            records = [entry.model_dump(mode="json")]
            self._repository.create(audit.id, puts, records, row).close()
        return audit.id

    def remove_audit(self, audit_id: AuditId) -> None:
        """Remove an audit for good, with its history."""
        with self._lock:
            self.close_audit(audit_id)
            self._repository.remove(audit_id)

    # One audit

    def open_audit(self, audit_id: AuditId) -> Audit:
        """Open an audit and return it as it is stored.

        Raises:
            AuditNotFoundError, AuditDamagedError, AuditRolledBackError, SchemaTooNewError
        """
        with self._lock:
            return self._session(audit_id).audit

    def close_audit(self, audit_id: AuditId) -> None:
        """Close an audit; does nothing when it is not open."""
        with self._lock:
            session = self._sessions.pop(audit_id, None)
            if session is not None:
                session.close()

    def outline(self, audit: Audit) -> Outline:
        """Work out what ``audit``, in this state, asks, over the checklists it was started with."""
        session = self._sessions[audit.id]
        return read_outline(audit, session.compiled, session.standards)

    def history(self, audit_id: AuditId) -> list[HistoryEntry]:
        """Return the history of an open audit, oldest first."""
        with self._lock:
            return list(self._session(audit_id).history)

    def commit(self, audit_id: AuditId, edit: Edit) -> Change:
        """Make one edit of an audit durable.

        Raises:
            AuditLockedError: The audit has been signed off.
            AuditChangedOnDiskError: Something else changed its file.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            return self._session(audit_id).commit(edit)

    def undo(self, audit_id: AuditId, by: Author) -> Change | None:
        """Take the last change of an audit back; None when there is nothing to take back."""
        with self._lock:
            return self._session(audit_id).undo(by)

    def redo(self, audit_id: AuditId, by: Author) -> Change | None:
        """Make the change undone last once more; None when there is none."""
        with self._lock:
            return self._session(audit_id).redo(by)

    def sign_off(self, audit_id: AuditId, by: Author) -> Change:
        """Sign an audit off and lock it.

        Raises:
            NotAllowedError: Something that blocks signing off is still to be done.
        """
        with self._lock:
            session = self._session(audit_id)
            blocking = [gap for gap in gaps(session.outline()) if gap.blocks]
            if blocking:
                raise NotAllowedError(
                    _("The audit cannot be signed off yet: {count} things are missing.").format(
                        count=len(blocking)
                    ),
                    _("The review lists them."),
                )
            return session.sign_off(by)

    def export_report(
        self,
        audit_id: AuditId,
        path: Path,
        by: Author,
        *,
        report_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Write the report of an audit as a PDF, whole or not at all, and record the export.

        Raises:
            ReportError: It could not be made; nothing is left behind.
        """
        from auditapp.report.export import export_pdf  # noqa: PLC0415 - keeps reportlab off the start

        with self._lock:
            session = self._session(audit_id)
            outline, history = session.outline(), list(session.history)
        digest = export_pdf(outline, history, self.settings(), path, report_progress, is_cancelled)
        with self._lock:
            self._session(audit_id).note_event(HistoryKind.EXPORTED, by, f"pdf {digest}")

    # Settings

    def settings(self) -> Settings:
        """Return the settings as they are on disk."""
        return settings_file.load(self.paths.settings)

    # Inside

    def _session(self, audit_id: AuditId) -> AuditSession:
        if audit_id not in self._sessions:
            file = self._repository.open(audit_id)
            stored = file.read().tables["checklists"]
            compiled = [self._compile(_embedded(row)) for row in stored.values()]
            session = AuditSession(file, compiled, self._standards())
            if file.note:
                by = Author(session.audit.front.auditor, self.clock())
                session.note_event(HistoryKind.RECOVERED, by, file.note)
            self._sessions[audit_id] = session
        return self._sessions[audit_id]

    def _compile(self, loaded: LoadedChecklist) -> CompiledChecklist:
        if loaded.sha256 not in self._compiled:
            self._compiled[loaded.sha256] = compile_checklist(loaded.checklist)
        return self._compiled[loaded.sha256]

    def _standards(self) -> Standards:
        return load_standards(self.paths.checklists, self.settings().local_standards)


def _pin(loaded: LoadedChecklist) -> ChecklistPin:
    checklist = loaded.checklist
    return ChecklistPin(
        id=checklist.id, version=checklist.version, sha256=loaded.sha256, title=checklist.title
    )


def _with_bytes(put: Put, loaded: Sequence[LoadedChecklist]) -> Put:
    """Add the bytes of the checklist, packed, to the row that pins it."""
    if put.table != "checklists" or put.record is None:
        return put
    data = next(each.data for each in loaded if each.checklist.id == put.key)
    packed = base64.b85encode(zlib.compress(data, 9)).decode("ascii")
    return Put(put.table, put.key, {**put.record, "data": packed})


def _embedded(row: Record) -> LoadedChecklist:
    """Read the checklist that an audit carries within it."""
    data = zlib.decompress(base64.b85decode(row["data"]))
    return load_bytes(data, f"{row['id']}.yaml", checked=False)
