# SPDX-License-Identifier: MPL-2.0
"""Look at the plan of some actions, save it and print it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.i18n import _
from auditapp.insight.action_search import ActionFilter
from auditapp.model.report_kinds import ReportKind
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.outgoing.report_desk import ReportDesk
from ui.outgoing.report_header import ReportHeader
from ui.outgoing.save_report_dialog import SaveReportDialog
from ui.outgoing.seal_fields import SealFields
from ui.outside import Outside
from ui.preview.preview_pane import PreviewPane
from ui.reports.across_work import export_across, preview_across
from ui.reports.outgoing_desk import OutgoingDesk
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.widgets.surfaces.dialog import Dialog

_WIDTH, _HEIGHT = 900, 900
_LEAST_PANE: Final = 200


@dataclass(slots=True)
class _Made:
    """Hold what a thread made the pages of."""

    order: ReportAcross | None = None


class PlanDialog(Dialog):
    """The pages of an action plan, each owner's by themselves, in memory until it is saved.

    What is saved and printed is what was on show: the actions that were found when it opened.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        wanted: ActionFilter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("Action plan by owner"), parent)
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._wanted = wanted
        self._made = _Made()
        self.header = ReportHeader(theme, _("Action plan"))
        self.header.title.hide()  # the dialog has one
        self.header.set_words(_("Just the actions that the list shows. Each owner has own pages."))
        self.pane = PreviewPane(theme, jobs)
        self.pane.setMinimumHeight(theme.px(_LEAST_PANE))
        self.desk = ReportDesk(theme, jobs, outside, self.header, self.pane, self)
        self.outgoing = OutgoingDesk(theme, workspace, self.desk, self)
        self.dialog: SaveReportDialog | None = None
        page = self.add_page(self.header, self.desk.banner, self.desk.work_bar, self.pane)
        page.let_grow(self.pane)
        self.add_cancel(_("Close"))
        self.header.save_button.clicked.connect(self._on_save_clicked)
        self.header.print_button.clicked.connect(self._on_print_clicked)
        self.pane.again_asked.connect(self._make)
        self.pane.file_changed.connect(self._on_file_changed)
        self.desk.allow_saving(False)
        self.resize(fitting_size(theme, parent, _WIDTH, _HEIGHT))
        self._make()

    def _make(self) -> None:
        self._made = _Made()
        self.pane.make(partial(_preview, self._workspace, self._wanted, self._made))

    @property
    def order(self) -> ReportAcross | None:
        """What the pages on show are made of."""
        return self._made.order

    # Slots

    def _on_file_changed(self) -> None:
        self.desk.allow_saving(self.pane.file is not None)

    def _on_save_clicked(self) -> None:
        seal = SealFields(self._theme, self._workspace, self._jobs, self._outside)
        name = self._workspace.settings().auditor
        self.dialog = SaveReportDialog(
            self._theme, _("Save the action plan"), seal, self, own_name=name
        )
        self.dialog.copy_chosen.connect(self._on_copy_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_copy_chosen(self, copy: ReportCopy) -> None:
        order = self.order
        if order is not None:
            go_on = partial(self._save, order, copy)
            self.outgoing.pass_on(order, copy, _("Save it all the same"), go_on)

    def _save(self, order: ReportAcross, copy: ReportCopy) -> None:
        workspace = self._workspace
        path = self.desk.ask_path(workspace.report_name_across(ReportKind.ACTIONS, copy))
        # While a dialog was open, the window may have locked itself and put this one away.
        if path is None or not isValid(self):
            return

        def write(path: Path, job: Job) -> Path:
            """Write the plan in the thread of the job."""
            return export_across(workspace, order, copy, path, job)

        self.desk.save(write, path)

    def _on_print_clicked(self) -> None:
        order = self.order
        if order is not None:
            go_on = partial(self._print, order)
            self.outgoing.pass_on(order, ReportCopy(), _("Print it all the same"), go_on)

    def _print(self, order: ReportAcross) -> None:
        record = self._workspace.record_print_across
        self.desk.print_pages(lambda pages: record(order, pages))

    # Qt overrides

    def done(self, result: int) -> None:
        """Let the pages go and stop all work before the dialog does."""
        self.pane.forget()
        if self.desk.work_bar.job is not None:
            self.desk.work_bar.job.cancel()
        super().done(result)


def _preview(workspace: Workspace, wanted: ActionFilter, made: _Made, job: Job) -> bytes:
    """Make the pages. Runs in a thread."""
    made.order = workspace.action_order(wanted)
    return preview_across(workspace, made.order, ReportCopy(), job)
