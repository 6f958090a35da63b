# SPDX-License-Identifier: MPL-2.0
"""Seal everything anew under a new key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.data.recovery_key_dialog import KeyDialogWords, RecoveryKeyDialog
from ui.jobs import Job, Jobs
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from auditapp.operations.key import Resealed
    from auditapp.workspace import Workspace


class ResealDialog(RecoveryKeyDialog):
    """Explain it, go through a new recovery key, then work with progress and a way to stop.

    Signals:
        resealed: it is done; what was done (``Resealed``).
        locked_out: the new key holds, but the audits must be unlocked again to finish.
    """

    resealed = Signal(object)
    locked_out = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: "Workspace",
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, workspace, jobs, outside, parent)
        self.work_bar = WorkBar(theme)
        self.body.addWidget(self.work_bar)

    # What this dialog says and does in its own way

    def _words(self) -> KeyDialogWords:
        return KeyDialogWords(
            _("Seal everything anew"),
            _(
                "Every audit is encrypted again under a new key, checked, and put in the place of "
                "the old one. Until all of it is ready nothing changes, and you can stop at any "
                "time.\n\n"
                "You need a new recovery key for it, and room on the disk for a second copy. Your "
                "passphrase stays the same: if somebody may know it, change it first.\n\n"
                "Backups and copies that were made before keep the old key. Nothing can call those "
                "back: destroy them when you have made a new backup."
            ),
            _("Your &passphrase"),
            _("Seal everything anew"),
            _("Sealing …"),
        )

    def _offer(self, _job: Job) -> str:
        return self._workspace.offer_recovery_key(self._typed_secret, for_resealing=True)

    def _go_on(self, typed: str) -> None:
        work = partial(_reseal, self._workspace, self._typed_secret, typed)
        job = self._jobs.start(
            work,
            succeeded=self._on_resealed,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.work_bar.follow(job, _("Sealing your audits under the new key"))
        self.work_bar.cancel_button.setFocus()

    # Slots

    def _on_resealed(self, resealed: "Resealed | None") -> None:
        if resealed is None:
            self._is_busy = False
            self.reject()
            return
        self.resealed.emit(resealed)
        self._finish()

    def _on_failed(self, error: BaseException) -> None:
        if self._workspace.is_open:
            super()._on_failed(error)
            return
        self.locked_out.emit()
        self._finish()


def _reseal(workspace: "Workspace", passphrase: str, typed: str, job: Job) -> "Resealed | None":
    return workspace.reseal(
        passphrase,
        typed,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
