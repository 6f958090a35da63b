# SPDX-License-Identifier: MPL-2.0
"""Know which audits are open, and get one ready when it is wanted."""

from collections.abc import Callable
from contextlib import suppress

from auditapp.checklist.embedding import embedded
from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.local_names import Names
from auditapp.checklist.translations import as_read
from auditapp.errors import SaveFailedError
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist, compile_checklist
from auditapp.model.ids import AuditId
from auditapp.model.tables import CHECKLISTS, ONLY, Tables
from auditapp.sessions.signing_session import SigningSession
from auditapp.store.audit_file import AuditFile
from auditapp.store.repository import AuditRepository


class Sessions:
    """Hold a session for each open audit. Not safe to call from two threads at once."""

    def __init__(
        self,
        repository: AuditRepository,
        standards: Callable[[], Standards],
        on_recovered: Callable[[SigningSession, str], None],
    ) -> None:
        """Begin with no audit open.

        Args:
            repository: Where the audits are.
            standards: Returns those in force.
            on_recovered: Is told of an audit that was damaged and opened as it was one save
                earlier, with a sentence about it.
        """
        self._repository = repository
        self._standards = standards
        self._on_recovered = on_recovered
        self._open: dict[AuditId, SigningSession] = {}
        self._compiled: dict[tuple[str, tuple[tuple[str, str], ...]], CompiledChecklist] = {}

    def get(self, audit_id: AuditId) -> SigningSession:
        """Return the session of an audit, which is opened if need be.

        Raises:
            AuditNotFoundError, AuditDamagedError, AuditRolledBackError, SchemaTooNewError
        """
        if audit_id not in self._open:
            file = self._repository.open(audit_id)
            session = self.read(file)
            if file.note:
                self._on_recovered(session, file.note)
            self._open[audit_id] = session
        return self._open[audit_id]

    def read(self, file: AuditFile) -> SigningSession:
        """Make the session of a file, which does not count as open by that.

        Raises:
            AuditDamagedError: The models of this version do not know what the file holds.
        """
        tables, standards = file.read().tables, self._standards()
        names = _signed_names(tables) or standards.names
        compiled = [self.compile(embedded(row), names) for row in tables[CHECKLISTS].values()]
        return SigningSession.read(file, compiled, standards)

    def is_open(self, audit_id: AuditId) -> bool:
        """Tell whether an audit is open."""
        return audit_id in self._open

    @property
    def are_open(self) -> bool:
        """Tell whether any audit is open."""
        return bool(self._open)

    def already_open(self, audit_id: AuditId) -> SigningSession:
        """Return the session of an audit that is open; may be called from any thread."""
        return self._open[audit_id]

    def close(self, audit_id: AuditId) -> None:
        """Close an audit and bring the list of audits up to date; nothing if it is not open."""
        session = self._open.pop(audit_id, None)
        if session is None:
            return
        with suppress(SaveFailedError):  # what is on the disk is whole, and nobody can do more
            session.restore_if_gone()
        session.close()
        with suppress(SaveFailedError):  # the next start compares the list with the audits
            self._repository.flush()

    def close_all(self) -> None:
        """Close every audit."""
        for audit_id in list(self._open):
            self.close(audit_id)

    def compile(self, loaded: LoadedChecklist, names: Names) -> CompiledChecklist:
        """Return a checklist ready for answering, ``names`` put in; the same is made ready once."""
        key = (loaded.sha256, tuple(names.items()))
        if key not in self._compiled:
            self._compiled[key] = compile_checklist(as_read(loaded.checklist, names))
        return self._compiled[key]


def _signed_names(tables: Tables) -> Names:
    """Return the names that a signed audit was read with; none in a draft."""
    names: Names = tables.get("standards", {}).get(ONLY, {}).get("names", {})
    return names
