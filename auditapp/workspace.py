# SPDX-License-Identifier: MPL-2.0
"""Do everything that a person can do with audits. The only door for the window and the commands.

A workspace is one person's sealed store together with the checklists and settings it is used with.
Its methods may be called from any thread; one at a time is carried out. Whatever a method returns
has been made durable.
"""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from auditapp import settings as settings_file
from auditapp.change import Change
from auditapp.checklist.embedding import TABLE, embedded, pin, with_bytes
from auditapp.checklist.library import Library, LoadedChecklist
from auditapp.errors import NotAllowedError, SaveFailedError, UnsafePathError
from auditapp.i18n import _, ngettext
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist, compile_checklist
from auditapp.judgement.gaps import gaps
from auditapp.judgement.outline import Outline, read_outline
from auditapp.judgement.progress import progress
from auditapp.listing import QUIET_FIELDS, AuditRow, audit_row
from auditapp.model.audit import Audit
from auditapp.model.edits import Author, Edit
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId, ChecklistId, new_audit_id
from auditapp.model.tables import to_puts
from auditapp.paths import AppPaths
from auditapp.session import AuditSession
from auditapp.settings import Settings, SettingsDamagedError
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
        try:
            self._repository = AuditRepository(vault, quiet_fields=QUIET_FIELDS)
        except BaseException:
            vault.close()  # or else its lock would keep the next attempt out
            raise
        self._notes: list[str] = []
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
            if not self._vault.is_open:
                return
            for audit_id in list(self._sessions):
                self.close_audit(audit_id)
            with suppress(SaveFailedError):  # the next start compares the list with the audits
                self._repository.close()
            self._vault.close()

    @property
    def problems(self) -> Sequence[str]:
        """Return what was found wrong with the workspace so far, in sentences."""
        with self._lock:
            names = {row["id"]: row["case_reference"] for row in self._repository.rows()}
            found = [
                _about(names.get(each.audit_id, each.audit_id), each.sentence)
                for each in self._repository.problems
            ]
            return [*filter(None, [self._vault.note]), *found, *self._notes]

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
            checklists=tuple(pin(each) for each in loaded),
        )
        entry = HistoryEntry(seq=1, at=now, by=front.auditor, kind=HistoryKind.CREATED).sealed()
        puts = [with_bytes(put, loaded) for put in to_puts(audit)]
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
        """Work out what ``audit``, in this state, asks, over the checklists it was started with.

        The audit must be open.
        """
        # Without the lock: nothing that is read here changes, and a save must not hold the window.
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
                words = ngettext(
                    "The audit cannot be signed off yet: one thing is missing.",
                    "The audit cannot be signed off yet: {count} things are missing.",
                    len(blocking),
                )
                raise NotAllowedError(words.format(count=len(blocking)), _("See the review."))
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
            UnsafePathError: ``path`` is where the audits themselves are kept.
            ReportError: It could not be made; nothing is left behind.
            NotAllowedError: The workspace was locked meanwhile; nothing is left behind.
            SaveFailedError: The report is there, but could not be recorded.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - keeps reportlab away

        if self.paths.store.resolve() in path.resolve().parents:
            raise UnsafePathError(
                _("The report cannot be saved in the folder where the audits are kept."),
                _("Choose another folder."),
            )
        contents = self.preview_report(
            audit_id, report_progress=report_progress, is_cancelled=is_cancelled
        )
        with self._lock:
            if not self._vault.is_open:
                raise NotAllowedError(
                    _("The audits were locked before the report was finished."),
                    _("Unlock them and make the report again."),
                )
            session = self._session(audit_id)
            save_report(contents, path)
            session.note_event(HistoryKind.EXPORTED, by, f"pdf {sha256(contents).hexdigest()}")

    def preview_report(
        self,
        audit_id: AuditId,
        *,
        report_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> bytes:
        """Return the report of an audit as a PDF in memory. Nothing is written or recorded.

        Raises:
            ReportError: It could not be made.
        """
        from auditapp.report.export import preview_pdf  # noqa: PLC0415 - keeps reportlab away

        with self._lock:
            session = self._session(audit_id)
            outline, history = session.outline(), list(session.history)
        return preview_pdf(outline, history, self.settings(), report_progress, is_cancelled)

    # Settings

    def settings(self) -> Settings:
        """Return the settings as they are on disk.

        If they cannot be read the usual ones stand in, because settings must not keep anybody from
        their audits; `problems` then says so.
        """
        try:
            return settings_file.load(self.paths.settings)
        except SettingsDamagedError as error:
            self._note(f"{error} {error.remedy}")
            return Settings()

    # Inside

    def _session(self, audit_id: AuditId) -> AuditSession:
        if audit_id not in self._sessions:
            file = self._repository.open(audit_id)
            stored = file.read().tables[TABLE]
            compiled = [self._compile(embedded(row)) for row in stored.values()]
            session = AuditSession.read(file, compiled, self._standards())
            if file.note:
                front = session.audit.front
                self._note(_about(front.case_reference, file.note))
                by = Author(front.auditor, self.clock())
                session.note_event(HistoryKind.RECOVERED, by, file.note)
            self._sessions[audit_id] = session
        return self._sessions[audit_id]

    def _note(self, sentence: str) -> None:
        """Remember what was found wrong, once."""
        if sentence not in self._notes:
            self._notes.append(sentence)

    def _compile(self, loaded: LoadedChecklist) -> CompiledChecklist:
        if loaded.sha256 not in self._compiled:
            self._compiled[loaded.sha256] = compile_checklist(loaded.checklist)
        return self._compiled[loaded.sha256]

    def _standards(self) -> Standards:
        return load_standards(self.paths.checklists, self.settings().local_standards)


def _about(name: str | None, sentence: str) -> str:
    """Put the name of an audit before a sentence about it."""
    return f"{name}: {sentence}" if name else sentence
