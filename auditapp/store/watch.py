# SPDX-License-Identifier: MPL-2.0
"""Tell how far long work is, and stop it when the person asks for that."""

from auditapp.errors import BackupCancelledError
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, ReportProgress, never


class Watch:
    """Count the steps of one piece of work."""

    def __init__(
        self,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> None:
        """Begin at nothing.

        Args:
            report_progress: Is told how many steps are done, and of how many.
            is_cancelled: Is asked at each step.
        """
        self._report_progress = report_progress
        self._is_cancelled = is_cancelled
        self._done = 0
        self._total = 0

    def expect(self, steps: int) -> None:
        """Add to the number of steps that there will be."""
        self._total += steps

    def step(self) -> None:
        """Tell that one more step is done.

        Raises:
            BackupCancelledError: The person wants to stop.
        """
        if self._is_cancelled():
            raise stopped()
        self._done = min(self._done + 1, self._total)
        if self._report_progress is not None:
            self._report_progress(self._done, self._total)


def stopped() -> BackupCancelledError:
    """Return the error for work that the person stopped."""
    return BackupCancelledError(_("It was stopped. Nothing has been changed."))
