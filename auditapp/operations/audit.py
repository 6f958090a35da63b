# SPDX-License-Identifier: MPL-2.0
"""Do what a person does with one audit of an unlocked workspace, and with its report.

Kept apart from `auditapp.workspace`, which adds the workspace as a whole and is the door to all.
"""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from auditapp.change import Change
from auditapp.checklist.library import Library
from auditapp.checklist.shelf import Shelf
from auditapp.errors import NotAllowedError
from auditapp.exports.layouts import ReportLayouts
from auditapp.i18n import _, ngettext
from auditapp.insight.digest import FORM
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.gaps import gaps
from auditapp.judgement.outline import Outline
from auditapp.listing import QUIET_FIELDS, AuditRow
from auditapp.logbook import Logbook
from auditapp.model.audit import Audit
from auditapp.model.edits import Author, Edit
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogEntry, LogKind
from auditapp.paths import AppPaths, account_name
from auditapp.sessions.ledger_sessions import LedgerSessions
from auditapp.sessions.sessions import Sessions
from auditapp.sessions.signing_session import SigningSession
from auditapp.settings import Settings, SettingsDamagedError
from auditapp.settled import in_force, under
from auditapp.standards import load_standards
from auditapp.store.log_pages import LogPages
from auditapp.store.repository import AuditRepository
from auditapp.store.vault import Vault

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """Return the time, which is what a `Clock` tells outside tests."""
    return dt.datetime.now(dt.UTC)


