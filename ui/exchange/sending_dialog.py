# SPDX-License-Identifier: MPL-2.0
"""Wait while a file of audits is made."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.jobs import Job
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog
from ui.work_bar import WorkBar


class SendingDialog(Dialog):
    """How far the file is, and a way to stop. It closes when the work has ended, never before.

    Esc stops the work, too. What is already on record when it is stopped is done whole.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Making the file"), parent, width=520)
        words = _("Until the last audit is read, nothing is saved and nothing is on record.")
        self.work_bar = WorkBar(theme)
        self.add_page(TextLabel(theme, words, "body", "2", wrap=True), self.work_bar)
        self.work_bar.ended.connect(self._on_ended)

    def follow(self, job: Job) -> None:
        """Show a job until it ends."""
        self.work_bar.follow(job, _("Reading the audits and sealing the file …"))
        self.work_bar.cancel_button.setFocus()

    def reject(self) -> None:
        """Stop the work; the dialog closes once it has ended."""
        if self.work_bar.job is None:
            super().reject()
        else:
            self.work_bar.cancel_button.click()

    def _on_ended(self) -> None:
        self.accept()
