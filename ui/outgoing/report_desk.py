# SPDX-License-Identifier: MPL-2.0
"""Take a report out of the workspace: save it, print it, open what was saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from auditapp.i18n import _
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outgoing.report_header import ReportHeader
from ui.outgoing.report_work import print_report
from ui.outside import Outside
from ui.preview.preview_pane import PreviewPane
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner
from ui.work_bar import WorkBar


class ReportDesk(QObject):
    """Do what the buttons over a report ask for, one thing at a time, and say what came of it.

    ``banner`` and ``work_bar`` have their places in the layout of the view.

    Signals:
        possible_changed: it was looked anew what can be done; whether anything can be saved.
    """

    possible_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        outside: Outside,
        header: ReportHeader,
        pane: PreviewPane,
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialogs of the computer open."""
        super().__init__(view)
        self._jobs = jobs
        self._outside = outside
        self._header = header
        self._pane = pane
        self._view = view
        self._saved: Path | None = None
        self._note = ""
        self._can_save = True
        self._words_if_stopped = ""
        self.banner = Banner(theme, "ok", "")
        self.banner.hide()
        self.work_bar = WorkBar(theme)
        self.work_bar.ended.connect(self._on_work_ended)
        header.open_button.clicked.connect(self._on_open_clicked)
        pane.file_changed.connect(self.show_possible)
        self.show_possible()

    def allow_saving(self, can_save: bool) -> None:
        """Say whether there is anything to save."""
        self._can_save = can_save
        self.show_possible()

    def show_possible(self) -> None:
        """Enable the buttons for what can be done now."""
        is_free = self.work_bar.job is None
        self._header.allow(
            saving=is_free and self._can_save,
            printing=is_free and self._pane.file is not None,
            opening=is_free and self._saved is not None,
        )
        self.possible_changed.emit(is_free and self._can_save)

    def forget_saved(self) -> None:
        """Let the file that was saved go: what is on show now is another report."""
        self._saved = None
        self.banner.hide()
        self.show_possible()

    def ask_path(self, name: str) -> Path | None:
        """Ask where to save a report, with ``name`` as the suggestion; None when cancelled."""
        return self._outside.ask_save_path(self._view.window(), _("Save the report"), name)

    def save(self, write: Callable[[Path, Job], Path], path: Path, note: str = "") -> None:
        """Have ``write`` make the file at ``path`` away from the window; ``note`` is told then."""
        self._note = note
        self.start(
            partial(write, path),
            _("Saving the report …"),
            _("Stopped. No file was saved."),
            self._on_saved,
        )

    def print_pages(self, record: Callable[[int], None]) -> None:
        """Print what is on show; ``record`` is told how many pages were sent. Runs in a thread."""
        file = self._pane.file
        if file is None:
            return
        printer = self._outside.ask_printer(self._view.window(), file.page_count)
        # While a dialog was open, the window may have locked itself and put the view away.
        if printer is None or not isValid(self._view):
            return
        self.start(
            partial(print_report, file, printer, record),
            _("Printing …"),
            _("Stopped. Pages sent before that may still come out."),
            self._on_printed,
        )

    def start(
        self,
        work: Callable[[Job], object],
        words: str,
        stopped: str,
        succeeded: Callable[..., None],
    ) -> Job:
        """Start work that takes a report outside, and return it; there is one such at a time."""
        self._words_if_stopped = stopped
        self.banner.hide()
        job = self._jobs.start(
            work,
            succeeded=succeeded,
            failed=self._on_work_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self._header.isAncestorOf(focus)
        self.work_bar.follow(job, words)
        if has_focus:
            self.work_bar.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_possible()
        return job

    def tell(self, tone: str, message: Message) -> None:
        """Say something over the report."""
        self.banner.show_message(tone, message.title, message.text)

    def set_saved(self, path: Path) -> None:
        """Offer a file to be opened."""
        self._saved = path

    # Slots

    def _on_open_clicked(self) -> None:
        if self._saved is not None and not self._outside.open_file(self._saved):
            words = _("It may have been moved, or no program here opens files of its kind.")
            self.tell("warn", Message(_("The report could not be opened"), words))

    def _on_saved(self, path: Path) -> None:
        self.set_saved(path)
        title = _("Saved as {name}").format(name=path.name)
        where = _("In the folder {folder}.").format(folder=path.parent)
        self.tell("ok", Message(title, f"{where} {self._note}".rstrip()))

    def _on_printed(self) -> None:
        self.tell("ok", Message(_("Sent to the printer"), ""))

    def _on_work_ended(self, has_focus: bool) -> None:
        self.show_possible()
        if has_focus:
            is_saved = self._saved is not None
            target = self._header.open_button if is_saved else self._header.save_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_work_failed(self, error: BaseException) -> None:
        if self.work_bar.is_stopped:
            self.tell("info", Message(self._words_if_stopped, ""))
        else:
            self.tell("danger", explain(error))
