# SPDX-License-Identifier: MPL-2.0
"""Ask for the passphrase of a backup, open it and check it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.paths import AppPaths
from ui.data.backup_work import OpenedBackup, open_backup
from ui.jobs import Jobs
from ui.messages import explain
from ui.theme.theme import Theme
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog
from ui.work_bar import WorkBar


class OpenBackupDialog(Dialog):
    """Open the backup at a path. Cancelling stops the check.

    Signals:
        opened: the backup with what was found in it, an `OpenedBackup`.
    """

    opened = Signal(object)

    def __init__(
        self, theme: Theme, paths: AppPaths, jobs: Jobs, path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Open a backup"), parent, width=560)
        self._paths = paths
        self._jobs = jobs
        self._path = path
        words = _(
            "{name} opens with the passphrase, or the recovery key, that was in force when it was "
            "made."
        ).format(name=path.name)
        self.secret = PassphraseField(theme, _("Passphrase or recovery key of the backup"))
        self.work_bar = WorkBar(theme)
        self.work_bar.cancel_button.hide()
        self.add_page(TextLabel(theme, words, "body", "2", wrap=True), self.secret, self.work_bar)
        self.add_cancel(_("Cancel"))
        self.open_button = self.add_button(_("Open and check"), "primary", is_default=True)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.secret.text_edited.connect(self._on_text_edited)
        self.secret.setFocus()

    def _on_text_edited(self) -> None:
        self.secret.set_error(None)

    def _on_open_clicked(self) -> None:
        if not self.secret.text.strip():
            self.secret.set_error(_("Type the passphrase."))
            self.secret.setFocus()
            return
        self._set_busy(is_busy=True)
        job = self._jobs.start(
            partial(open_backup, self._paths, self._path, self.secret.text),
            succeeded=self._on_opened,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, _("Checking every file of the backup …"))

    def _set_busy(self, *, is_busy: bool) -> None:
        self.secret.setEnabled(not is_busy)
        self.open_button.setEnabled(not is_busy)

    def _on_opened(self, opened: OpenedBackup) -> None:
        self.secret.clear()
        self.accept()  # before the focus goes where it belongs then
        self.opened.emit(opened)

    def _on_failed(self, error: BaseException) -> None:
        self._set_busy(is_busy=False)
        message = explain(error)
        words = f"{message.title} {message.text}"
        self.secret.set_error(words)
        announce(self, words, urgent=True)
        self.secret.setFocus()
        self.secret.line_edit.selectAll()
