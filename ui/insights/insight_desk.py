# SPDX-License-Identifier: MPL-2.0
"""Take figures, counts and words out of the page of insights, and say what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.i18n import _
from auditapp.insight.selection import Selection
from auditapp.workspace import Workspace
from ui.charts.chart_files import ChartFile
from ui.insights.insight_work import save_counts, save_file, write_words
from ui.jobs import Job, Jobs
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.messages import Message, explain
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner


class InsightDesk(QObject):
    """Ask where to, work away from the window, and tell the outcome in a banner."""

    def __init__(
        self, theme: Theme, workspace: Workspace, jobs: Jobs, outside: Outside, view: QWidget
    ) -> None:
        """Work for ``view``, over which the dialogs open."""
        super().__init__(view)
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._view = view
        self.banner = Banner(theme, "info", "", actions=[("close", _("Close"))])
        self.banner.action_clicked.connect(self.banner.hide)
        self.banner.hide()
        self._job: Job | None = None

    def keep(self, file: ChartFile) -> None:
        """Ask where a file of a figure is to go, and write it."""
        path = self._ask(_("Save the figure"), file.name)
        if path is not None:
            self._start(partial(save_file, self._workspace, path, file.contents))

    def save_counts(self, selection: Selection) -> None:
        """Ask where the counts without names are to go, and write them."""
        path = self._ask(_("Save the counts without names"), _("Counts.csv"))
        if path is not None:
            self._start(partial(save_counts, self._workspace, selection, path))

    def copy_words(self, selection: Selection) -> None:
        """Put the words for a self-evaluation on the clipboard."""
        self._job = self._jobs.start(
            partial(write_words, self._workspace, selection),
            succeeded=self._on_words_written,
            failed=self._on_failed,
        )

    def tell(self, tone: str, message: Message) -> None:
        """Say something over the figures."""
        self.banner.show_message(tone, message.title, message.text)

    def stop(self) -> None:
        """End the job under way."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _ask(self, title: str, name: str) -> Path | None:
        path = self._outside.ask_save_path(self._view.window(), title, name)
        # While the dialog was open, the window may have locked itself and put the page away.
        return path if isValid(self) else None

    def _start(self, work: Callable[[Job], Path]) -> None:
        self.banner.hide()
        self._job = self._jobs.start(work, succeeded=self._on_saved, failed=self._on_failed)

    # Slots

    def _on_saved(self, path: Path) -> None:
        title = _("Saved as {name}").format(name=path.name)
        where = _("In the folder {folder}.").format(folder=path.parent)
        self.tell("ok", Message(title, where))

    def _on_words_written(self, words: str) -> None:
        copy_for_use_elsewhere(words)
        text = _(
            "Paste them into the self-evaluation. They name nobody and no team, and tell no count "
            "under 5. Read them before you send them."
        )
        self.tell("ok", Message(_("Copied as words"), text))

    def _on_failed(self, error: BaseException) -> None:
        if self._job is None or not self._job.is_cancelled:
            self.tell("danger", explain(error))
