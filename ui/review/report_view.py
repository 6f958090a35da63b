# SPDX-License-Identifier: MPL-2.0
"""The report of an audit: look at it, save it, print it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.change import Change
from auditapp.errors import AuditAppError
from auditapp.exports.orders import ReportCopy, ReportOfOne
from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.model.audit import Audit
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.open_audit import OpenAudit
from ui.outgoing.finding_desk import FindingDesk
from ui.outgoing.kind_picker import KindPicker
from ui.outgoing.report_desk import ReportDesk
from ui.outgoing.report_header import ReportHeader
from ui.outgoing.report_work import export_report, preview_report
from ui.outgoing.save_report_dialog import SaveReportDialog
from ui.outgoing.seal_fields import SealFields
from ui.outside import Outside
from ui.preferences import Preferences
from ui.preview.preview_pane import PreviewPane
from ui.review.version_picker import VersionPicker
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, STEP_MARGIN, TIGHT_STEP_MARGIN
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.fields.date_text import date_words
from ui.widgets.surfaces.scroll_area import ScrollArea

_LEAST_PANE: Final = 260
_FOLD_BELOW: Final = 900
_OFFERED: Final = tuple(kind for kind, about in KINDS.items() if about.is_of_one_audit)
_OF_MODERATION: Final = (*_OFFERED, ReportKind.COMPARISON)
_OF_RE_AUDIT: Final = (*_OFFERED, ReportKind.RE_AUDIT)


class ReportView(QWidget):
    """The pages of a report as they are now, and the ways to take it out of the workspace.

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
        self._made_of: tuple[Audit, str, str, ReportOfOne] | None = None
        self.header = ReportHeader(theme)
        self.picker = KindPicker(theme)
        self.versions = VersionPicker(theme)
        self.pane = PreviewPane(theme, jobs)
        self.desk = ReportDesk(theme, jobs, outside or Outside(), self.header, self.pane, self)
        self.banner, self.work_bar = self.desk.banner, self.desk.work_bar
        self.findings = FindingDesk(theme, open_audit, workspace, jobs, self)
        self.dialog: SaveReportDialog | None = None
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Look at the audit again, and make the preview anew if the report is another now."""
        self.versions.offer(self._open_audit.signed_versions, self._audit)
        self.header.set_words(self._words())
        if not self.isVisible() or self._made_of == self._making_of():
            return
        self.picker.offer(self._offered, is_draft=self._shown.is_draft)
        self.desk.forget_saved()
        self._make_preview()
        self._look_for_findings()

    def show_choice(self, wanted: ReportOfOne) -> None:
        """Show the kind and the version that were chosen before."""
        self.picker.show_kind(wanted.kind)
        self.versions.offer(self._open_audit.signed_versions, self._audit)
        self.versions.show_signed(wanted.signed)
        self.refresh()

    def settle_now(self) -> None:
        """Do nothing: every other view commits here what was typed, and nothing is typed here."""

    def forget(self) -> None:
        """Let the pages go before the view is put away."""
        self.pane.forget()

    # Building

    def _build(self) -> None:
        self.setFocusProxy(self.header.save_button)
        self.picker.offer(self._offered, is_draft=self._audit.is_draft)
        self.picker.show_kind(ReportKind.AUDIT)
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(8)
        self._column.addWidget(self.header)
        self._column.addWidget(self._choices())
        self._column.addWidget(self.banner)
        self._column.addWidget(self.work_bar)
        self._column.addWidget(self.pane, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrollArea(self._theme, content))
        self._fit()

    def _choices(self) -> QWidget:
        """Return the kind and, of an amended audit, the version beside it."""
        row = FoldingRow(self._theme, fold_below=_FOLD_BELOW, spacing=8)
        row.add(self.versions, 2)
        row.add(self.picker, 5)
        return row

    def _connect(self) -> None:
        self.header.save_button.clicked.connect(self._on_save_clicked)
        self.header.print_button.clicked.connect(self._on_print_clicked)
        self.findings.step_asked.connect(self.step_asked)
        self.picker.kind_chosen.connect(self._on_choice_changed)
        self.versions.value_chosen.connect(self._on_choice_changed)
        self.pane.again_asked.connect(self._make_preview)
        self._open_audit.changed.connect(self._on_changed)
        self._preferences.changed.connect(self.refresh)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        is_tight = self.width() < self._theme.px(BREAK_POINTS["margins"])
        margin = TIGHT_STEP_MARGIN if is_tight else STEP_MARGIN
        self._column.setContentsMargins(margin, margin, margin, 0)
        # Where the window is too low for this, the rest of the view scrolls out of the way.
        self.pane.setMinimumHeight(self._theme.px(_LEAST_PANE))

    # Showing

    @property
    def _audit(self) -> Audit:
        return self._open_audit.audit

    @property
    def _offered(self) -> tuple[ReportKind, ...]:
        """The kinds that there are of this audit: one that goes with another has one more."""
        links = self._audit.links
        if links is None or (links.moderates is None and links.re_audits is None):
            return _OFFERED
        return _OF_MODERATION if links.moderates is not None else _OF_RE_AUDIT

    @property
    def _earlier(self) -> AuditState | None:
        """The signed state that is on show, if it is not the audit as it is."""
        signed = self.versions.signed
        return None if signed is None else self._open_audit.signed_versions[signed - 1]

    @property
    def _shown(self) -> Audit:
        return self._earlier.audit if self._earlier else self._audit

    @property
    def wanted(self) -> ReportOfOne:
        """The report that is chosen."""
        return ReportOfOne(self.picker.kind, self._audit.id, self.versions.signed)

    def _making_of(self) -> tuple[Audit, str, str, ReportOfOne]:
        settings = self._preferences.settings
        return (self._audit, settings.marking, settings.organisation, self.wanted)

    def _words(self) -> str:
        signed = self._shown.sign_off
        if signed is None:
            words = _("A draft, and marked as one until the audit is signed off.")
            if self._audit.amendment is not None:
                words = _("A draft of the amendment. The original is printed after it.")
        else:
            day = date_words(signed.at.astimezone().date())
            words = _("Signed off by {name} on {day}.").format(name=signed.by, day=day)
            if self._earlier:
                words = _("{signed} Amended since.").format(signed=words)
        marking = self._workspace.report_marking()
        marked = _("Marked {marking}.").format(marking=marking) if marking else ""
        return " ".join(filter(None, (words, marked, self._workspace.layout_facts().problem)))

    # Work

    def _make_preview(self) -> None:
        self._made_of = self._making_of()
        self.picker.show_left_out(None)
        try:
            self._open_audit.flush()
            self.picker.show_left_out(self._workspace.left_out(self.wanted))
        except AuditAppError as error:
            self.pane.show_failure(explain(error))
            return
        self.pane.make(partial(preview_report, self._workspace, self.wanted))

    def _look_for_findings(self) -> None:
        self.findings.look(self._earlier.outline if self._earlier else None)

    def _save(self, copy: ReportCopy) -> None:
        path = self.desk.ask_path(self._workspace.report_name(self.wanted, copy))
        # While a dialog was open, the window may have locked itself and put this view away.
        if path is None or not isValid(self):
            return
        try:
            self._open_audit.flush()
        except AuditAppError as error:
            self.desk.tell("danger", explain(error))
            return
        by = self._workspace.author_here(self._audit.writer)
        wanted, workspace = self.wanted, self._workspace

        def write(path: Path, job: Job) -> Path:
            """Write the report in the thread of the job."""
            return export_report(workspace, wanted, path, by, copy, job)

        note = _("It is a copy without names. Read it before you send it.")
        self.desk.save(write, path, note if copy.is_shared else "")

    def _print(self) -> None:
        by = self._workspace.author_here(self._audit.writer)
        self.desk.print_pages(partial(self._workspace.record_print, self.wanted, by))

    # Slots

    def _on_changed(self, change: Change, initiator: object) -> None:
        del change, initiator
        self.refresh()

    def _on_choice_changed(self, _chosen: object) -> None:
        self.pane.forget()  # what is printed is what is shown
        self.refresh()

    def _on_save_clicked(self) -> None:
        kind = KINDS[self.picker.kind].name
        title = _("Save “{kind}”").format(kind=kind)
        seal = SealFields(self._theme, self._workspace, self._jobs, self._outside)
        self.dialog = SaveReportDialog(self._theme, title, seal, self, own_name=self._audit.writer)
        self.dialog.copy_chosen.connect(self._on_copy_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_copy_chosen(self, copy: ReportCopy) -> None:
        if copy.is_shared:  # what would be asked about is taken out of it
            self._save(copy)
        else:
            self.findings.pass_on(_("Save it all the same"), partial(self._save, copy))

    def _on_print_clicked(self) -> None:
        if self.pane.file is not None:
            self.findings.pass_on(_("Print it all the same"), self._print)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the audit again if it was changed while this was out of sight."""
        super().showEvent(event)
        self.refresh()
        self._look_for_findings()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the room."""
        super().resizeEvent(event)
        self._fit()
