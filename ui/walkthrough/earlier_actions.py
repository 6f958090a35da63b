# SPDX-License-Identifier: MPL-2.0
"""Know what other audits of a case, or of its worker, asked for and nobody has settled yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from auditapp.model.ids import AuditId
from auditapp.operations.carried import CarriedAction
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.open_audit import OpenAudit


class EarlierActions(QObject):
    """Read them away from the window, for whoever shows them.

    ``error`` is why that failed the last time, if it did.

    Signals:
        changed: others were found, or they could not be read.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._reading: Job | None = None
        self._asked: tuple[str, str, AuditId | None] | None = None
        self.found: Sequence[CarriedAction] = ()
        self.error: BaseException | None = None

    def look(self, reference: str, worker: str, without: AuditId | None = None) -> None:
        """Read what waits of a case and of a worker; ``without`` is the audit that is open."""
        asked = (reference.strip(), worker.strip(), without)
        if asked != self._asked:
            self._asked = asked
            self.look_again()

    def look_beside(self, open_audit: OpenAudit) -> None:
        """Look for what goes with an audit; a second reader is not to know what the first did."""
        audit = open_audit.audit
        is_blind = audit.links is not None and audit.links.moderates is not None
        if open_audit.can_edit and not is_blind:
            self.look(audit.front.case_reference, audit.front.worker_code, audit.id)

    def look_again(self) -> None:
        """Read it once more: something was settled, or may have been elsewhere."""
        self.stop()
        if self._asked is None:
            return
        work = partial(_read, self._workspace, *self._asked)
        self._reading = self._jobs.start(work, succeeded=self._on_read, failed=self._on_failed)

    def stop(self) -> None:
        """Let the reading under way come to nothing."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    # Slots

    def _on_read(self, found: list[CarriedAction]) -> None:
        if self.sender() is self._reading:
            self._reading = None
            self.found, self.error = found, None
            self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._reading:
            self._reading = None
            self.found, self.error = (), error
            self.changed.emit()


def _read(
    workspace: Workspace, reference: str, worker: str, without: AuditId | None, _job: Job
) -> list[CarriedAction]:
    """Read them. Runs in a thread."""
    return workspace.earlier_actions(reference, worker, without)
