# SPDX-License-Identifier: MPL-2.0
"""The report of an audit: look at it, save it, print it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.change import Change
from auditapp.errors import AuditAppError
from auditapp.file_names import report_file_name
from auditapp.i18n import _
from auditapp.model.audit import Audit
from auditapp.model.edits import Author
from auditapp.report_kinds import ReportKind
from auditapp.report_orders import ReportOfOne
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.open_audit import OpenAudit
from ui.outside import Outside
from ui.preferences import Preferences
from ui.review.finding_desk import FindingDesk
from ui.review.preview_pane import PreviewPane
from ui.review.report_header import ReportHeader
from ui.review.report_work import export_report, preview_report, print_report
from ui.review.work_bar import WorkBar
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.date_text import date_words
from ui.widgets.scroll_area import ScrollArea

_MARGIN: Final = 20
_TIGHT_MARGIN: Final = 8
_LEAST_PANE: Final = 260


class ReportView(QWidget):
    """The pages of the report as they are now, and the ways to take them out of the workspace.

    The preview is made when the view is shown and something has changed since. It is in memory
    only: words from a case reach the disk where the person chooses, and nowhere else.

    Signals:
        step_asked: the person wants to see a personal detail in its place; the ``Step``.
    """

    step_asked = Signal(object)

    def __init__(  # noqa: PLR0913 - each is a collaborator
        self,
        theme: Theme,
        open_audit: OpenAudit,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        outside: Outside | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside or Outside()
        self._made_of: tuple[Audit, str, str] | None = None
        self._saved: Path | None = None
        self._words_if_stopped = ""
        self.header = ReportHeader(theme)
        self.banner = Banner(theme, "ok", "")
        self.work_bar = WorkBar(theme)
        self.pane = PreviewPane(theme, jobs)
        self.findings = FindingDesk(theme, open_audit, workspace, jobs, self)
        self._build()
        self._connect()
        self._show_possible()

    def refresh(self) -> None:
        """Look at the audit again, and make the preview anew if the report is another now."""
        self.header.set_words(self._words())
        if not self.isVisible() or self._made_of == self._making_of():
            return
        self._saved = None
        self.banner.hide()
        self._make_preview()
        self.findings.look()

    def settle_now(self) -> None:
        """Do nothing: every other view commits here what was typed, and nothing is typed here."""

    def forget(self) -> None:
        """Let the pages go before the view is put away."""
        self.pane.forget()

    # Building

    def _build(self) -> None:
        self.setFocusProxy(self.header.save_button)
        self.banner.hide()
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(8)
        self._column.addWidget(self.header)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.work_bar)
        self._column.addWidget(self.pane, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrollArea(self._theme, content))
        self._fit()

    def _connect(self) -> None:
        self.header.save_button.clicked.connect(self._on_save_clicked)
        self.header.print_button.clicked.connect(self._on_print_clicked)
        self.findings.step_asked.connect(self.step_asked)
        self.header.open_button.clicked.connect(self._on_open_clicked)
        self.work_bar.ended.connect(self._on_work_ended)
        self.pane.again_asked.connect(self._make_preview)
        self.pane.file_changed.connect(self._show_possible)
        self._open_audit.changed.connect(self._on_changed)
        self._preferences.changed.connect(self.refresh)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        is_tight = self.width() < self._theme.px(BREAK_POINTS["margins"])
        margin = _TIGHT_MARGIN if is_tight else _MARGIN
        self._column.setContentsMargins(margin, margin, margin, 0)
        # Where the window is too low for this, the rest of the view scrolls out of the way.
        self.pane.setMinimumHeight(self._theme.px(_LEAST_PANE))

    # Showing

    @property
    def _audit(self) -> Audit:
        return self._open_audit.audit

    def _making_of(self) -> tuple[Audit, str, str]:
        settings = self._preferences.settings
        return (self._audit, settings.marking, settings.organisation)

    def _words(self) -> str:
        signed = self._audit.sign_off
        if signed is None:
            words = _("A draft, and marked as one until the audit is signed off.")
            if self._audit.amendment is not None:
                words = _("A draft of the amendment. The original is printed after it.")
        else:
            day = date_words(signed.at.astimezone().date())
            words = _("Signed off by {name} on {day}.").format(name=signed.by, day=day)
        marking = self._workspace.report_marking()
        marked = _("Marked {marking}.").format(marking=marking) if marking else ""
        return " ".join(filter(None, (words, marked, self._workspace.layout_facts().problem)))

    def _show_possible(self) -> None:
        is_free = self.work_bar.job is None
        self.header.allow(
            saving=is_free,
            printing=is_free and self.pane.file is not None,
            opening=is_free and self._saved is not None,
        )

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.set_content(tone, message.title, message.text)
        self.banner.show()
        announce(self, message.title)

    # Work

    def _make_preview(self) -> None:
        self._made_of = self._making_of()
        try:
            self._open_audit.flush()
        except AuditAppError as error:
            self.pane.show_failure(explain(error))
            return
        wanted = ReportOfOne(ReportKind.AUDIT, self._audit.id)
        self.pane.make(partial(preview_report, self._workspace, wanted))

    def _start(
        self,
        work: Callable[[Job], object],
        words: str,
        stopped: str,
        succeeded: Callable[..., None],
    ) -> None:
        """Start work that takes the report outside; there is one such at a time."""
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
        has_focus = focus is not None and self.header.isAncestorOf(focus)
        self.work_bar.follow(job, words)
        if has_focus:
            self.work_bar.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_possible()

    # Slots

    def _on_changed(self, change: Change, initiator: object) -> None:
        del change, initiator
        self.refresh()

    def _on_save_clicked(self) -> None:
        self.findings.pass_on(_("Save it all the same"), self._save)

    def _on_print_clicked(self) -> None:
        if self.pane.file is not None:
            self.findings.pass_on(_("Print it all the same"), self._print)

    def _save(self) -> None:
        audit = self._audit
        at = audit.sign_off.at if audit.sign_off else self._workspace.clock()
        name = report_file_name(audit.front.case_reference, at.astimezone().date())
        path = self._outside.ask_save_path(self.window(), _("Save the report"), name)
        # While a dialog was open, the window may have locked itself and put this view away.
        if path is None or not isValid(self):
            return
        try:
            self._open_audit.flush()
        except AuditAppError as error:
            self._tell("danger", explain(error))
            return
        by = Author(audit.writer, self._workspace.clock())
        wanted = ReportOfOne(ReportKind.AUDIT, audit.id)
        work = partial(export_report, self._workspace, wanted, path, by)
        stopped = _("Stopped. No file was saved.")
        self._start(work, _("Saving the report …"), stopped, self._on_saved)

    def _print(self) -> None:
        file = self.pane.file
        if file is None:
            return
        printer = self._outside.ask_printer(self.window(), file.page_count)
        if printer is None or not isValid(self):
            return
        by = Author(self._audit.writer, self._workspace.clock())
        record = partial(self._workspace.record_print, self._audit.id, by)
        stopped = _("Stopped. Pages sent before that may still come out.")
        work = partial(print_report, file, printer, record)
        self._start(work, _("Printing …"), stopped, self._on_printed)

    def _on_open_clicked(self) -> None:
        if self._saved is not None and not self._outside.open_file(self._saved):
            words = _("It may have been moved, or no program here opens PDF files.")
            self._tell("warn", Message(_("The report could not be opened"), words))

    def _on_saved(self, path: Path) -> None:
        self._saved = path
        title = _("Saved as {name}").format(name=path.name)
        where = _("In the folder {folder}.").format(folder=path.parent)
        self._tell("ok", Message(title, where))

    def _on_work_ended(self, has_focus: bool) -> None:
        self._show_possible()
        if has_focus:
            is_saved = self._saved is not None
            target = self.header.open_button if is_saved else self.header.save_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_printed(self) -> None:
        self._tell("ok", Message(_("Sent to the printer"), ""))

    def _on_work_failed(self, error: BaseException) -> None:
        if self.work_bar.is_stopped:
            self._tell("info", Message(self._words_if_stopped, ""))
        else:
            self._tell("danger", explain(error))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the audit again if it was changed while this was out of sight."""
        super().showEvent(event)
        self.refresh()
        self.findings.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the room."""
        super().resizeEvent(event)
        self._fit()
