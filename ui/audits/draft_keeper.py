# SPDX-License-Identifier: MPL-2.0
"""Keep what is typed for a new audit, so that neither a lock nor a crash takes it away."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Signal

from auditapp.errors import AuditAppError
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.widgets.fields.settle_timer import SettleTimer


class DraftKeeper(QObject):
    """Write the fields soon after they were touched, away from the window, the latest ones last.

    Signals:
        failed: they could not be written; the exception.
    """

    failed = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        read_fields: Callable[[], dict[str, Any]],
        parent: QObject,
    ) -> None:
        """Take the fields as they are now for kept."""
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._read_fields = read_fields
        self._wanted = self._kept = read_fields()
        self._is_dropped = False
        # Held while something is written, so that nothing older is ever written after it.
        self._writing = Lock()
        self._settling = SettleTimer(self)
        self._settling.settled.connect(self._on_settled)

    def touch(self) -> None:
        """Note that a field was changed."""
        self._settling.touch()

    def keep_now(self) -> None:
        """Make the fields durable as they stand; does nothing when they are.

        Raises:
            AuditAppError: They could not be written.
        """
        self._settling.cancel()
        self._wanted = self._read_fields()
        self._write()

    def drop(self) -> None:
        """Forget the fields for good; nothing is written any more."""
        self._settling.cancel()
        with self._writing:
            self._is_dropped = True
            # If that fails they are offered once more, and can be cancelled then.
            with suppress(AuditAppError):
                self._workspace.drop_draft_front()

    def _on_settled(self) -> None:
        self._wanted = self._read_fields()
        self._jobs.start(self._work, failed=self._on_failed)

    def _work(self, _job: Job) -> None:
        """Write, in a thread of its own; by then the fields may be others, or dropped."""
        self._write()

    def _write(self) -> None:
        with self._writing:
            wanted = self._wanted
            if wanted != self._kept and not self._is_dropped:
                self._workspace.keep_draft_front(wanted)
                self._kept = wanted

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(error)
