# SPDX-License-Identifier: MPL-2.0
"""Long work under way: what, how far, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.jobs import Job
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel


class WorkBar(QWidget):
    """Shown while a job runs, and out of sight otherwise.

    Signals:
        ended: the job has ended; whether the button to stop it had the focus, which needs a new
            place now.
    """

    ended = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._job: Job | None = None
        self._label = TextLabel(theme, "", "body", wrap=True)
        self.progress_bar = QProgressBar(textVisible=False)
        self.cancel_button = PushButton(theme, _("Stop"))
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self._build()
        self.hide()

    def follow(self, job: Job, words: str) -> None:
        """Show ``job`` until it ends; ``show_progress`` is told how far it is."""
        self._job = job
        self._label.set_text(words)
        self.progress_bar.setAccessibleName(words)
        # A bar without an end is a moving one; still, it is empty until there is something to tell.
        self.progress_bar.setRange(0, int(self._theme.is_still))
        self.progress_bar.setValue(0)
        self.show()
        announce(self, words)
        job.finished.connect(self._on_finished)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the job is: give this to ``Jobs.start`` as ``progressed``."""
        if self.sender() is self._job:
            self.progress_bar.setRange(0, total)
            self.progress_bar.setValue(done)

    @property
    def job(self) -> Job | None:
        """The job under way."""
        return self._job

    @property
    def is_stopped(self) -> bool:
        """Whether the job under way was asked to stop."""
        return self._job is not None and self._job.is_cancelled

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._label)
        bar = QHBoxLayout()
        bar.setContentsMargins(4, 0, 4, 0)
        bar.addWidget(self.progress_bar)
        words.addLayout(bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_finished(self) -> None:
        if self.sender() is self._job:
            has_focus = self.cancel_button.hasFocus()
            self._job = None
            self.hide()
            self.ended.emit(has_focus)

    def _on_cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._label.set_text(_("Stopping …"))
