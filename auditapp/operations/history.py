# SPDX-License-Identifier: MPL-2.0
"""Read and save the history of an audit, and the logbook of the workspace.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from hashlib import sha256
from pathlib import Path

from auditapp.csv_file import csv_bytes
from auditapp.exports.papers import require_outside_store
from auditapp.history.lines import AuditHistory, read_history
from auditapp.history.log_lines import LogLine, log_lines
from auditapp.history.tables import history_table, log_table
from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.ledger import LedgerKind
from auditapp.model.logbook import LogKind
from auditapp.operations.audit import AuditOperations
from auditapp.sessions.ledger_session import KIND


class HistoryOperations(AuditOperations):
    """Tell what happened to an audit, and to the workspace as a whole."""

    def read_history(self, audit_id: AuditId) -> AuditHistory:
        """Return the history of an audit in words, and whether its chain is whole.

        Raises:
            AuditNotFoundError, AuditDamagedError, AuditRolledBackError, SchemaTooNewError
            NotAllowedError: The workspace was locked meanwhile.
        """
        with self._lock:
            session = self._session_if_unlocked(audit_id)
            outline, history = session.outline(), list(session.history)
        return read_history(outline, history)

    def export_history(self, audit_id: AuditId, path: Path, by: Author) -> None:
        """Write the history of an audit as CSV, whole or not at all, and record the export.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            ReportError: It could not be written; whatever was at ``path`` is still there.
            NotAllowedError: The workspace was locked meanwhile; nothing is left behind.
            SaveFailedError: The file is there, but could not be recorded.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - keeps reportlab away

        require_outside_store(self.paths, path)
        contents = csv_bytes(history_table(self.read_history(audit_id).lines))
        with self._lock:
            session = self._session_if_unlocked(audit_id)
            save_report(contents, path)
            session.note_event(HistoryKind.EXPORTED, by, f"csv {sha256(contents).hexdigest()}")

    def log_lines(self) -> list[LogLine]:
        """Return what happened to the workspace as a whole, in words, oldest first."""
        with self._lock:
            entries = self._logbook.entries()
            references = {row["id"]: row["case_reference"] for row in self._repository.rows()}
            ledgers = self._repository.ledgers.rows()
        rounds = {
            key: str(row.get("name", ""))
            for key, row in ledgers.items()
            if row.get(KIND) == LedgerKind.ROUND
        }
        return log_lines(entries, references, rounds)

    def export_logbook(self, path: Path) -> None:
        """Write the logbook as CSV, whole or not at all, and record that in the logbook.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            ReportError: It could not be written; whatever was at ``path`` is still there.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - keeps reportlab away

        require_outside_store(self.paths, path)
        contents = csv_bytes(log_table(self.log_lines()))
        save_report(contents, path)
        with self._lock:
            self._log(LogKind.LOGBOOK_EXPORTED, f"csv {sha256(contents).hexdigest()}")
