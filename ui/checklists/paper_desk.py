# SPDX-License-Identifier: MPL-2.0
"""Save a paper about a checklist: a blank one to fill in by hand, or what a version changes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.i18n import _
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.review.work_bar import WorkBar
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.banner import Banner

_OPEN: Final = "open"
_CLOSE: Final = "close"


@dataclass(frozen=True, slots=True)
class Paper:
    """Say what is to be saved.

    Args:
        title: of the dialog that asks where to.
        name: of the file, as a suggestion.
        words: while it is made.
        unopened: what could not be opened, when that is so.
        write: writes it to a path. It runs in a thread.
    """

    title: str
    name: str
    words: str
    unopened: str
    write: Callable[[Path, Job], None]


class PaperDesk(QWidget):
    """How far the paper is, and where it was saved; out of sight until one is asked for."""

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        outside: Outside,
        *,
        margins: tuple[int, int, int, int] = (8, 0, 8, 8),
        parent: QWidget | None = None,
    ) -> None:
        """Be out of sight; ``margins`` are kept free when it is not, in pixels from the left."""
        super().__init__(parent)
        self._jobs = jobs
        self._outside = outside
        self._paper: Paper | None = None
        self._saved: Path | None = None
        self.work_bar = WorkBar(theme)
        actions = [(_OPEN, _("Open it")), (_CLOSE, _("Close"))]
        self.banner = Banner(theme, "ok", "", actions=actions)
        self.banner.set_padding(16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins)
        column.addWidget(self.work_bar)
        column.addWidget(self.banner)
        self.work_bar.ended.connect(self._on_ended)
        self.banner.action_clicked.connect(self._on_action_clicked)
        self.hide()

    def save(self, paper: Paper) -> None:
        """Ask where to, and write the paper there, away from the window."""
        if self.work_bar.job is not None:
            return
        path = self._outside.ask_save_path(self.window(), paper.title, paper.name)
        # While a dialog was open, the window may have locked itself and put this view away.
        if path is None or not isValid(self):
            return
        self._paper = paper
        self.banner.hide()
        self.show()
        job = self._jobs.start(
            partial(_write, paper, path),
            succeeded=self._on_saved,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, paper.words)

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.set_content(tone, message.title, message.text)
        self.banner.buttons[0].setVisible(tone == "ok")
        self.banner.show()
        announce(self, message.title)

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
        elif self._paper is None or self._saved is None:
            return
        elif not self._outside.open_file(self._saved):
            words = _("It may have been moved, or no program here opens PDF files.")
            self._tell("warn", Message(self._paper.unopened, words))


def _write(paper: Paper, path: Path, job: Job) -> Path:
    paper.write(path, job)
    return path
