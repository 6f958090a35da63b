# SPDX-License-Identifier: MPL-2.0
"""Restore the whole of a backup, on a new computer or in the place of what is here."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import BackupCancelledError, WrongPassphraseError
from auditapp.i18n import _
from auditapp.paths import AppPaths
from ui.data.backup_work import OpenedBackup, open_backup, restore_whole
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.start.restore_done_step import RestoreDoneStep
from ui.start.restore_file_step import RestoreFileStep
from ui.start.restore_found_step import RestoreFoundStep
from ui.start.start_page import StartPage
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from auditapp.backups import Restored


class RestoreView(StartPage):
    """Three steps in one card: the file, what is in it, what was done. The audits must be locked.

    Signals:
        left: the person wants to unlock what is here now.
    """

    left = Signal()

    help_page = "restore"

    def __init__(
        self,
        theme: Theme,
        paths: AppPaths,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._paths = paths
        self._jobs = jobs
        self._opened: OpenedBackup | None = None
        self._step: QWidget | None = None
        self.file = RestoreFileStep(theme, outside)
        self.found: RestoreFoundStep | None = None
        self.done: RestoreDoneStep | None = None
        self.failure = Banner(theme, "danger", "")
        self.work_bar = WorkBar(theme)
        self.card.body.addWidget(self.failure)
        self.card.body.addWidget(self.file)
        self.card.body.addWidget(self.work_bar)
        self.failure.hide()
        self.file.answered.connect(self._on_file_answered)
        self.file.back_asked.connect(self.left)
        self.work_bar.ended.connect(self._on_work_ended)
        self._show_step(self.file)

    def show_backup(self, opened: OpenedBackup) -> None:
        """Go on with a backup that was opened and checked before."""
        self.file.forget()
        self._opened = opened
        step = RestoreFoundStep(self._theme, opened)
        step.restore_asked.connect(self._on_restore_asked)
        step.back_asked.connect(self._on_other_asked)
        self.found = step
        self._show_step(step)

    @property
    def step(self) -> QWidget | None:
        """The step on show."""
        return self._step

    def _show_step(self, step: QWidget) -> None:
        if self.card.body.indexOf(step) < 0:
            self.card.body.insertWidget(self.card.body.count() - 1, step)
        step.show()
        before, self._step = self._step, step
        if before is not None and before is not step:
            before.hide()
        self.setFocusProxy(step)
        step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, job: Job, words: str) -> None:
        self.destroyed.connect(job.cancel)
        self.failure.hide()
        self.work_bar.follow(job, words)
        if self._step is not None:
            self._step.setEnabled(False)
        self.work_bar.cancel_button.setFocus()

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, BackupCancelledError):
            title, text = str(error), ""
        else:
            message = explain(error)
            title, text = message.title, message.text
        self.failure.show_message("warn", title, text)

    # Slots

    def _on_file_answered(self, path: Path, secret: str) -> None:
        job = self._jobs.start(
            partial(open_backup, self._paths, path, secret),
            succeeded=self.show_backup,
            failed=self._on_not_opened,
            progressed=self.work_bar.show_progress,
        )
        self._follow(job, _("Checking every file of the backup …"))

    def _on_not_opened(self, error: BaseException) -> None:
        self.file.setEnabled(True)
        if isinstance(error, WrongPassphraseError):
            message = explain(error)
            self.file.show_wrong(f"{message.title} {message.text}")
        else:
            self._tell(error)

    def _on_other_asked(self) -> None:
        self.failure.hide()
        self._show_step(self.file)

    def _on_restore_asked(self) -> None:
        if self._opened is None:
            return
        job = self._jobs.start(
            partial(restore_whole, self._opened),
            succeeded=self._on_restored,
            failed=self._tell,
            progressed=self.work_bar.show_progress,
        )
        self._follow(job, _("Restoring. What is here now is kept."))

    def _on_restored(self, restored: "Restored") -> None:
        if self._opened is None:
            return
        self.done = RestoreDoneStep(self._theme, self._opened, restored)
        self.done.read.connect(self.left)
        self._show_step(self.done)
        announce(self, _("Restored"))

    def _on_work_ended(self, has_focus: bool) -> None:
        for step in (self.file, self.found):
            if step is not None:
                step.setEnabled(True)
        if has_focus and self._step is not None:
            self._step.setFocus()
