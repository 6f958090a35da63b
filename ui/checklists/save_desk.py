# SPDX-License-Identifier: MPL-2.0
"""Save a checklist, in whatever form, where the person chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.i18n import _
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner
from ui.work_bar import WorkBar

_OPEN: Final = "open"
_CLOSE: Final = "close"


@dataclass(frozen=True, slots=True)
class Saving:
    """Say what is to be saved.

    Args:
        title: of the dialog that asks where to.
        name: of the file, as a suggestion.
        words: said while the file is made.
        write: makes the file at a path. Runs in a thread.
    """

    title: str
    name: str
    words: str
    write: Callable[[Path, Job], None]


class SaveDesk(QWidget):
    """How far the file is, and where it was saved; out of sight until one is asked for."""

    def __init__(
        self, theme: Theme, jobs: Jobs, outside: Outside, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._outside = outside
        self._saved: Path | None = None
        self.work_bar = WorkBar(theme)
        actions = [(_OPEN, _("Open it")), (_CLOSE, _("Close"))]
        self.banner = Banner(theme, "ok", "", actions=actions)
        self.banner.set_padding(16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work_bar)
        column.addWidget(self.banner)
        self.work_bar.ended.connect(self._on_ended)
        self.banner.action_clicked.connect(self._on_action_clicked)
        self.hide()

    def save(self, saving: Saving) -> None:
        """Ask where to, and write the file there, away from the window."""
        if self.work_bar.job is not None:
            return
        path = self._outside.ask_save_path(self.window(), saving.title, saving.name)
        # While a dialog was open, the window may have locked itself and put this view away.
        if path is None or not isValid(self):
            return
        self.banner.hide()
        self.show()
        job = self._jobs.start(
            lambda job: _written(saving, path, job),
            succeeded=self._on_saved,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, saving.words)

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.buttons[0].setVisible(tone == "ok")
        self.banner.show_message(tone, message.title, message.text)

    # Slots

    def _on_saved(self, path: Path) -> None:
        self._saved = path
        words = _("In the folder {folder}.").format(folder=path.parent)
        self._tell("ok", Message(_("Saved as {name}").format(name=path.name), words))

    def _on_failed(self, error: BaseException) -> None:
        if self.work_bar.is_stopped:
            self._tell("info", Message(_("Stopped. No file was saved."), ""))
        else:
            self._tell("danger", explain(error))

    def _on_ended(self, has_focus: bool) -> None:
        if has_focus:
            self.banner.buttons[0 if self.banner.buttons[0].isVisible() else 1].setFocus()

    def _on_action_clicked(self, key: str) -> None:
        if key == _CLOSE:
            self.hide()
        elif self._saved is not None and not self._outside.open_file(self._saved):
            words = _("It may have been moved, or no program here opens files of its kind.")
            title = _("{name} could not be opened").format(name=self._saved.name)
            self._tell("warn", Message(title, words))


def _written(saving: Saving, path: Path, job: Job) -> Path:
    """Write the file and return where it is. Runs in a thread."""
    saving.write(path, job)
    return path