class AuditOperations:
    """Open, change, sign off and report on audits, one operation at a time.

    ``settings_problem`` says why the usual settings stand in, since this was opened; it is empty
    while none do.
    """

    def __init__(self, paths: AppPaths, vault: Vault, clock: Clock) -> None:
        self.paths = paths
        self.clock = clock
        self.settings_problem = ""
        self._shelf = Shelf(paths.shelf, paths.organisation)
        self.library = Library([paths.checklists], self._shelf)
        self._vault = vault
        try:
            self._notes: list[str] = []
            self._repository = AuditRepository(vault, QUIET_FIELDS, digest_form=FORM)
            self._logbook = Logbook(LogPages(vault), self._repository, self._note)
            self._layouts = ReportLayouts(paths.layout, self._logbook, paths.organisation)
        except BaseException:
            vault.close()  # or else its lock would keep the next attempt out
            raise
        self._ledgers = LedgerSessions(self._repository.ledgers)
        self._sessions = Sessions(self._repository, self._standards, self._on_recovered)
        self._lock = threading.RLock()

    def audits(self) -> list[AuditRow]:
        """Return a row for every audit, the one changed last first."""
        with self._lock:
            rows = [AuditRow.from_record(row) for row in self._repository.rows()]
        return sorted(rows, key=lambda row: row.changed_at, reverse=True)

    def generations(self) -> dict[AuditId, int]:
        """Return how many saves each audit has behind it, whatever the clock said at each."""
        with self._lock:
            found = self._repository.generations()
        return {AuditId(audit_id): count for audit_id, count in found.items()}

    # An open audit

    def open_audit(self, audit_id: AuditId) -> Audit:
        """Open an audit and return it as it is stored.

        Raises:
            AuditNotFoundError, AuditDamagedError, AuditRolledBackError, SchemaTooNewError
        """
        with self._lock:
            return self._sessions.get(audit_id).audit

    def close_audit(self, audit_id: AuditId) -> None:
        """Close an audit; does nothing when it is not open."""
        with self._lock:
            self._sessions.close(audit_id)

    def outline(self, audit: Audit) -> Outline:
        """Work out what ``audit``, in this state, asks, over the checklists it was started with.

        The audit must be open.
        """
        # Without the lock: nothing that is read here changes, and a save must not hold the window.
        return self._sessions.already_open(audit.id).outline_of(audit)

    def history(self, audit_id: AuditId) -> list[HistoryEntry]:
        """Return the history of an open audit, oldest first."""
        with self._lock:
            return list(self._sessions.get(audit_id).history)

    def has_damaged_copy(self, audit_id: AuditId) -> bool:
        """Tell whether the copy saved before the last one, which stands in for it, is damaged.

        Raises:
            AuditDamagedError, SchemaTooNewError: It cannot be read at all.
        """
        with self._lock:
            return self._repository.has_damaged_copy(audit_id)

    def commit(self, audit_id: AuditId, edit: Edit) -> Change:
        """Make one edit of an audit durable.

        Raises:
            AuditLockedError: The audit has been signed off.
            AuditChangedOnDiskError: Something else changed its file.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            return self._sessions.get(audit_id).commit(edit)

    def undo(self, audit_id: AuditId, by: Author) -> Change | None:
        """Take the last change of an audit back; None when there is nothing to take back."""
        with self._lock:
            return self._sessions.get(audit_id).undo(by)

    def redo(self, audit_id: AuditId, by: Author) -> Change | None:
        """Make the change undone last once more; None when there is none."""
        with self._lock:
            return self._sessions.get(audit_id).redo(by)

    def sign_off(self, audit_id: AuditId, by: Author) -> Change:
        """Sign an audit off and lock it.

        Raises:
            NotAllowedError: Something that blocks signing off is still to be done.
        """
        with self._lock:
            session = self._sessions.get(audit_id)
            blocking = [gap for gap in gaps(session.outline()) if gap.blocks]
            if blocking:
                words = ngettext(
                    "The audit cannot be signed off yet: one thing is missing.",
                    "The audit cannot be signed off yet: {count} things are missing.",
                    len(blocking),
                )
                raise NotAllowedError(words.format(count=len(blocking)), _("See the review."))
            return session.sign_off(by)

    # What happened to the workspace

    def logbook(self) -> list[LogEntry]:
        """Return what happened to the workspace as a whole, oldest first."""
        with self._lock:
            return self._logbook.entries()

    def logbook_faults(self) -> list[str]:
        """Return what is wrong with the logbook, in sentences."""
        with self._lock:
            return self._logbook.faults()

    # Settings

    def settings(self) -> Settings:
        """Return the settings as they are on disk, under what the organisation has settled.

        If they cannot be read the usual ones stand in, because settings must not keep anybody from
        their audits; `problems` then says so.
        """
        try:
            return in_force(self.paths)
        except SettingsDamagedError as error:
            self.settings_problem = f"{error} {error.remedy}"
            self._note(self.settings_problem)
            return under(Settings(), self.paths.organisation)

    # Inside

    @contextmanager
    def _visited(self, audit_id: AuditId) -> Iterator[SigningSession]:
        """Open an audit for the length of a block; it stays open if it was."""
        was_open = self._sessions.is_open(audit_id)
        session = self._sessions.get(audit_id)
        try:
            yield session
        finally:
            if not was_open:
                self._sessions.close(audit_id)

    def _session_if_unlocked(self, audit_id: AuditId) -> SigningSession:
        self._require_unlocked()
        return self._sessions.get(audit_id)

    def _require_unlocked(self) -> None:
        if not self._vault.is_open:
            raise NotAllowedError(
                _("The audits were locked meanwhile."), _("Unlock them, then try again.")
            )

    def _on_recovered(self, session: SigningSession, sentence: str) -> None:
        front = session.audit.front
        self._note(about(front.case_reference, sentence))
        session.note_event(HistoryKind.RECOVERED, Author(front.auditor, self.clock()), sentence)

    def _log(self, kind: LogKind, detail: str = "", audit_id: str = "") -> None:
        """Write a line of the logbook in the name of the person whose computer this is."""
        self._logbook.note(kind, self._me(), detail, audit_id)

    def _me(self) -> Author:
        name = self.settings().auditor.strip() or account_name()
        return Author(name, self.clock())

    def author_here(self, usual: str) -> Author:
        """Return the person whose computer this is, or ``usual`` where the settings name nobody."""
        return Author(self.settings().auditor.strip() or usual, self.clock())

    def _note(self, sentence: str) -> None:
        """Remember what was found wrong, once."""
        if sentence not in self._notes:
            self._notes.append(sentence)

    def _standards(self) -> Standards:
        settings = self.settings()
        return load_standards(self.paths.checklists, settings.local_standards, settings.local_names)


def about(name: str | None, sentence: str) -> str:
    """Put the name of an audit before a sentence about it."""
    return f"{name}: {sentence}" if name else sentence
