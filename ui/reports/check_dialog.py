# SPDX-License-Identifier: MPL-2.0
"""Say of a file whether it is the report that was signed off."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.exports.checks import CheckedFile
from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.reports.check_words import check_message, check_tone
from ui.reports.drop_card import DropCard
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.dialog import Dialog

_WIDTH = 600


class CheckDialog(Dialog):
    """Choose or drop a file, and read what it is. Nothing of it is kept."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("Check a report"), parent, width=_WIDTH)
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._job: Job | None = None
        self._path: Path | None = None
        words = _(
            "Says whose report a file is, whether it is the one that was signed off, whether "
            "anything in it was changed, and whether the audit was amended since. It is only read."
        )
        self.drop_card = DropCard(theme)
        self.banner = Banner(theme, "info", "")
        self.file = TextLabel(theme, "", "small", "2", wrap=True)
        self.add_page(TextLabel(theme, words, wrap=True), self.drop_card, self.banner, self.file)
        self.close_button = self.add_cancel(_("Close"))
        for hidden in (self.banner, self.file):
            hidden.hide()
        self.drop_card.button.clicked.connect(self._on_choose_clicked)
        self.drop_card.file_dropped.connect(self.check)
        self.drop_card.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self, path: Path) -> None:
        """Check a file away from the window; another that is being checked is dropped."""
        self._stop()
        self._path = path
        self.file.hide()
        self._tell("info", Message(_("Checking {name} …").format(name=path.name), ""))
        self._job = self._jobs.start(
            partial(_check, self._workspace, path),
            succeeded=self._on_checked,
            failed=self._on_failed,
        )
        self.destroyed.connect(self._job.cancel)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.show_message(tone, message.title, message.text)

    # Slots

    def _on_choose_clicked(self) -> None:
        path = self._outside.ask_report_path(self.window())
        # While that dialog was open, the window may have locked itself and put this one away.
        if path is not None and isValid(self):
            self.check(path)

    def _on_checked(self, found: CheckedFile) -> None:
        if self.sender() is not self._job or self._path is None:
            return
        self._job = None
        self._tell(check_tone(found), check_message(found))
        words = _("{name}, SHA-256 {digest}")
        self.file.set_text(words.format(name=self._path.name, digest=grouped(found.digest)))
        self.file.show()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._job:
            self._job = None
            self._tell("danger", explain(error))

    # Qt overrides

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self._stop()
        super().done(result)


def _check(workspace: Workspace, path: Path, job: Job) -> CheckedFile:
    """Work away from the window: no widget is touched here."""
    return workspace.verify_file(path, is_cancelled=lambda: job.is_cancelled)
