# SPDX-License-Identifier: MPL-2.0
"""The preview of a report: being made, to be looked at, or why there is none."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.preview.pdf_file import PdfFile
from ui.preview.pdf_preview import PdfPreview
from ui.preview.preview_bar import PreviewBar
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.empty_state import EmptyState
from ui.work_bar import WorkBar

_BAR_WIDTH: Final = 520


class PreviewPane(QWidget):
    """Make a PDF away from the window, in memory only, and show its pages.

    Signals:
        file_changed: there is another file to look at, or none.
        again_asked: the preview failed or was stopped, and the person wants it all the same.
    """

    file_changed = Signal()
    again_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        stopped_words: str | None = None,
    ) -> None:
        """Show nothing yet; ``stopped_words`` are said where the making was stopped."""
        super().__init__(parent)
        self._theme = theme
        usual = _("You can save or print the report without it.")
        self._stopped_words = usual if stopped_words is None else stopped_words
        self._jobs = jobs
        self._file: PdfFile | None = None
        self.preview = PdfPreview(theme, jobs)
        self.bar = PreviewBar(theme, self.preview)
        self.work_bar = WorkBar(theme)
        self.empty = EmptyState(theme, "file-text", "", "", _("Make the preview"))
        self.empty.button_clicked.connect(self.again_asked)
        self.preview.failed.connect(self._on_page_failed)
        theme.changed.connect(self._fit)
        self._build()
        self._fit()

    def make(self, build: Callable[[Job], bytes]) -> None:
        """Make the preview out of what ``build`` returns; another one on its way is dropped."""
        self._drop_job()
        job = self._jobs.start(
            partial(_open, build),
            succeeded=self._on_made,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, _("Making the preview …"))
        self._stack.setCurrentWidget(self._making)

    def show_failure(self, message: Message) -> None:
        """Say why there is no preview."""
        self._set_file(None)
        self.empty.set_content(message.title, message.text)
        self.empty.button.show()
        self._show(self.empty, self.empty.button)
        announce(self, f"{message.title} {message.text}".strip())

    def invite(self, message: Message, *, can_make: bool) -> None:
        """Say what the preview would be of; it is made only when it is asked for."""
        self._drop_job()
        self._set_file(None)
        self.empty.set_content(message.title, message.text)
        self.empty.button.setVisible(can_make)
        self._stack.setCurrentWidget(self.empty)

    @property
    def file(self) -> PdfFile | None:
        """The file that is shown; None while there is none."""
        return self._file

    def _build(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.bar)
        column.addWidget(self.preview, 1)
        self._shown = shown
        self._making = QWidget()
        middle = QVBoxLayout(self._making)
        middle.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.work_bar, 1000)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        self._stack = QStackedWidget()
        for page in (self._making, self._shown, self.empty):
            self._stack.addWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)

    def forget(self) -> None:
        """Let the pages go: after locking, no word of a case stays behind."""
        self._drop_job()
        self._set_file(None)

    def _fit(self) -> None:
        self.work_bar.setMaximumWidth(self._theme.px(_BAR_WIDTH))

    def _drop_job(self) -> None:
        if self.work_bar.job is not None:
            self.work_bar.job.cancel()

    def _set_file(self, file: PdfFile | None) -> None:
        old, self._file = self._file, file
        self.preview.set_file(file)
        if old is not None:
            old.close()
        self.file_changed.emit()

    def _show(self, page: QWidget, target: QWidget) -> None:
        """Turn to a page; the focus goes to ``target`` if it was on the way to stop the work."""
        has_focus = self.work_bar.cancel_button.hasFocus()
        self._stack.setCurrentWidget(page)
        if has_focus:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Slots

    def _on_made(self, file: PdfFile) -> None:
        if self.sender() is not self.work_bar.job:
            file.close()
            return
        self._set_file(file)
        self._show(self._shown, self.preview)
        announce(self, _("The preview is ready"))

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is not self.work_bar.job:
            return
        if self.work_bar.is_stopped:
            self.show_failure(Message(_("The preview was stopped"), self._stopped_words))
        else:
            self.show_failure(explain(error))

    def _on_page_failed(self, error: BaseException) -> None:
        self.show_failure(explain(error))


def _open(build: Callable[[Job], bytes], job: Job) -> PdfFile:
    return PdfFile(build(job))
